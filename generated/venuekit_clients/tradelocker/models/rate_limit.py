# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="RateLimit")

_KNOWN: frozenset[str] = frozenset(
    (
        "rateLimitType",
        "measure",
        "intervalNum",
        "limit",
    )
)


@_attrs_define
class RateLimit:
    """At most `limit` calls per `intervalNum` of `measure`.

    Attributes:
        rate_limit_type (str | Unset): Which routes.
        measure (str | Unset): `SECONDS` or `MINUTES`.
        interval_num (int | Unset): Length of the interval.
        limit (int | Unset): Calls per interval.
    """

    rate_limit_type: str | Unset = UNSET
    measure: str | Unset = UNSET
    interval_num: int | Unset = UNSET
    limit: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        rate_limit_type = self.rate_limit_type

        measure = self.measure

        interval_num = self.interval_num

        limit = self.limit

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if rate_limit_type is not UNSET:
            fields_["rateLimitType"] = rate_limit_type
        if measure is not UNSET:
            fields_["measure"] = measure
        if interval_num is not UNSET:
            fields_["intervalNum"] = interval_num
        if limit is not UNSET:
            fields_["limit"] = limit

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            rate_limit_type=get_("rateLimitType", UNSET),
            measure=get_("measure", UNSET),
            interval_num=get_("intervalNum", UNSET),
            limit=get_("limit", UNSET),
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
