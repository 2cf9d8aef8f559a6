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
    """Who logs in, and with which application.

    Attributes:
        firm (str): Firm name, agreed with the venue.
        user_name (str): The username given at onboarding.
        password (str): Password of the person.
        app_name (str): Application name, agreed with the venue.
        app_license (str): Licence key of the application, agreed with the venue.
    """

    firm: str
    user_name: str
    password: str = _attrs_field(repr=masked)
    app_name: str
    app_license: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        firm = self.firm

        user_name = self.user_name

        password = self.password

        app_name = self.app_name

        app_license = self.app_license

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "firm": firm,
                "userName": user_name,
                "password": password,
                "appName": app_name,
                "appLicense": app_license,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            firm=src_dict["firm"],
            user_name=src_dict["userName"],
            password=src_dict["password"],
            app_name=src_dict["appName"],
            app_license=src_dict["appLicense"],
        )
        return instance_
