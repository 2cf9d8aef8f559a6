# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="EulaRecord")

_KNOWN: frozenset[str] = frozenset(
    (
        "collectedBy",
        "eulaVersion",
        "signatures",
    )
)


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
        get_: Any = src_dict.get
        unset_: Any = UNSET
        _signatures = unset_ if (given_ := get_("signatures")) is None else given_
        signatures: list[EulaSignature] | Unset = UNSET
        if _signatures is not UNSET:
            signatures = []
            for signatures_item_data in _signatures:
                signatures_item = EulaSignature.from_dict(signatures_item_data)

                signatures.append(signatures_item)

        instance_ = cls(
            collected_by=get_("collectedBy", UNSET),
            eula_version=get_("eulaVersion", UNSET),
            signatures=signatures,
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


from ..models.eula_signature import EulaSignature
