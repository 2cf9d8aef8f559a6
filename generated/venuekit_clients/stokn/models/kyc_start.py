# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="KycStart")


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
        values_ = dict(src_dict)
        identification_url = values_.pop("identificationUrl")

        def _parse_user_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        user_id = _parse_user_id(values_.pop("userId", UNSET))

        def _parse_phone_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone_number = _parse_phone_number(values_.pop("phoneNumber", UNSET))

        def _parse_number_of_attempts(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        number_of_attempts = _parse_number_of_attempts(values_.pop("numberOfAttempts", UNSET))

        def _parse_identification_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        identification_id = _parse_identification_id(values_.pop("identificationId", UNSET))

        instance_ = cls(
            identification_url=identification_url,
            user_id=user_id,
            phone_number=phone_number,
            number_of_attempts=number_of_attempts,
            identification_id=identification_id,
        )

        instance_.additional_properties = values_
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
