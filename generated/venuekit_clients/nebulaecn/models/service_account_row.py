# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="ServiceAccountRow")

_KNOWN: frozenset[str] = frozenset(
    (
        "id",
        "uid",
        "owner_id",
        "email",
        "role",
        "level",
        "state",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class ServiceAccountRow:
    """A service account as the list answers it.

    Attributes:
        id (int | Unset): Database id.
        uid (str | Unset): UID of the service account.
        owner_id (int | None | Unset): Database id of the owner, or null.
        email (str | Unset): E-mail address.
        role (str | Unset): Role, `service_account`.
        level (int | Unset): Level of the service account.
        state (str | Unset): `active` or `disabled`. New ones may appear.
        created_at (str | Unset): Time of creation, ISO 8601 in UTC with milliseconds.
        updated_at (str | Unset): Time of the last change, ISO 8601 in UTC with milliseconds.
    """

    id: int | Unset = UNSET
    uid: str | Unset = UNSET
    owner_id: int | None | Unset = UNSET
    email: str | Unset = UNSET
    role: str | Unset = UNSET
    level: int | Unset = UNSET
    state: str | Unset = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        uid = self.uid

        owner_id: int | None | Unset
        if isinstance(self.owner_id, Unset):
            owner_id = UNSET
        else:
            owner_id = self.owner_id

        email = self.email

        role = self.role

        level = self.level

        state = self.state

        created_at = self.created_at

        updated_at = self.updated_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if id is not UNSET:
            fields_["id"] = id
        if uid is not UNSET:
            fields_["uid"] = uid
        if owner_id is not UNSET:
            fields_["owner_id"] = owner_id
        if email is not UNSET:
            fields_["email"] = email
        if role is not UNSET:
            fields_["role"] = role
        if level is not UNSET:
            fields_["level"] = level
        if state is not UNSET:
            fields_["state"] = state
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            id=get_("id", UNSET),
            uid=get_("uid", UNSET),
            owner_id=get_("owner_id", UNSET),
            email=get_("email", UNSET),
            role=get_("role", UNSET),
            level=get_("level", UNSET),
            state=get_("state", UNSET),
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
