# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="ForgotPasswordResult")

_KNOWN: frozenset[str] = frozenset(
    (
        "sdkResponseMetadata",
        "sdkHttpMetadata",
        "codeDeliveryDetails",
    )
)


@_attrs_define
class ForgotPasswordResult:
    """Result of forgotPassword.

    Attributes:
        sdk_response_metadata (None | SdkResponseMetadata | Unset): Metadata of the call to the identity provider.
        sdk_http_metadata (None | SdkHttpMetadata | Unset): HTTP details of that call.
        code_delivery_details (CodeDeliveryDetails | None | Unset): Where the code went.
    """

    sdk_response_metadata: None | SdkResponseMetadata | Unset = UNSET
    sdk_http_metadata: None | SdkHttpMetadata | Unset = UNSET
    code_delivery_details: CodeDeliveryDetails | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        sdk_response_metadata: dict[str, Any] | None | Unset
        if isinstance(self.sdk_response_metadata, Unset):
            sdk_response_metadata = UNSET
        elif isinstance(self.sdk_response_metadata, SdkResponseMetadata):
            sdk_response_metadata = self.sdk_response_metadata.to_dict()
        else:
            sdk_response_metadata = self.sdk_response_metadata

        sdk_http_metadata: dict[str, Any] | None | Unset
        if isinstance(self.sdk_http_metadata, Unset):
            sdk_http_metadata = UNSET
        elif isinstance(self.sdk_http_metadata, SdkHttpMetadata):
            sdk_http_metadata = self.sdk_http_metadata.to_dict()
        else:
            sdk_http_metadata = self.sdk_http_metadata

        code_delivery_details: dict[str, Any] | None | Unset
        if isinstance(self.code_delivery_details, Unset):
            code_delivery_details = UNSET
        elif isinstance(self.code_delivery_details, CodeDeliveryDetails):
            code_delivery_details = self.code_delivery_details.to_dict()
        else:
            code_delivery_details = self.code_delivery_details

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if sdk_response_metadata is not UNSET:
            fields_["sdkResponseMetadata"] = sdk_response_metadata
        if sdk_http_metadata is not UNSET:
            fields_["sdkHttpMetadata"] = sdk_http_metadata
        if code_delivery_details is not UNSET:
            fields_["codeDeliveryDetails"] = code_delivery_details

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_sdk_response_metadata(data: object) -> None | SdkResponseMetadata | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sdk_response_metadata_type_0 = SdkResponseMetadata.from_dict(data)

                return sdk_response_metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        sdk_response_metadata = _parse_sdk_response_metadata(get_("sdkResponseMetadata", UNSET))

        def _parse_sdk_http_metadata(data: object) -> None | SdkHttpMetadata | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sdk_http_metadata_type_0 = SdkHttpMetadata.from_dict(data)

                return sdk_http_metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        sdk_http_metadata = _parse_sdk_http_metadata(get_("sdkHttpMetadata", UNSET))

        def _parse_code_delivery_details(data: object) -> CodeDeliveryDetails | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                code_delivery_details_type_0 = CodeDeliveryDetails.from_dict(data)

                return code_delivery_details_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        code_delivery_details = _parse_code_delivery_details(get_("codeDeliveryDetails", UNSET))

        instance_ = cls(
            sdk_response_metadata=sdk_response_metadata,
            sdk_http_metadata=sdk_http_metadata,
            code_delivery_details=code_delivery_details,
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


from ..models.code_delivery_details import CodeDeliveryDetails
from ..models.sdk_http_metadata import SdkHttpMetadata
from ..models.sdk_response_metadata import SdkResponseMetadata
