# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="MarketDataSelection")


@_attrs_define
class MarketDataSelection:
    """Market data to subscribe to. It is billed, and never copied from a template.

    Attributes:
        updates (list[MarketDataUpdate] | Unset): One entry for each exchange.
    """

    updates: list[MarketDataUpdate] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        updates: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.updates, Unset):
            updates = []
            for updates_item_data in self.updates:
                updates_item = updates_item_data.to_dict()
                updates.append(updates_item)

        fields_: dict[str, Any] = {}

        fields_.update({})
        if updates is not UNSET:
            fields_["updates"] = updates

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        _updates = get_("updates", UNSET)
        updates: list[MarketDataUpdate] | Unset = UNSET
        if _updates is not UNSET:
            updates = []
            for updates_item_data in _updates:
                updates_item = MarketDataUpdate.from_dict(updates_item_data)

                updates.append(updates_item)

        instance_ = cls(
            updates=updates,
        )
        return instance_


from ..models.market_data_update import MarketDataUpdate
