# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="UserWithFullInfo")

_KNOWN: frozenset[str] = frozenset(
    (
        "email",
        "uid",
        "level",
        "state",
        "role",
        "otp",
        "referral_uid",
        "data",
        "csrf_token",
        "username",
        "labels",
        "phones",
        "profiles",
        "data_storages",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class UserWithFullInfo:
    """The user with labels, phones, profiles and stored data. `csrf_token` is there only when the call opened a session.

    Attributes:
        email (str): E-mail address, the login name.
        uid (str): Public id of the user, beginning with `ID`.
        level (int): Verification level: 0 after sign-up, 1 e-mail, 2 phone, 3 document verified.
        state (str): `pending`, `active`, `locked`, `banned` or `deleted`; the page also says `inactive`. New ones may
            appear.
        role (str | Unset): Role: `member` for ordinary users; operators have others, such as `admin` or `superadmin`.
        otp (bool | Unset): Whether 2FA is on.
        referral_uid (None | str | Unset): UID of the referrer, or null.
        data (None | str | Unset): Free key-value pairs as JSON text, or null.
        csrf_token (str | Unset): Token for the header `X-CSRF-Token`, 20 hexadecimal digits. Replaced by every call
            that opens a session.
        username (None | str | Unset): Public user name, or null.
        labels (list[Label] | Unset): Labels of the user.
        phones (list[Phone] | Unset): Phone numbers of the user, masked.
        profiles (list[Profile] | Unset): Profiles of the user.
        data_storages (list[DataStorage] | Unset): Stored data of the user.
        created_at (str | Unset): Time of creation, ISO 8601 in UTC (`Z`), whole seconds.
        updated_at (str | Unset): Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.
    """

    email: str
    uid: str
    level: int
    state: str
    role: str | Unset = UNSET
    otp: bool | Unset = UNSET
    referral_uid: None | str | Unset = UNSET
    data: None | str | Unset = UNSET
    csrf_token: str | Unset = _attrs_field(default=UNSET, repr=masked)
    username: None | str | Unset = UNSET
    labels: list[Label] | Unset = UNSET
    phones: list[Phone] | Unset = UNSET
    profiles: list[Profile] | Unset = UNSET
    data_storages: list[DataStorage] | Unset = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        uid = self.uid

        level = self.level

        state = self.state

        role = self.role

        otp = self.otp

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

        csrf_token = self.csrf_token

        username: None | str | Unset
        if isinstance(self.username, Unset):
            username = UNSET
        else:
            username = self.username

        labels: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.labels, Unset):
            labels = []
            for labels_item_data in self.labels:
                labels_item = labels_item_data.to_dict()
                labels.append(labels_item)

        phones: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.phones, Unset):
            phones = []
            for phones_item_data in self.phones:
                phones_item = phones_item_data.to_dict()
                phones.append(phones_item)

        profiles: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.profiles, Unset):
            profiles = []
            for profiles_item_data in self.profiles:
                profiles_item = profiles_item_data.to_dict()
                profiles.append(profiles_item)

        data_storages: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.data_storages, Unset):
            data_storages = []
            for data_storages_item_data in self.data_storages:
                data_storages_item = data_storages_item_data.to_dict()
                data_storages.append(data_storages_item)

        created_at = self.created_at

        updated_at = self.updated_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "email": email,
                "uid": uid,
                "level": level,
                "state": state,
            }
        )
        if role is not UNSET:
            fields_["role"] = role
        if otp is not UNSET:
            fields_["otp"] = otp
        if referral_uid is not UNSET:
            fields_["referral_uid"] = referral_uid
        if data is not UNSET:
            fields_["data"] = data
        if csrf_token is not UNSET:
            fields_["csrf_token"] = csrf_token
        if username is not UNSET:
            fields_["username"] = username
        if labels is not UNSET:
            fields_["labels"] = labels
        if phones is not UNSET:
            fields_["phones"] = phones
        if profiles is not UNSET:
            fields_["profiles"] = profiles
        if data_storages is not UNSET:
            fields_["data_storages"] = data_storages
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        unset_: Any = UNSET
        _labels = unset_ if (given_ := get_("labels")) is None else given_
        labels: list[Label] | Unset = UNSET
        if _labels is not UNSET:
            labels = []
            for labels_item_data in _labels:
                labels_item = Label.from_dict(labels_item_data)

                labels.append(labels_item)

        _phones = unset_ if (given_ := get_("phones")) is None else given_
        phones: list[Phone] | Unset = UNSET
        if _phones is not UNSET:
            phones = []
            for phones_item_data in _phones:
                phones_item = Phone.from_dict(phones_item_data)

                phones.append(phones_item)

        _profiles = unset_ if (given_ := get_("profiles")) is None else given_
        profiles: list[Profile] | Unset = UNSET
        if _profiles is not UNSET:
            profiles = []
            for profiles_item_data in _profiles:
                profiles_item = Profile.from_dict(profiles_item_data)

                profiles.append(profiles_item)

        _data_storages = unset_ if (given_ := get_("data_storages")) is None else given_
        data_storages: list[DataStorage] | Unset = UNSET
        if _data_storages is not UNSET:
            data_storages = []
            for data_storages_item_data in _data_storages:
                data_storages_item = DataStorage.from_dict(data_storages_item_data)

                data_storages.append(data_storages_item)

        instance_ = cls(
            email=src_dict["email"],
            uid=src_dict["uid"],
            level=src_dict["level"],
            state=src_dict["state"],
            role=get_("role", UNSET),
            otp=get_("otp", UNSET),
            referral_uid=get_("referral_uid", UNSET),
            data=get_("data", UNSET),
            csrf_token=get_("csrf_token", UNSET),
            username=get_("username", UNSET),
            labels=labels,
            phones=phones,
            profiles=profiles,
            data_storages=data_storages,
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


from ..models.data_storage import DataStorage
from ..models.label import Label
from ..models.phone import Phone
from ..models.profile import Profile
