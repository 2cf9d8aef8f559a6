# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="EulaAcceptance")


@_attrs_define
class EulaAcceptance:
    """Agreements the person accepted. Without them the person cannot use the platform.

    Attributes:
        collected_by (str): Who collected the acceptance; normally an empty text. The answer says API.
        eula_version (str): Version of the agreements that were shown, as text.
        signatures (list[NewEulaSignature]): One entry for each agreement.
    """

    collected_by: str
    eula_version: str
    signatures: list[NewEulaSignature]

    def to_dict(self) -> dict[str, Any]:
        collected_by = self.collected_by

        eula_version = self.eula_version

        signatures = []
        for signatures_item_data in self.signatures:
            signatures_item = signatures_item_data.to_dict()
            signatures.append(signatures_item)

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "collectedBy": collected_by,
                "eulaVersion": eula_version,
                "signatures": signatures,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        signatures = []
        _signatures = src_dict["signatures"]
        for signatures_item_data in _signatures:
            signatures_item = NewEulaSignature.from_dict(signatures_item_data)

            signatures.append(signatures_item)

        instance_ = cls(
            collected_by=src_dict["collectedBy"],
            eula_version=src_dict["eulaVersion"],
            signatures=signatures,
        )
        return instance_


from ..models.new_eula_signature import NewEulaSignature
