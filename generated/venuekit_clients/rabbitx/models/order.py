# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Order")

_KNOWN: frozenset[str] = frozenset(
    (
        "id",
        "client_order_id",
        "profile_id",
        "market_id",
        "order_type",
        "side",
        "status",
        "reason",
        "time_in_force",
        "price",
        "size",
        "initial_size",
        "size_percent",
        "total_filled_size",
        "trigger_price",
        "created_at",
        "updated_at",
        "timestamp",
    )
)


@_attrs_define
class Order:
    """An open order. Prices and sizes are decimal strings or numbers.

    Attributes:
        id (str | Unset): Identifier of the order.
        client_order_id (None | str | Unset): The client's own name for it.
        profile_id (int | Unset): Profile that owns it.
        market_id (str | Unset): Market, for example `BTC-USD`.
        order_type (str | Unset): Kind of order, for example `limit` or `market`.
        side (str | Unset): `long` or `short`.
        status (str | Unset): State of the order, for example `open`.
        reason (None | str | Unset): Why it was cancelled or rejected.
        time_in_force (None | str | Unset): How long it stays, for example `good_till_cancel`.
        price (float | None | str | Unset): Limit price.
        size (float | None | str | Unset): Size that is left.
        initial_size (float | None | str | Unset): Size when it was placed.
        size_percent (float | None | str | Unset): Share of the position that it closes.
        total_filled_size (float | None | str | Unset): Size that was filled.
        trigger_price (float | None | str | Unset): Price that sets it off.
        created_at (int | None | Unset): When it was placed.
        updated_at (int | None | Unset): When it last changed.
        timestamp (int | None | Unset): Time at the venue, unix microseconds.
    """

    id: str | Unset = UNSET
    client_order_id: None | str | Unset = UNSET
    profile_id: int | Unset = UNSET
    market_id: str | Unset = UNSET
    order_type: str | Unset = UNSET
    side: str | Unset = UNSET
    status: str | Unset = UNSET
    reason: None | str | Unset = UNSET
    time_in_force: None | str | Unset = UNSET
    price: float | None | str | Unset = UNSET
    size: float | None | str | Unset = UNSET
    initial_size: float | None | str | Unset = UNSET
    size_percent: float | None | str | Unset = UNSET
    total_filled_size: float | None | str | Unset = UNSET
    trigger_price: float | None | str | Unset = UNSET
    created_at: int | None | Unset = UNSET
    updated_at: int | None | Unset = UNSET
    timestamp: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        client_order_id: None | str | Unset
        if isinstance(self.client_order_id, Unset):
            client_order_id = UNSET
        else:
            client_order_id = self.client_order_id

        profile_id = self.profile_id

        market_id = self.market_id

        order_type = self.order_type

        side = self.side

        status = self.status

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        time_in_force: None | str | Unset
        if isinstance(self.time_in_force, Unset):
            time_in_force = UNSET
        else:
            time_in_force = self.time_in_force

        price: float | None | str | Unset
        if isinstance(self.price, Unset):
            price = UNSET
        else:
            price = self.price

        size: float | None | str | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        else:
            size = self.size

        initial_size: float | None | str | Unset
        if isinstance(self.initial_size, Unset):
            initial_size = UNSET
        else:
            initial_size = self.initial_size

        size_percent: float | None | str | Unset
        if isinstance(self.size_percent, Unset):
            size_percent = UNSET
        else:
            size_percent = self.size_percent

        total_filled_size: float | None | str | Unset
        if isinstance(self.total_filled_size, Unset):
            total_filled_size = UNSET
        else:
            total_filled_size = self.total_filled_size

        trigger_price: float | None | str | Unset
        if isinstance(self.trigger_price, Unset):
            trigger_price = UNSET
        else:
            trigger_price = self.trigger_price

        created_at: int | None | Unset
        if isinstance(self.created_at, Unset):
            created_at = UNSET
        else:
            created_at = self.created_at

        updated_at: int | None | Unset
        if isinstance(self.updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = self.updated_at

        timestamp: int | None | Unset
        if isinstance(self.timestamp, Unset):
            timestamp = UNSET
        else:
            timestamp = self.timestamp

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if id is not UNSET:
            fields_["id"] = id
        if client_order_id is not UNSET:
            fields_["client_order_id"] = client_order_id
        if profile_id is not UNSET:
            fields_["profile_id"] = profile_id
        if market_id is not UNSET:
            fields_["market_id"] = market_id
        if order_type is not UNSET:
            fields_["order_type"] = order_type
        if side is not UNSET:
            fields_["side"] = side
        if status is not UNSET:
            fields_["status"] = status
        if reason is not UNSET:
            fields_["reason"] = reason
        if time_in_force is not UNSET:
            fields_["time_in_force"] = time_in_force
        if price is not UNSET:
            fields_["price"] = price
        if size is not UNSET:
            fields_["size"] = size
        if initial_size is not UNSET:
            fields_["initial_size"] = initial_size
        if size_percent is not UNSET:
            fields_["size_percent"] = size_percent
        if total_filled_size is not UNSET:
            fields_["total_filled_size"] = total_filled_size
        if trigger_price is not UNSET:
            fields_["trigger_price"] = trigger_price
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at
        if timestamp is not UNSET:
            fields_["timestamp"] = timestamp

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            id=get_("id", UNSET),
            client_order_id=get_("client_order_id", UNSET),
            profile_id=get_("profile_id", UNSET),
            market_id=get_("market_id", UNSET),
            order_type=get_("order_type", UNSET),
            side=get_("side", UNSET),
            status=get_("status", UNSET),
            reason=get_("reason", UNSET),
            time_in_force=get_("time_in_force", UNSET),
            price=get_("price", UNSET),
            size=get_("size", UNSET),
            initial_size=get_("initial_size", UNSET),
            size_percent=get_("size_percent", UNSET),
            total_filled_size=get_("total_filled_size", UNSET),
            trigger_price=get_("trigger_price", UNSET),
            created_at=get_("created_at", UNSET),
            updated_at=get_("updated_at", UNSET),
            timestamp=get_("timestamp", UNSET),
        )
        if not _KNOWN.issuperset(src_dict):
            rest_ = {key: value for key, value in src_dict.items() if key not in _KNOWN}
            instance_.additional_properties = rest_
        return instance_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
