# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="RefreshJwtRequest")


@_attrs_define
class RefreshJwtRequest:
    """Which mode, and in frontend mode the refresh token.

    Attributes:
        is_client (bool): The mode the session was made in.
        refresh_token (str | Unset): The refresh token in force. Frontend mode; leave it out in market maker mode.
    """

    is_client: bool
    refresh_token: str | Unset = _attrs_field(default=UNSET, repr=masked)

    def to_dict(self) -> dict[str, Any]:
        is_client = self.is_client

        refresh_token = self.refresh_token

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "is_client": is_client,
            }
        )
        if refresh_token is not UNSET:
            fields_["refresh_token"] = refresh_token

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            is_client=src_dict["is_client"],
            refresh_token=get_("refresh_token", UNSET),
        )
        return instance_
