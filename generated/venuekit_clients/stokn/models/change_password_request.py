# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="ChangePasswordRequest")


@_attrs_define
class ChangePasswordRequest:
    """The session and the new password.

    Attributes:
        session_id (str): Session from a login that was answered with NEW_PASSWORD_REQUIRED.
        username (str): The same user name that login was called with.
        password (str): The new password.
        challenge_type (str | Unset): Challenge type as login gave it. The venue ignores it.
        password_confirm (str | Unset): The new password again. The venue does not compare the two: do that before
            calling.
    """

    session_id: str = _attrs_field(repr=masked)
    username: str
    password: str = _attrs_field(repr=masked)
    challenge_type: str | Unset = UNSET
    password_confirm: str | Unset = _attrs_field(default=UNSET, repr=masked)

    def to_dict(self) -> dict[str, Any]:
        session_id = self.session_id

        username = self.username

        password = self.password

        challenge_type = self.challenge_type

        password_confirm = self.password_confirm

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "sessionId": session_id,
                "username": username,
                "password": password,
            }
        )
        if challenge_type is not UNSET:
            fields_["challengeType"] = challenge_type
        if password_confirm is not UNSET:
            fields_["passwordConfirm"] = password_confirm

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            session_id=src_dict["sessionId"],
            username=src_dict["username"],
            password=src_dict["password"],
            challenge_type=get_("challengeType", UNSET),
            password_confirm=get_("passwordConfirm", UNSET),
        )
        return instance_
