# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="User")

_KNOWN: frozenset[str] = frozenset(
    (
        "email",
        "uid",
        "role",
        "level",
        "otp",
        "state",
        "referral_uid",
        "data",
        "username",
    )
)


@_attrs_define
class User:
    """The user without attachments. No operation of this API refers to it.

    Attributes:
        email (str | Unset): E-mail address, the login name.
        uid (str | Unset): Public id of the user, beginning with `ID`.
        role (str | Unset): Role: `member` for ordinary users; operators have others, such as `admin` or `superadmin`.
        level (int | Unset): Verification level: 0 after sign-up, 1 e-mail, 2 phone, 3 document verified.
        otp (bool | Unset): Whether 2FA is on.
        state (str | Unset): `pending`, `active`, `locked`, `banned` or `deleted`; the page also says `inactive`. New
            ones may appear.
        referral_uid (None | str | Unset): UID of the referrer, or null.
        data (None | str | Unset): Free key-value pairs as JSON text, or null.
        username (None | str | Unset): Public user name, or null.
    """

    email: str | Unset = UNSET
    uid: str | Unset = UNSET
    role: str | Unset = UNSET
    level: int | Unset = UNSET
    otp: bool | Unset = UNSET
    state: str | Unset = UNSET
    referral_uid: None | str | Unset = UNSET
    data: None | str | Unset = UNSET
    username: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        uid = self.uid

        role = self.role

        level = self.level

        otp = self.otp

        state = self.state

        referral_uid: None | str | Unset
        if isinstance(self.referral_uid, Unset):
            referral_uid = UNSET
        else:
            referral_uid = self.referral_uid

        data: None | str | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        else:
            data = self.data

        username: None | str | Unset
        if isinstance(self.username, Unset):
            username = UNSET
        else:
            username = self.username

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if email is not UNSET:
            fields_["email"] = email
        if uid is not UNSET:
            fields_["uid"] = uid
        if role is not UNSET:
            fields_["role"] = role
        if level is not UNSET:
            fields_["level"] = level
        if otp is not UNSET:
            fields_["otp"] = otp
        if state is not UNSET:
            fields_["state"] = state
        if referral_uid is not UNSET:
            fields_["referral_uid"] = referral_uid
        if data is not UNSET:
            fields_["data"] = data
        if username is not UNSET:
            fields_["username"] = username

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            email=get_("email", UNSET),
            uid=get_("uid", UNSET),
            role=get_("role", UNSET),
            level=get_("level", UNSET),
            otp=get_("otp", UNSET),
            state=get_("state", UNSET),
            referral_uid=get_("referral_uid", UNSET),
            data=get_("data", UNSET),
            username=get_("username", UNSET),
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
