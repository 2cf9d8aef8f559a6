# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="RefreshedSecrets")

_KNOWN: frozenset[str] = frozenset(
    (
        "api_secret",
        "jwt_private",
        "jwt_public",
        "refresh_token",
        "allowed_ip_list",
        "created_at",
    )
)


@_attrs_define
class RefreshedSecrets:
    """The new API key pair and what belongs to it.

    Attributes:
        api_secret (ApiSecret | str | Unset): The new key pair, or only its secret as text.
        jwt_private (str | Unset): The new JWT of the profile.
        jwt_public (str | Unset): A JWT for public data. Keep it secret all the same.
        refresh_token (str | Unset): The next refresh token.
        allowed_ip_list (list[str] | None | Unset): IP addresses that may use the key. Empty or null when there is no
            limit.
        created_at (int | None | str | Unset): When the pair was made.
    """

    api_secret: ApiSecret | str | Unset = _attrs_field(default=UNSET, repr=masked)
    jwt_private: str | Unset = _attrs_field(default=UNSET, repr=masked)
    jwt_public: str | Unset = _attrs_field(default=UNSET, repr=masked)
    refresh_token: str | Unset = _attrs_field(default=UNSET, repr=masked)
    allowed_ip_list: list[str] | None | Unset = UNSET
    created_at: int | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        api_secret: dict[str, Any] | str | Unset
        if isinstance(self.api_secret, Unset):
            api_secret = UNSET
        elif isinstance(self.api_secret, ApiSecret):
            api_secret = self.api_secret.to_dict()
        else:
            api_secret = self.api_secret

        jwt_private = self.jwt_private

        jwt_public = self.jwt_public

        refresh_token = self.refresh_token

        allowed_ip_list: list[str] | None | Unset
        if isinstance(self.allowed_ip_list, Unset):
            allowed_ip_list = UNSET
        elif isinstance(self.allowed_ip_list, list):
            allowed_ip_list = self.allowed_ip_list

        else:
            allowed_ip_list = self.allowed_ip_list

        created_at: int | None | str | Unset
        if isinstance(self.created_at, Unset):
            created_at = UNSET
        else:
            created_at = self.created_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if api_secret is not UNSET:
            fields_["api_secret"] = api_secret
        if jwt_private is not UNSET:
            fields_["jwt_private"] = jwt_private
        if jwt_public is not UNSET:
            fields_["jwt_public"] = jwt_public
        if refresh_token is not UNSET:
            fields_["refresh_token"] = refresh_token
        if allowed_ip_list is not UNSET:
            fields_["allowed_ip_list"] = allowed_ip_list
        if created_at is not UNSET:
            fields_["created_at"] = created_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_api_secret(data: object) -> ApiSecret | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_api_secret_or_text_type_0 = ApiSecret.from_dict(data)

                return componentsschemas_api_secret_or_text_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, (str,)):
                raise TypeError("fits none of the documented shapes")
            return data

        api_secret = _parse_api_secret(get_("api_secret", UNSET))

        instance_ = cls(
            api_secret=api_secret,
            jwt_private=get_("jwt_private", UNSET),
            jwt_public=get_("jwt_public", UNSET),
            refresh_token=get_("refresh_token", UNSET),
            allowed_ip_list=get_("allowed_ip_list", UNSET),
            created_at=get_("created_at", UNSET),
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


from ..models.api_secret import ApiSecret
