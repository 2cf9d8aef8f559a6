# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="RespondOtpRequest")


@_attrs_define
class RespondOtpRequest:
    """Answer to the login challenge.

    Attributes:
        session_id (str): Session from login. A secret: with the code it opens the login.
        username (str): The same user name that login was called with.
        challenge_type (str): Challenge type as login gave it, normally SMS_MFA.
        code (str): Code from the text message. The page speaks of four digits, the provider sends six: treat it as
            text.
    """

    session_id: str = _attrs_field(repr=masked)
    username: str
    challenge_type: str
    code: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        session_id = self.session_id

        username = self.username

        challenge_type = self.challenge_type

        code = self.code

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "sessionId": session_id,
                "username": username,
                "challengeType": challenge_type,
                "code": code,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            session_id=src_dict["sessionId"],
            username=src_dict["username"],
            challenge_type=src_dict["challengeType"],
            code=src_dict["code"],
        )
        return instance_
