# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Profile")

_KNOWN: frozenset[str] = frozenset(
    (
        "first_name",
        "last_name",
        "dob",
        "address",
        "postcode",
        "city",
        "country",
        "state",
        "metadata",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class Profile:
    """Personal data of the user, partly masked.

    Attributes:
        first_name (None | str | Unset): First name.
        last_name (None | str | Unset): Last name, masked to its first letter.
        dob (None | str | Unset): Date of birth with the day masked, such as `1990-04-**`. Not a date.
        address (None | str | Unset): Street and house number.
        postcode (None | str | Unset): Postcode.
        city (None | str | Unset): City.
        country (None | str | Unset): Country, alpha-2 or alpha-3.
        state (str | Unset): `drafted`, `submitted`, `verified` or `rejected`. New ones may appear.
        metadata (None | str | Unset): The JSON text that was sent, or null.
        created_at (str | Unset): Time of creation, ISO 8601 in UTC (`Z`), whole seconds.
        updated_at (str | Unset): Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.
    """

    first_name: None | str | Unset = UNSET
    last_name: None | str | Unset = UNSET
    dob: None | str | Unset = UNSET
    address: None | str | Unset = UNSET
    postcode: None | str | Unset = UNSET
    city: None | str | Unset = UNSET
    country: None | str | Unset = UNSET
    state: str | Unset = UNSET
    metadata: None | str | Unset = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        first_name: None | str | Unset
        if isinstance(self.first_name, Unset):
            first_name = UNSET
        else:
            first_name = self.first_name

        last_name: None | str | Unset
        if isinstance(self.last_name, Unset):
            last_name = UNSET
        else:
            last_name = self.last_name

        dob: None | str | Unset
        if isinstance(self.dob, Unset):
            dob = UNSET
        else:
            dob = self.dob

        address: None | str | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        else:
            address = self.address

        postcode: None | str | Unset
        if isinstance(self.postcode, Unset):
            postcode = UNSET
        else:
            postcode = self.postcode

        city: None | str | Unset
        if isinstance(self.city, Unset):
            city = UNSET
        else:
            city = self.city

        country: None | str | Unset
        if isinstance(self.country, Unset):
            country = UNSET
        else:
            country = self.country

        state = self.state

        metadata: None | str | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        else:
            metadata = self.metadata

        created_at = self.created_at

        updated_at = self.updated_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if first_name is not UNSET:
            fields_["first_name"] = first_name
        if last_name is not UNSET:
            fields_["last_name"] = last_name
        if dob is not UNSET:
            fields_["dob"] = dob
        if address is not UNSET:
            fields_["address"] = address
        if postcode is not UNSET:
            fields_["postcode"] = postcode
        if city is not UNSET:
            fields_["city"] = city
        if country is not UNSET:
            fields_["country"] = country
        if state is not UNSET:
            fields_["state"] = state
        if metadata is not UNSET:
            fields_["metadata"] = metadata
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            first_name=get_("first_name", UNSET),
            last_name=get_("last_name", UNSET),
            dob=get_("dob", UNSET),
            address=get_("address", UNSET),
            postcode=get_("postcode", UNSET),
            city=get_("city", UNSET),
            country=get_("country", UNSET),
            state=get_("state", UNSET),
            metadata=get_("metadata", UNSET),
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
