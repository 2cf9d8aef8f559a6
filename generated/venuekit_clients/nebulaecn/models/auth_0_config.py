# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Auth0Config")

_KNOWN: frozenset[str] = frozenset(
    (
        "auth0_domain",
        "auth0_client_id",
    )
)


@_attrs_define
class Auth0Config:
    """Settings for a login through Auth0.

    Attributes:
        auth0_domain (None | str | Unset): Auth0 domain, or null.
        auth0_client_id (None | str | Unset): Auth0 client id, or null.
    """

    auth0_domain: None | str | Unset = UNSET
    auth0_client_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        auth0_domain: None | str | Unset
        if isinstance(self.auth0_domain, Unset):
            auth0_domain = UNSET
        else:
            auth0_domain = self.auth0_domain

        auth0_client_id: None | str | Unset
        if isinstance(self.auth0_client_id, Unset):
            auth0_client_id = UNSET
        else:
            auth0_client_id = self.auth0_client_id

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if auth0_domain is not UNSET:
            fields_["auth0_domain"] = auth0_domain
        if auth0_client_id is not UNSET:
            fields_["auth0_client_id"] = auth0_client_id

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            auth0_domain=get_("auth0_domain", UNSET),
            auth0_client_id=get_("auth0_client_id", UNSET),
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
