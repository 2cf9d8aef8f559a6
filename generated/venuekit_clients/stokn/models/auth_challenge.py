# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="AuthChallenge")


@_attrs_define
class AuthChallenge:
    """A step that the login asks for.

    Attributes:
        session_id (str): Session to answer in. It lives about three minutes.
        challenge_type (str): What is asked for. Known: SMS_MFA (a code by text message), NEW_PASSWORD_REQUIRED (a new
            password). Others are possible.
        username (None | str | Unset): The user name as it was sent.
    """

    session_id: str = _attrs_field(repr=masked)
    challenge_type: str
    username: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        session_id = self.session_id

        challenge_type = self.challenge_type

        username: None | str | Unset
        if isinstance(self.username, Unset):
            username = UNSET
        else:
            username = self.username

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "sessionId": session_id,
                "challengeType": challenge_type,
            }
        )
        if username is not UNSET:
            fields_["username"] = username

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        values_ = dict(src_dict)
        session_id = values_.pop("sessionId")

        challenge_type = values_.pop("challengeType")

        def _parse_username(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        username = _parse_username(values_.pop("username", UNSET))

        instance_ = cls(
            session_id=session_id,
            challenge_type=challenge_type,
            username=username,
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
