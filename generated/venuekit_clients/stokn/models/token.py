# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="Token")


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
        values_ = dict(src_dict)
        access_token = values_.pop("accessToken")

        def _parse_username(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        username = _parse_username(values_.pop("username", UNSET))

        def _parse_issued_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        issued_at = _parse_issued_at(values_.pop("issuedAt", UNSET))

        def _parse_id_token(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        id_token = _parse_id_token(values_.pop("idToken", UNSET))

        def _parse_refresh_token(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        refresh_token = _parse_refresh_token(values_.pop("refreshToken", UNSET))

        def _parse_expires_in(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expires_in = _parse_expires_in(values_.pop("expiresIn", UNSET))

        def _parse_expires_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        expires_at = _parse_expires_at(values_.pop("expiresAt", UNSET))

        def _parse_phone_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone_number = _parse_phone_number(values_.pop("phoneNumber", UNSET))

        instance_ = cls(
            access_token=access_token,
            username=username,
            issued_at=issued_at,
            id_token=id_token,
            refresh_token=refresh_token,
            expires_in=expires_in,
            expires_at=expires_at,
            phone_number=phone_number,
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
