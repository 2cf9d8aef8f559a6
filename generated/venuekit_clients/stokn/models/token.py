# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="Token")

_KNOWN: frozenset[str] = frozenset(
    (
        "accessToken",
        "username",
        "issuedAt",
        "idToken",
        "refreshToken",
        "expiresIn",
        "expiresAt",
        "phoneNumber",
    )
)


@_attrs_define
class Token:
    """Tokens of a person.

    Attributes:
        access_token (str): Bearer token of the person (user_auth).
        username (None | str | Unset): User name at the identity provider: the id of the person. Needed for
            refreshToken.
        issued_at (None | str | Unset): Time of issue in UTC, date-time text without a zone.
        id_token (None | str | Unset): Id token of the person.
        refresh_token (None | str | Unset): For refreshToken. Null in the answer of refreshToken itself: keep the first
            one.
        expires_in (int | None | Unset): Lifetime of the access token in seconds.
        expires_at (None | str | Unset): When to renew, in UTC without a zone: time of issue plus lifetime minus ten
            minutes.
        phone_number (None | str | Unset): Mobile number of the person.
    """

    access_token: str = _attrs_field(repr=masked)
    username: None | str | Unset = UNSET
    issued_at: None | str | Unset = UNSET
    id_token: None | str | Unset = _attrs_field(default=UNSET, repr=masked)
    refresh_token: None | str | Unset = _attrs_field(default=UNSET, repr=masked)
    expires_in: int | None | Unset = UNSET
    expires_at: None | str | Unset = UNSET
    phone_number: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        username: None | str | Unset
        if isinstance(self.username, Unset):
            username = UNSET
        else:
            username = self.username

        issued_at: None | str | Unset
        if isinstance(self.issued_at, Unset):
            issued_at = UNSET
        else:
            issued_at = self.issued_at

        id_token: None | str | Unset
        if isinstance(self.id_token, Unset):
            id_token = UNSET
        else:
            id_token = self.id_token

        refresh_token: None | str | Unset
        if isinstance(self.refresh_token, Unset):
            refresh_token = UNSET
        else:
            refresh_token = self.refresh_token

        expires_in: int | None | Unset
        if isinstance(self.expires_in, Unset):
            expires_in = UNSET
        else:
            expires_in = self.expires_in

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = self.expires_at

        phone_number: None | str | Unset
        if isinstance(self.phone_number, Unset):
            phone_number = UNSET
        else:
            phone_number = self.phone_number

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "accessToken": access_token,
            }
        )
        if username is not UNSET:
            fields_["username"] = username
        if issued_at is not UNSET:
            fields_["issuedAt"] = issued_at
        if id_token is not UNSET:
            fields_["idToken"] = id_token
        if refresh_token is not UNSET:
            fields_["refreshToken"] = refresh_token
        if expires_in is not UNSET:
            fields_["expiresIn"] = expires_in
        if expires_at is not UNSET:
            fields_["expiresAt"] = expires_at
        if phone_number is not UNSET:
            fields_["phoneNumber"] = phone_number

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            access_token=src_dict["accessToken"],
            username=get_("username", UNSET),
            issued_at=get_("issuedAt", UNSET),
            id_token=get_("idToken", UNSET),
            refresh_token=get_("refreshToken", UNSET),
            expires_in=get_("expiresIn", UNSET),
            expires_at=get_("expiresAt", UNSET),
            phone_number=get_("phoneNumber", UNSET),
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
