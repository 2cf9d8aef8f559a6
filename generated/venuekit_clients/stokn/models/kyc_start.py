# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="KycStart")

_KNOWN: frozenset[str] = frozenset(
    (
        "identificationUrl",
        "userId",
        "phoneNumber",
        "numberOfAttempts",
        "identificationId",
    )
)


@_attrs_define
class KycStart:
    """An identity check.

    Attributes:
        identification_url (str): Address where the person does the identity check.
        user_id (None | str | Unset): Id of the person.
        phone_number (None | str | Unset): Mobile number of the person.
        number_of_attempts (int | None | Unset): Attempts so far.
        identification_id (None | str | Unset): Id of the identification.
    """

    identification_url: str
    user_id: None | str | Unset = UNSET
    phone_number: None | str | Unset = UNSET
    number_of_attempts: int | None | Unset = UNSET
    identification_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        identification_url = self.identification_url

        user_id: None | str | Unset
        if isinstance(self.user_id, Unset):
            user_id = UNSET
        else:
            user_id = self.user_id

        phone_number: None | str | Unset
        if isinstance(self.phone_number, Unset):
            phone_number = UNSET
        else:
            phone_number = self.phone_number

        number_of_attempts: int | None | Unset
        if isinstance(self.number_of_attempts, Unset):
            number_of_attempts = UNSET
        else:
            number_of_attempts = self.number_of_attempts

        identification_id: None | str | Unset
        if isinstance(self.identification_id, Unset):
            identification_id = UNSET
        else:
            identification_id = self.identification_id

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "identificationUrl": identification_url,
            }
        )
        if user_id is not UNSET:
            fields_["userId"] = user_id
        if phone_number is not UNSET:
            fields_["phoneNumber"] = phone_number
        if number_of_attempts is not UNSET:
            fields_["numberOfAttempts"] = number_of_attempts
        if identification_id is not UNSET:
            fields_["identificationId"] = identification_id

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            identification_url=src_dict["identificationUrl"],
            user_id=get_("userId", UNSET),
            phone_number=get_("phoneNumber", UNSET),
            number_of_attempts=get_("numberOfAttempts", UNSET),
            identification_id=get_("identificationId", UNSET),
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
