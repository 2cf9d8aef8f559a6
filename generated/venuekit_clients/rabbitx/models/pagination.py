# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Pagination")

_KNOWN: frozenset[str] = frozenset(
    (
        "limit",
        "order",
        "page",
        "total",
        "has_next_page",
    )
)


@_attrs_define
class Pagination:
    """Where a list stands. On list answers only.

    Attributes:
        limit (int | Unset): Entries per page, 50 unless asked otherwise and 1000 at most.
        order (str | Unset): `ASC` or `DESC`.
        page (int | Unset): Number of the page, from 0.
        total (int | Unset): Entries altogether.
        has_next_page (bool | None | Unset): Whether there is more.
    """

    limit: int | Unset = UNSET
    order: str | Unset = UNSET
    page: int | Unset = UNSET
    total: int | Unset = UNSET
    has_next_page: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        limit = self.limit

        order = self.order

        page = self.page

        total = self.total

        has_next_page: bool | None | Unset
        if isinstance(self.has_next_page, Unset):
            has_next_page = UNSET
        else:
            has_next_page = self.has_next_page

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if limit is not UNSET:
            fields_["limit"] = limit
        if order is not UNSET:
            fields_["order"] = order
        if page is not UNSET:
            fields_["page"] = page
        if total is not UNSET:
            fields_["total"] = total
        if has_next_page is not UNSET:
            fields_["has_next_page"] = has_next_page

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            limit=get_("limit", UNSET),
            order=get_("order", UNSET),
            page=get_("page", UNSET),
            total=get_("total", UNSET),
            has_next_page=get_("has_next_page", UNSET),
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
