# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Document")

_KNOWN: frozenset[str] = frozenset(
    (
        "upload",
        "doc_type",
        "doc_number",
        "doc_expire",
        "metadata",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class Document:
    """An uploaded document of the user.

    Attributes:
        upload (DocumentFile | None | str | Unset): Where the file is.
        doc_type (str | Unset): `Passport`, `Identity card`, `Driver license`, `Utility Bill`, `Residental`,
            `Institutional` or `Address`. New ones may appear.
        doc_number (None | str | Unset): Number, masked to the first and last two characters.
        doc_expire (None | str | Unset): Last day of validity.
        metadata (None | str | Unset): Extra key-value pairs as JSON text.
        created_at (str | Unset): Time of creation, ISO 8601 in UTC (`Z`), whole seconds.
        updated_at (str | Unset): Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.
    """

    upload: DocumentFile | None | str | Unset = UNSET
    doc_type: str | Unset = UNSET
    doc_number: None | str | Unset = UNSET
    doc_expire: None | str | Unset = UNSET
    metadata: None | str | Unset = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        upload: dict[str, Any] | None | str | Unset
        if isinstance(self.upload, Unset):
            upload = UNSET
        elif isinstance(self.upload, DocumentFile):
            upload = self.upload.to_dict()
        else:
            upload = self.upload

        doc_type = self.doc_type

        doc_number: None | str | Unset
        if isinstance(self.doc_number, Unset):
            doc_number = UNSET
        else:
            doc_number = self.doc_number

        doc_expire: None | str | Unset
        if isinstance(self.doc_expire, Unset):
            doc_expire = UNSET
        else:
            doc_expire = self.doc_expire

        metadata: None | str | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        else:
            metadata = self.metadata

        created_at = self.created_at

        updated_at = self.updated_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if upload is not UNSET:
            fields_["upload"] = upload
        if doc_type is not UNSET:
            fields_["doc_type"] = doc_type
        if doc_number is not UNSET:
            fields_["doc_number"] = doc_number
        if doc_expire is not UNSET:
            fields_["doc_expire"] = doc_expire
        if metadata is not UNSET:
            fields_["metadata"] = metadata
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_upload(data: object) -> DocumentFile | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_document_upload_type_0 = DocumentFile.from_dict(data)

                return componentsschemas_document_upload_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, (str,)):
                raise TypeError("fits none of the documented shapes")
            return data

        upload = _parse_upload(get_("upload", UNSET))

        instance_ = cls(
            upload=upload,
            doc_type=get_("doc_type", UNSET),
            doc_number=get_("doc_number", UNSET),
            doc_expire=get_("doc_expire", UNSET),
            metadata=get_("metadata", UNSET),
            created_at=get_("created_at", UNSET),
            updated_at=get_("updated_at", UNSET),
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


from ..models.document_file import DocumentFile
