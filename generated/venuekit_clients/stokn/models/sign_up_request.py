# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import checked_list, masked

T = TypeVar("T", bound="SignUpRequest")


@_attrs_define
class SignUpRequest:
    """The person to register.

    Attributes:
        phone_number (str): Mobile number in E.164 form, for instance +13125550123. Codes go there.
        email (str): E-mail address; serves as user name at login.
        password (str): Password. The policy is not published; a weak one is refused with errorCode 11.
        roles (list[str]): Roles of the person. May be empty, but must be there.
    """

    phone_number: str
    email: str
    password: str = _attrs_field(repr=masked)
    roles: list[str]

    def to_dict(self) -> dict[str, Any]:
        phone_number = self.phone_number

        email = self.email

        password = self.password

        roles = self.roles

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "phoneNumber": phone_number,
                "email": email,
                "password": password,
                "roles": roles,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            phone_number=src_dict["phoneNumber"],
            email=src_dict["email"],
            password=src_dict["password"],
            roles=checked_list(src_dict["roles"]),
        )
        return instance_
