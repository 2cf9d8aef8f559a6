# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="UserEula")

_KNOWN: frozenset[str] = frozenset(
    (
        "documents",
        "signatureTemplate",
    )
)


@_attrs_define
class UserEula:
    """Agreements of a user.

    Attributes:
        documents (list[EulaDocument] | Unset): The agreements that apply to the user.
        signature_template (EulaRecord | None | Unset): Acceptance to fill in: put a time into each entry.
    """

    documents: list[EulaDocument] | Unset = UNSET
    signature_template: EulaRecord | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        documents: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.documents, Unset):
            documents = []
            for documents_item_data in self.documents:
                documents_item = documents_item_data.to_dict()
                documents.append(documents_item)

        signature_template: dict[str, Any] | None | Unset
        if isinstance(self.signature_template, Unset):
            signature_template = UNSET
        elif isinstance(self.signature_template, EulaRecord):
            signature_template = self.signature_template.to_dict()
        else:
            signature_template = self.signature_template

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if documents is not UNSET:
            fields_["documents"] = documents
        if signature_template is not UNSET:
            fields_["signatureTemplate"] = signature_template

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        unset_: Any = UNSET
        _documents = unset_ if (given_ := get_("documents")) is None else given_
        documents: list[EulaDocument] | Unset = UNSET
        if _documents is not UNSET:
            documents = []
            for documents_item_data in _documents:
                documents_item = EulaDocument.from_dict(documents_item_data)

                documents.append(documents_item)

        def _parse_signature_template(data: object) -> EulaRecord | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                signature_template_type_0 = EulaRecord.from_dict(data)

                return signature_template_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        signature_template = _parse_signature_template(get_("signatureTemplate", UNSET))

        instance_ = cls(
            documents=documents,
            signature_template=signature_template,
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


from ..models.eula_document import EulaDocument
from ..models.eula_record import EulaRecord
