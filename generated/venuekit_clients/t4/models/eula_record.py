# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

if TYPE_CHECKING:
    from ..models.eula_signature import EulaSignature


T = TypeVar("T", bound="EulaRecord")


@_attrs_define
class EulaRecord:
    """Record of accepted agreements.

    Attributes:
        collected_by (str | Unset): Who collected the acceptance; API after an onboarding call.
        eula_version (str | Unset): Version of the agreements.
        signatures (list[EulaSignature] | Unset): The agreements.
    """

    collected_by: str | Unset = UNSET
    eula_version: str | Unset = UNSET
    signatures: list[EulaSignature] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        collected_by = self.collected_by

        eula_version = self.eula_version

        signatures: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.signatures, Unset):
            signatures = []
            for signatures_item_data in self.signatures:
                signatures_item = signatures_item_data.to_dict()
                signatures.append(signatures_item)

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if collected_by is not UNSET:
            fields_["collectedBy"] = collected_by
        if eula_version is not UNSET:
            fields_["eulaVersion"] = eula_version
        if signatures is not UNSET:
            fields_["signatures"] = signatures

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.eula_signature import EulaSignature

        values_ = dict(src_dict)
        collected_by = values_.pop("collectedBy", UNSET)

        eula_version = values_.pop("eulaVersion", UNSET)

        _signatures = values_.pop("signatures", UNSET)
        signatures: list[EulaSignature] | Unset = UNSET
        if _signatures is not UNSET:
            signatures = []
            for signatures_item_data in _signatures:
                signatures_item = EulaSignature.from_dict(signatures_item_data)

                signatures.append(signatures_item)

        instance_ = cls(
            collected_by=collected_by,
            eula_version=eula_version,
            signatures=signatures,
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
