# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..types import File

T = TypeVar("T", bound="CreateAddressRequest")


@_attrs_define
class CreateAddressRequest:
    """Form fields of `createAddress`.

    Attributes:
        country (str): Country, ISO 3166 alpha-2 or alpha-3.
        address (str): Street and house number.
        upload (list[File]): The files, for example a utility bill.
        city (str): City.
        postcode (str): Postcode.
    """

    country: str
    address: str
    upload: list[File]
    city: str
    postcode: str

    def to_dict(self) -> dict[str, Any]:
        country = self.country

        address = self.address

        upload = []
        for upload_item_data in self.upload:
            upload_item = upload_item_data.to_tuple()

            upload.append(upload_item)

        city = self.city

        postcode = self.postcode

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "country": country,
                "address": address,
                "upload[]": upload,
                "city": city,
                "postcode": postcode,
            }
        )

        return fields_

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("country", (None, str(self.country).encode(), "text/plain")))

        files.append(("address", (None, str(self.address).encode(), "text/plain")))

        for upload_item_element in self.upload:
            files.append(("upload[]", upload_item_element.to_tuple()))

        files.append(("city", (None, str(self.city).encode(), "text/plain")))

        files.append(("postcode", (None, str(self.postcode).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        upload = []
        _upload = src_dict["upload[]"]
        for upload_item_data in _upload:
            upload_item = File(payload=BytesIO(upload_item_data))

            upload.append(upload_item)

        instance_ = cls(
            country=src_dict["country"],
            address=src_dict["address"],
            upload=upload,
            city=src_dict["city"],
            postcode=src_dict["postcode"],
        )
        return instance_
