# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..types import UNSET, File, Unset

T = TypeVar("T", bound="CreateDocumentRequest")


@_attrs_define
class CreateDocumentRequest:
    """Form fields of `createDocument`.

    Attributes:
        doc_type (str): `Passport`, `Identity card`, `Driver license`, `Utility Bill`, `Residental` (spelled so),
            `Institutional` or `Address`.
        doc_number (str): Number of the document.
        upload (list[File]): The picture files.
        doc_expire (datetime.date | Unset): Last day of validity.
        doc_category (str | Unset): Side: `front_side`, `back_side` or `selfie`.
        identificator (str | Unset): Ties the files of one document together; 32 hexadecimal digits in the official
            client.
        metadata (str | Unset): Extra key-value pairs as JSON text.
    """

    doc_type: str
    doc_number: str
    upload: list[File]
    doc_expire: datetime.date | Unset = UNSET
    doc_category: str | Unset = UNSET
    identificator: str | Unset = UNSET
    metadata: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        doc_type = self.doc_type

        doc_number = self.doc_number

        upload = []
        for upload_item_data in self.upload:
            upload_item = upload_item_data.to_tuple()

            upload.append(upload_item)

        doc_expire: str | Unset = UNSET
        if not isinstance(self.doc_expire, Unset):
            doc_expire = self.doc_expire.isoformat()

        doc_category = self.doc_category

        identificator = self.identificator

        metadata = self.metadata

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "doc_type": doc_type,
                "doc_number": doc_number,
                "upload[]": upload,
            }
        )
        if doc_expire is not UNSET:
            fields_["doc_expire"] = doc_expire
        if doc_category is not UNSET:
            fields_["doc_category"] = doc_category
        if identificator is not UNSET:
            fields_["identificator"] = identificator
        if metadata is not UNSET:
            fields_["metadata"] = metadata

        return fields_

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("doc_type", (None, str(self.doc_type).encode(), "text/plain")))

        files.append(("doc_number", (None, str(self.doc_number).encode(), "text/plain")))

        for upload_item_element in self.upload:
            files.append(("upload[]", upload_item_element.to_tuple()))

        if not isinstance(self.doc_expire, Unset):
            files.append(("doc_expire", (None, self.doc_expire.isoformat().encode(), "text/plain")))

        if not isinstance(self.doc_category, Unset):
            files.append(("doc_category", (None, str(self.doc_category).encode(), "text/plain")))

        if not isinstance(self.identificator, Unset):
            files.append(("identificator", (None, str(self.identificator).encode(), "text/plain")))

        if not isinstance(self.metadata, Unset):
            files.append(("metadata", (None, str(self.metadata).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        upload = []
        _upload = src_dict["upload[]"]
        for upload_item_data in _upload:
            upload_item = File(payload=BytesIO(upload_item_data))

            upload.append(upload_item)

        _doc_expire = get_("doc_expire", UNSET)
        doc_expire: datetime.date | Unset
        if isinstance(_doc_expire, Unset):
            doc_expire = UNSET
        else:
            doc_expire = datetime.date.fromisoformat(_doc_expire)

        instance_ = cls(
            doc_type=src_dict["doc_type"],
            doc_number=src_dict["doc_number"],
            upload=upload,
            doc_expire=doc_expire,
            doc_category=get_("doc_category", UNSET),
            identificator=get_("identificator", UNSET),
            metadata=get_("metadata", UNSET),
        )
        return instance_
