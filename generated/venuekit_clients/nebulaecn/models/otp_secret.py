# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="OtpSecret")

_KNOWN: frozenset[str] = frozenset(
    (
        "data",
        "lease_duration",
        "lease_id",
        "renewable",
    )
)


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
        get_: Any = src_dict.get
        data = OtpSecretData.from_dict(src_dict["data"])

        instance_ = cls(
            data=data,
            lease_duration=get_("lease_duration", UNSET),
            lease_id=get_("lease_id", UNSET),
            renewable=get_("renewable", UNSET),
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


from ..models.otp_secret_data import OtpSecretData
