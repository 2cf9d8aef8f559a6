# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="RefreshedJwt")

_KNOWN: frozenset[str] = frozenset(
    (
        "jwt",
        "random_secret",
        "randomSecret",
        "refresh_token",
        "refreshToken",
    )
)


@_attrs_define
class RefreshedJwt:
    """The new tokens. Frontend mode has all three, spelled in snake case or in camel case: read whichever is there. Market
    maker mode has `jwt` only.

        Attributes:
            jwt (str | Unset): The new JWT.
            random_secret (str | Unset): The new HMAC key, snake case spelling.
            randomSecret (str | Unset): The new HMAC key, camel case spelling.
            refresh_token (str | Unset): The next refresh token, snake case spelling.
            refreshToken (str | Unset): The next refresh token, camel case spelling.
    """

    jwt: str | Unset = _attrs_field(default=UNSET, repr=masked)
    random_secret: str | Unset = _attrs_field(default=UNSET, repr=masked)
    randomSecret: str | Unset = _attrs_field(default=UNSET, repr=masked)
    refresh_token: str | Unset = _attrs_field(default=UNSET, repr=masked)
    refreshToken: str | Unset = _attrs_field(default=UNSET, repr=masked)
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        jwt = self.jwt

        random_secret = self.random_secret

        randomSecret = self.randomSecret

        refresh_token = self.refresh_token

        refreshToken = self.refreshToken

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if jwt is not UNSET:
            fields_["jwt"] = jwt
        if random_secret is not UNSET:
            fields_["random_secret"] = random_secret
        if randomSecret is not UNSET:
            fields_["randomSecret"] = randomSecret
        if refresh_token is not UNSET:
            fields_["refresh_token"] = refresh_token
        if refreshToken is not UNSET:
            fields_["refreshToken"] = refreshToken

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            jwt=get_("jwt", UNSET),
            random_secret=get_("random_secret", UNSET),
            randomSecret=get_("randomSecret", UNSET),
            refresh_token=get_("refresh_token", UNSET),
            refreshToken=get_("refreshToken", UNSET),
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
