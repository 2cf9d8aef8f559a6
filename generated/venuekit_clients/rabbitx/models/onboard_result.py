# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="OnboardResult")

_KNOWN: frozenset[str] = frozenset(
    (
        "jwt",
        "refreshToken",
        "randomSecret",
        "apiSecret",
        "profile",
    )
)


@_attrs_define
class OnboardResult:
    """Profile and secrets. Frontend mode has `jwt`, `refreshToken` and `randomSecret`; market maker mode has `jwt` and
    `apiSecret`.

        Attributes:
            jwt (str | Unset): Token for 48 hours, for the header `RBT-JWT` or the cookie `jwt`. In both modes.
            refresh_token (str | Unset): For `POST /jwt`, once. Frontend mode.
            random_secret (str | Unset): The hex HMAC key that signs the following calls. Frontend mode.
            api_secret (ApiSecret | None | Unset): The API key pair. Market maker mode.
            profile (None | Profile | Unset): The profile of the wallet on this chain.
    """

    jwt: str | Unset = _attrs_field(default=UNSET, repr=masked)
    refresh_token: str | Unset = _attrs_field(default=UNSET, repr=masked)
    random_secret: str | Unset = _attrs_field(default=UNSET, repr=masked)
    api_secret: ApiSecret | None | Unset = UNSET
    profile: None | Profile | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        jwt = self.jwt

        refresh_token = self.refresh_token

        random_secret = self.random_secret

        api_secret: dict[str, Any] | None | Unset
        if isinstance(self.api_secret, Unset):
            api_secret = UNSET
        elif isinstance(self.api_secret, ApiSecret):
            api_secret = self.api_secret.to_dict()
        else:
            api_secret = self.api_secret

        profile: dict[str, Any] | None | Unset
        if isinstance(self.profile, Unset):
            profile = UNSET
        elif isinstance(self.profile, Profile):
            profile = self.profile.to_dict()
        else:
            profile = self.profile

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if jwt is not UNSET:
            fields_["jwt"] = jwt
        if refresh_token is not UNSET:
            fields_["refreshToken"] = refresh_token
        if random_secret is not UNSET:
            fields_["randomSecret"] = random_secret
        if api_secret is not UNSET:
            fields_["apiSecret"] = api_secret
        if profile is not UNSET:
            fields_["profile"] = profile

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_api_secret(data: object) -> ApiSecret | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                api_secret_type_0 = ApiSecret.from_dict(data)

                return api_secret_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        api_secret = _parse_api_secret(get_("apiSecret", UNSET))

        def _parse_profile(data: object) -> None | Profile | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                profile_type_0 = Profile.from_dict(data)

                return profile_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        profile = _parse_profile(get_("profile", UNSET))

        instance_ = cls(
            jwt=get_("jwt", UNSET),
            refresh_token=get_("refreshToken", UNSET),
            random_secret=get_("randomSecret", UNSET),
            api_secret=api_secret,
            profile=profile,
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
from ..models.profile import Profile
