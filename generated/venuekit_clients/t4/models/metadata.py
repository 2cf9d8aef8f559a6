# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Metadata")


@_attrs_define
class Metadata:
    """Time and id of a request.

    Attributes:
        timestamp (str | Unset): Time of the answer in UTC, with up to seven digits of a second.
        request_id (str | Unset): Id of the request; quote it to the support.
    """

    timestamp: str | Unset = UNSET
    request_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        timestamp = self.timestamp

        request_id = self.request_id

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if timestamp is not UNSET:
            fields_["timestamp"] = timestamp
        if request_id is not UNSET:
            fields_["requestId"] = request_id

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        values_ = dict(src_dict)
        timestamp = values_.pop("timestamp", UNSET)

        request_id = values_.pop("requestId", UNSET)

        instance_ = cls(
            timestamp=timestamp,
            request_id=request_id,
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
