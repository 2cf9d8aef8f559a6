# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateProfileRequest")


@_attrs_define
class UpdateProfileRequest:
    """Form fields of `updateProfile`.

    Attributes:
        first_name (str | Unset): First name.
        last_name (str | Unset): Last name.
        dob (datetime.date | Unset): Date of birth.
        address (str | Unset): Street and house number.
        postcode (str | Unset): Postcode.
        city (str | Unset): City.
        country (str | Unset): Country, ISO 3166 alpha-2 or alpha-3.
        metadata (str | Unset): Extra key-value pairs as JSON text.
        confirm (bool | Unset): `true` submits the profile for review; otherwise it stays a draft.
    """

    first_name: str | Unset = UNSET
    last_name: str | Unset = UNSET
    dob: datetime.date | Unset = UNSET
    address: str | Unset = UNSET
    postcode: str | Unset = UNSET
    city: str | Unset = UNSET
    country: str | Unset = UNSET
    metadata: str | Unset = UNSET
    confirm: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        first_name = self.first_name

        last_name = self.last_name

        dob: str | Unset = UNSET
        if not isinstance(self.dob, Unset):
            dob = self.dob.isoformat()

        address = self.address

        postcode = self.postcode

        city = self.city

        country = self.country

        metadata = self.metadata

        confirm = self.confirm

        fields_: dict[str, Any] = {}

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
        if metadata is not UNSET:
            fields_["metadata"] = metadata
        if confirm is not UNSET:
            fields_["confirm"] = confirm

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        _dob = get_("dob", UNSET)
        dob: datetime.date | Unset
        if isinstance(_dob, Unset):
            dob = UNSET
        else:
            dob = datetime.date.fromisoformat(_dob)

        instance_ = cls(
            first_name=get_("first_name", UNSET),
            last_name=get_("last_name", UNSET),
            dob=dob,
            address=get_("address", UNSET),
            postcode=get_("postcode", UNSET),
            city=get_("city", UNSET),
            country=get_("country", UNSET),
            metadata=get_("metadata", UNSET),
            confirm=get_("confirm", UNSET),
        )
        return instance_
