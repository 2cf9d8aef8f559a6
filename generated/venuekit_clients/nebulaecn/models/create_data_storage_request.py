# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CreateDataStorageRequest")


@_attrs_define
class CreateDataStorageRequest:
    """Form fields of `createDataStorage`.

    Attributes:
        title (str): Name of the entry, one that the operator allows.
        data (str): Content as JSON text.
    """

    title: str
    data: str

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        data = self.data

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "title": title,
                "data": data,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            title=src_dict["title"],
            data=src_dict["data"],
        )
        return instance_
