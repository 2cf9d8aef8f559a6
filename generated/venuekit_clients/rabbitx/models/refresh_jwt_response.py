# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="RefreshJwtResponse")

_KNOWN: frozenset[str] = frozenset(
    (
        "result",
        "success",
        "error",
        "request_id",
    )
)


@_attrs_define
class RefreshJwtResponse:
    """The envelope around the new tokens.

    Attributes:
        result (list[RefreshedJwt | str]): One element on success. An object, or on one page of the vendor the bare JWT.
        success (bool | Unset): Whether the call did what it should.
        error (str | Unset): Empty on success, otherwise the reason.
        request_id (None | str | Unset): The venue's name for this request.
    """

    result: list[RefreshedJwt | str] = _attrs_field(repr=masked)
    success: bool | Unset = UNSET
    error: str | Unset = UNSET
    request_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        result = []
        for result_item_data in self.result:
            result_item: dict[str, Any] | str
            if isinstance(result_item_data, RefreshedJwt):
                result_item = result_item_data.to_dict()
            else:
                result_item = result_item_data
            result.append(result_item)

        success = self.success

        error = self.error

        request_id: None | str | Unset
        if isinstance(self.request_id, Unset):
            request_id = UNSET
        else:
            request_id = self.request_id

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "result": result,
            }
        )
        if success is not UNSET:
            fields_["success"] = success
        if error is not UNSET:
            fields_["error"] = error
        if request_id is not UNSET:
            fields_["request_id"] = request_id

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        result = []
        _result = src_dict["result"]
        for result_item_data in _result:

            def _parse_result_item(data: object) -> RefreshedJwt | str:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_refreshed_jwt_or_text_type_0 = RefreshedJwt.from_dict(data)

                    return componentsschemas_refreshed_jwt_or_text_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, (str,)):
                    raise TypeError("fits none of the documented shapes")
                return data

            result_item = _parse_result_item(result_item_data)

            result.append(result_item)

        instance_ = cls(
            result=result,
            success=get_("success", UNSET),
            error=get_("error", UNSET),
            request_id=get_("request_id", UNSET),
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


from ..models.refreshed_jwt import RefreshedJwt
