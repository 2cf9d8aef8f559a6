# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="LoginRequest")


@_attrs_define
class LoginRequest:
    """Name and password.

    Attributes:
        username (str): E-mail address or phone number of the person.
        password (str): Password of the person.
    """

    username: str
    password: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        password = self.password

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "username": username,
                "password": password,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            username=src_dict["username"],
            password=src_dict["password"],
        )
        return instance_
