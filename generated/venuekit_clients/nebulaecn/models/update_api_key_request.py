# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="UpdateApiKeyRequest")


@_attrs_define
class UpdateApiKeyRequest:
    """Form fields of `updateApiKey`.

    Attributes:
        totp_code (str): Unused six-digit TOTP code of the calling user. A string: leading zeros count.
        scope (str | Unset): Scopes, comma separated. The auth service stores them and enforces none.
        state (str | Unset): `active` or `inactive`. Only an active key can sign.
    """

    totp_code: str = _attrs_field(repr=masked)
    scope: str | Unset = UNSET
    state: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        totp_code = self.totp_code

        scope = self.scope

        state = self.state

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "totp_code": totp_code,
            }
        )
        if scope is not UNSET:
            fields_["scope"] = scope
        if state is not UNSET:
            fields_["state"] = state

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            totp_code=src_dict["totp_code"],
            scope=get_("scope", UNSET),
            state=get_("state", UNSET),
        )
        return instance_
