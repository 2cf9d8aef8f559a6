# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="ConfirmEmailRequest")


@_attrs_define
class ConfirmEmailRequest:
    """Form fields of `confirmEmail`.

    Attributes:
        token (str): Token from the link in the confirmation e-mail (`confirmation_token`).
    """

    token: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "token": token,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            token=src_dict["token"],
        )
        return instance_
