# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="CreateUserRequest")


@_attrs_define
class CreateUserRequest:
    """Form fields of `createUser`.

    Attributes:
        email (str): E-mail address; also the login name.
        password (str): Password: 8 to 80 characters with a lower-case letter, an upper-case letter and a digit, and an
            entropy of at least the configured minimum (14 unless `getIdentityConfigs` says otherwise).
        username (str | Unset): Public user name, 4 to 12 letters and digits, unique.
        refid (str | Unset): UID of the user who referred this one (`ID…`).
        captcha_response (str | Unset): Answer of the captcha widget, when `getIdentityConfigs` reports a captcha. A
            Geetest answer is three fields and does not fit in this string.
        data (str | Unset): Extra key-value pairs as JSON text.
    """

    email: str
    password: str = _attrs_field(repr=masked)
    username: str | Unset = UNSET
    refid: str | Unset = UNSET
    captcha_response: str | Unset = _attrs_field(default=UNSET, repr=masked)
    data: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        username = self.username

        refid = self.refid

        captcha_response = self.captcha_response

        data = self.data

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "email": email,
                "password": password,
            }
        )
        if username is not UNSET:
            fields_["username"] = username
        if refid is not UNSET:
            fields_["refid"] = refid
        if captcha_response is not UNSET:
            fields_["captcha_response"] = captcha_response
        if data is not UNSET:
            fields_["data"] = data

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            email=src_dict["email"],
            password=src_dict["password"],
            username=get_("username", UNSET),
            refid=get_("refid", UNSET),
            captcha_response=get_("captcha_response", UNSET),
            data=get_("data", UNSET),
        )
        return instance_
