# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="ValidateIdentityPasswordRequest")


@_attrs_define
class ValidateIdentityPasswordRequest:
    """Form fields of `validateIdentityPassword`.

    Attributes:
        password (str): Candidate password.
    """

    password: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        password = self.password

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "password": password,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            password=src_dict["password"],
        )
        return instance_
