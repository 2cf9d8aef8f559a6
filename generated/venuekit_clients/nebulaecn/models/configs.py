# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Configs")

_KNOWN: frozenset[str] = frozenset(
    (
        "session_expire_time",
        "captcha_type",
        "captcha_id",
        "phone_verification_type",
        "password_min_entropy",
        "password_regexp",
    )
)


@_attrs_define
class Configs:
    """Settings that a client needs before sign-up. Unset ones are left out.

    Attributes:
        session_expire_time (int | Unset): Seconds after which an idle session ends.
        captcha_type (str | Unset): `none`, `recaptcha` or `geetest`.
        captcha_id (str | Unset): Site key of the captcha, with `recaptcha` only.
        phone_verification_type (str | Unset): How phone codes are sent, such as `mock`, `twilio_sms` or
            `twilio_verify`.
        password_min_entropy (int | Unset): Least entropy of a password.
        password_regexp (str | Unset): Character rules as Ruby text, `(?-mix:…)`. For people; other engines may not
            accept it.
    """

    session_expire_time: int | Unset = UNSET
    captcha_type: str | Unset = UNSET
    captcha_id: str | Unset = UNSET
    phone_verification_type: str | Unset = UNSET
    password_min_entropy: int | Unset = UNSET
    password_regexp: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        session_expire_time = self.session_expire_time

        captcha_type = self.captcha_type

        captcha_id = self.captcha_id

        phone_verification_type = self.phone_verification_type

        password_min_entropy = self.password_min_entropy

        password_regexp = self.password_regexp

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if session_expire_time is not UNSET:
            fields_["session_expire_time"] = session_expire_time
        if captcha_type is not UNSET:
            fields_["captcha_type"] = captcha_type
        if captcha_id is not UNSET:
            fields_["captcha_id"] = captcha_id
        if phone_verification_type is not UNSET:
            fields_["phone_verification_type"] = phone_verification_type
        if password_min_entropy is not UNSET:
            fields_["password_min_entropy"] = password_min_entropy
        if password_regexp is not UNSET:
            fields_["password_regexp"] = password_regexp

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            session_expire_time=get_("session_expire_time", UNSET),
            captcha_type=get_("captcha_type", UNSET),
            captcha_id=get_("captcha_id", UNSET),
            phone_verification_type=get_("phone_verification_type", UNSET),
            password_min_entropy=get_("password_min_entropy", UNSET),
            password_regexp=get_("password_regexp", UNSET),
        )
        if not _KNOWN.issuperset(src_dict):
            rest_ = {key: value for key, value in src_dict.items() if key not in _KNOWN}
            instance_.additional_properties = rest_
        return instance_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
