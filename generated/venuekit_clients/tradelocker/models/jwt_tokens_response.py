# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked, masked_values

T = TypeVar("T", bound="JWTTokensResponse")

_KNOWN: frozenset[str] = frozenset(
    (
        "accessToken",
        "refreshToken",
        "expireDate",
    )
)


@_attrs_define
class JWTTokensResponse:
    """A pair of tokens. Treat them as opaque.

    Attributes:
        access_token (str): For the Authorization header, for one hour.
        refresh_token (str): For the next refresh, for seven days.
        expire_date (str): End of the access token, ISO 8601 in UTC with milliseconds, as `2023-05-26T16:59:53.000Z`.
    """

    access_token: str = _attrs_field(repr=masked)
    refresh_token: str = _attrs_field(repr=masked)
    expire_date: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        refresh_token = self.refresh_token

        expire_date = self.expire_date

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "accessToken": access_token,
                "refreshToken": refresh_token,
                "expireDate": expire_date,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            access_token=src_dict["accessToken"],
            refresh_token=src_dict["refreshToken"],
            expire_date=src_dict["expireDate"],
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
