# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="UserWithProfile")

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
        "profiles",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class UserWithProfile:
    """The user with profiles. No operation of this API refers to it.

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
        profiles (list[Profile] | Unset): Profiles of the user.
        created_at (str | Unset): Time of creation, ISO 8601 in UTC (`Z`), whole seconds.
        updated_at (str | Unset): Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.
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
    profiles: list[Profile] | Unset = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
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

        profiles: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.profiles, Unset):
            profiles = []
            for profiles_item_data in self.profiles:
                profiles_item = profiles_item_data.to_dict()
                profiles.append(profiles_item)

        created_at = self.created_at

        updated_at = self.updated_at

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
        if profiles is not UNSET:
            fields_["profiles"] = profiles
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        unset_: Any = UNSET
        _profiles = unset_ if (given_ := get_("profiles")) is None else given_
        profiles: list[Profile] | Unset = UNSET
        if _profiles is not UNSET:
            profiles = []
            for profiles_item_data in _profiles:
                profiles_item = Profile.from_dict(profiles_item_data)

                profiles.append(profiles_item)

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
            profiles=profiles,
            created_at=get_("created_at", UNSET),
            updated_at=get_("updated_at", UNSET),
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


from ..models.profile import Profile
