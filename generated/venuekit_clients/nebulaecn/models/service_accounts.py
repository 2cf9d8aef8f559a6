# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="ServiceAccounts")

_KNOWN: frozenset[str] = frozenset(
    (
        "email",
        "uid",
        "role",
        "level",
        "state",
        "user",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class ServiceAccounts:
    """A service account with its owner. No operation of this API refers to it. The list of service accounts answers
    ServiceAccountRow.

        Attributes:
            email (str | Unset): E-mail address of the service account.
            uid (str | Unset): UID of the service account.
            role (str | Unset): Role, `service_account`.
            level (int | Unset): Level of the service account.
            state (str | Unset): `active` or `disabled`.
            user (None | Unset | User): Owner, or null.
            created_at (str | Unset): Time of creation, ISO 8601 in UTC (`Z`), whole seconds.
            updated_at (str | Unset): Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.
    """

    email: str | Unset = UNSET
    uid: str | Unset = UNSET
    role: str | Unset = UNSET
    level: int | Unset = UNSET
    state: str | Unset = UNSET
    user: None | Unset | User = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        uid = self.uid

        role = self.role

        level = self.level

        state = self.state

        user: dict[str, Any] | None | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        elif isinstance(self.user, User):
            user = self.user.to_dict()
        else:
            user = self.user

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
        if state is not UNSET:
            fields_["state"] = state
        if user is not UNSET:
            fields_["user"] = user
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_user(data: object) -> None | Unset | User:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_type_0 = User.from_dict(data)

                return user_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        user = _parse_user(get_("user", UNSET))

        instance_ = cls(
            email=get_("email", UNSET),
            uid=get_("uid", UNSET),
            role=get_("role", UNSET),
            level=get_("level", UNSET),
            state=get_("state", UNSET),
            user=user,
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


from ..models.user import User
