# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewEulaSignature")


@_attrs_define
class NewEulaSignature:
    """Acceptance of one agreement.

    Attributes:
        document_name (str): Name of the agreement, as the venue spells it.
        signed (str): When the person accepted, ISO 8601. The page shows it without a zone, for instance
            2025-05-01T10:30:15.
    """

    document_name: str
    signed: str

    def to_dict(self) -> dict[str, Any]:
        document_name = self.document_name

        signed = self.signed

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "documentName": document_name,
                "signed": signed,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            document_name=src_dict["documentName"],
            signed=src_dict["signed"],
        )
        return instance_
