# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="RefreshTokenRequest")


@_attrs_define
class RefreshTokenRequest:
    """Whose tokens to renew.

    Attributes:
        username (str): The `username` of the token, which is the id of the person.
        refresh_token (str): Refresh token from the login.
    """

    username: str
    refresh_token: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        refresh_token = self.refresh_token

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "username": username,
                "refreshToken": refresh_token,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            username=src_dict["username"],
            refresh_token=src_dict["refreshToken"],
        )
        return instance_
