# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Activity")

_KNOWN: frozenset[str] = frozenset(
    (
        "id",
        "user_ip",
        "user_ip_country",
        "user_agent",
        "topic",
        "action",
        "result",
        "data",
        "created_at",
    )
)


@_attrs_define
class Activity:
    """Something the user did, or tried to do.

    Attributes:
        id (int | Unset): Id of the entry.
        user_ip (str | Unset): Client address.
        user_ip_country (None | str | Unset): Country of the client address, or null.
        user_agent (str | Unset): User-Agent of the client.
        topic (str | Unset): What it was about, such as `session`, `password` or `otp`; `general` by default.
        action (str | Unset): What was done, such as `login`, or `create`, `read`, `update`, `delete`, `system`.
        result (str | Unset): `succeed`, `failed` or `denied`.
        data (None | str | Unset): Parameters of the call as text, or null.
        created_at (str | Unset): Time of the entry, ISO 8601 in UTC (`Z`), whole seconds.
    """

    id: int | Unset = UNSET
    user_ip: str | Unset = UNSET
    user_ip_country: None | str | Unset = UNSET
    user_agent: str | Unset = UNSET
    topic: str | Unset = UNSET
    action: str | Unset = UNSET
    result: str | Unset = UNSET
    data: None | str | Unset = UNSET
    created_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        user_ip = self.user_ip

        user_ip_country: None | str | Unset
        if isinstance(self.user_ip_country, Unset):
            user_ip_country = UNSET
        else:
            user_ip_country = self.user_ip_country

        user_agent = self.user_agent

        topic = self.topic

        action = self.action

        result = self.result

        data: None | str | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        else:
            data = self.data

        created_at = self.created_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if id is not UNSET:
            fields_["id"] = id
        if user_ip is not UNSET:
            fields_["user_ip"] = user_ip
        if user_ip_country is not UNSET:
            fields_["user_ip_country"] = user_ip_country
        if user_agent is not UNSET:
            fields_["user_agent"] = user_agent
        if topic is not UNSET:
            fields_["topic"] = topic
        if action is not UNSET:
            fields_["action"] = action
        if result is not UNSET:
            fields_["result"] = result
        if data is not UNSET:
            fields_["data"] = data
        if created_at is not UNSET:
            fields_["created_at"] = created_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            id=get_("id", UNSET),
            user_ip=get_("user_ip", UNSET),
            user_ip_country=get_("user_ip_country", UNSET),
            user_agent=get_("user_agent", UNSET),
            topic=get_("topic", UNSET),
            action=get_("action", UNSET),
            result=get_("result", UNSET),
            data=get_("data", UNSET),
            created_at=get_("created_at", UNSET),
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
