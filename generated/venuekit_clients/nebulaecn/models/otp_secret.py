# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

if TYPE_CHECKING:
    from ..models.otp_secret_data import OtpSecretData


T = TypeVar("T", bound="OtpSecret")


@_attrs_define
class OtpSecret:
    """A new TOTP secret, as the secret store answers it. Only `data` matters; the other fields belong to the store.

    Attributes:
        data (OtpSecretData): The secret in two forms.
        lease_duration (int | None | Unset): Of the store, of no use here.
        lease_id (None | str | Unset): Of the store, of no use here.
        renewable (bool | None | Unset): Of the store, of no use here.
    """

    data: OtpSecretData
    lease_duration: int | None | Unset = UNSET
    lease_id: None | str | Unset = UNSET
    renewable: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        lease_duration: int | None | Unset
        if isinstance(self.lease_duration, Unset):
            lease_duration = UNSET
        else:
            lease_duration = self.lease_duration

        lease_id: None | str | Unset
        if isinstance(self.lease_id, Unset):
            lease_id = UNSET
        else:
            lease_id = self.lease_id

        renewable: bool | None | Unset
        if isinstance(self.renewable, Unset):
            renewable = UNSET
        else:
            renewable = self.renewable

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "data": data,
            }
        )
        if lease_duration is not UNSET:
            fields_["lease_duration"] = lease_duration
        if lease_id is not UNSET:
            fields_["lease_id"] = lease_id
        if renewable is not UNSET:
            fields_["renewable"] = renewable

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.otp_secret_data import OtpSecretData

        values_ = dict(src_dict)
        data = OtpSecretData.from_dict(values_.pop("data"))

        def _parse_lease_duration(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        lease_duration = _parse_lease_duration(values_.pop("lease_duration", UNSET))

        def _parse_lease_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        lease_id = _parse_lease_id(values_.pop("lease_id", UNSET))

        def _parse_renewable(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        renewable = _parse_renewable(values_.pop("renewable", UNSET))

        instance_ = cls(
            data=data,
            lease_duration=lease_duration,
            lease_id=lease_id,
            renewable=renewable,
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
