# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="CreateAuth0SessionRequest")


@_attrs_define
class CreateAuth0SessionRequest:
    """Form fields of `createAuth0Session`.

    Attributes:
        id_token (str): ID token that Auth0 issued to this user.
    """

    id_token: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        id_token = self.id_token

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "id_token": id_token,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            id_token=src_dict["id_token"],
        )
        return instance_
