# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="TokenGrant")

_KNOWN: frozenset[str] = frozenset(
    (
        "access_token",
        "expires_in",
        "token_type",
    )
)


@_attrs_define
class TokenGrant:
    """A client token.

    Attributes:
        access_token (str): Bearer token of your company.
        expires_in (int | Unset): Lifetime in seconds.
        token_type (str | Unset): Always Bearer.
    """

    access_token: str = _attrs_field(repr=masked)
    expires_in: int | Unset = UNSET
    token_type: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        expires_in = self.expires_in

        token_type = self.token_type

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "access_token": access_token,
            }
        )
        if expires_in is not UNSET:
            fields_["expires_in"] = expires_in
        if token_type is not UNSET:
            fields_["token_type"] = token_type

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            access_token=src_dict["access_token"],
            expires_in=get_("expires_in", UNSET),
            token_type=get_("token_type", UNSET),
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
