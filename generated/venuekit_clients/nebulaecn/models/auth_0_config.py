# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Auth0Config")


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
        values_ = dict(src_dict)

        def _parse_auth0_domain(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        auth0_domain = _parse_auth0_domain(values_.pop("auth0_domain", UNSET))

        def _parse_auth0_client_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        auth0_client_id = _parse_auth0_client_id(values_.pop("auth0_client_id", UNSET))

        instance_ = cls(
            auth0_domain=auth0_domain,
            auth0_client_id=auth0_client_id,
        )

        instance_.additional_properties = values_
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
