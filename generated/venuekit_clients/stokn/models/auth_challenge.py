# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="AuthChallenge")

_KNOWN: frozenset[str] = frozenset(
    (
        "sessionId",
        "challengeType",
        "username",
    )
)


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
        get_: Any = src_dict.get
        instance_ = cls(
            session_id=src_dict["sessionId"],
            challenge_type=src_dict["challengeType"],
            username=get_("username", UNSET),
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
