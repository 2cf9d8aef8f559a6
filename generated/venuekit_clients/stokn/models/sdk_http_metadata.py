# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="SdkHttpMetadata")

_KNOWN: frozenset[str] = frozenset(
    (
        "httpHeaders",
        "httpStatusCode",
        "allHttpHeaders",
    )
)


@_attrs_define
class SdkHttpMetadata:
    """HTTP details of the call to the identity provider.

    Attributes:
        http_headers (None | TextMap | Unset): Headers, one value each.
        http_status_code (int | None | Unset): HTTP status of that call.
        all_http_headers (None | TextListMap | Unset): Headers with all their values.
    """

    http_headers: None | TextMap | Unset = UNSET
    http_status_code: int | None | Unset = UNSET
    all_http_headers: None | TextListMap | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        http_headers: dict[str, Any] | None | Unset
        if isinstance(self.http_headers, Unset):
            http_headers = UNSET
        elif isinstance(self.http_headers, TextMap):
            http_headers = self.http_headers.to_dict()
        else:
            http_headers = self.http_headers

        http_status_code: int | None | Unset
        if isinstance(self.http_status_code, Unset):
            http_status_code = UNSET
        else:
            http_status_code = self.http_status_code

        all_http_headers: dict[str, Any] | None | Unset
        if isinstance(self.all_http_headers, Unset):
            all_http_headers = UNSET
        elif isinstance(self.all_http_headers, TextListMap):
            all_http_headers = self.all_http_headers.to_dict()
        else:
            all_http_headers = self.all_http_headers

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if http_headers is not UNSET:
            fields_["httpHeaders"] = http_headers
        if http_status_code is not UNSET:
            fields_["httpStatusCode"] = http_status_code
        if all_http_headers is not UNSET:
            fields_["allHttpHeaders"] = all_http_headers

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_http_headers(data: object) -> None | TextMap | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                http_headers_type_0 = TextMap.from_dict(data)

                return http_headers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        http_headers = _parse_http_headers(get_("httpHeaders", UNSET))

        def _parse_all_http_headers(data: object) -> None | TextListMap | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                all_http_headers_type_0 = TextListMap.from_dict(data)

                return all_http_headers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        all_http_headers = _parse_all_http_headers(get_("allHttpHeaders", UNSET))

        instance_ = cls(
            http_headers=http_headers,
            http_status_code=get_("httpStatusCode", UNSET),
            all_http_headers=all_http_headers,
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


from ..models.text_list_map import TextListMap
from ..models.text_map import TextMap
