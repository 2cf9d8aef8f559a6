# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="GetJWTTokensRequest")


@_attrs_define
class GetJWTTokensRequest:
    """A login at one broker's server.

    Attributes:
        email (str): E-mail address of the login.
        password (str): Password of the login.
        server (str): Name of the broker's server, the one that the web login asks for.
    """

    email: str
    password: str = _attrs_field(repr=masked)
    server: str

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        server = self.server

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "email": email,
                "password": password,
                "server": server,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            email=src_dict["email"],
            password=src_dict["password"],
            server=src_dict["server"],
        )
        return instance_
