# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="ChangePasswordEnvelope")

_KNOWN: frozenset[str] = frozenset(
    (
        "success",
        "data",
        "errorCode",
        "errorMessage",
    )
)


@_attrs_define
class ChangePasswordEnvelope:
    """Answer of changePassword; the tokens are at data.data.

    Attributes:
        success (bool | Unset): Whether the call worked.
        data (ChangePasswordResult | None | Unset): The wrapped tokens.
        error_code (int | None | Unset): Null on success; the page prints filler here.
        error_message (None | str | Unset): Null on success. Not meant for matching.
    """

    success: bool | Unset = UNSET
    data: ChangePasswordResult | None | Unset = UNSET
    error_code: int | None | Unset = UNSET
    error_message: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        success = self.success

        data: dict[str, Any] | None | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        elif isinstance(self.data, ChangePasswordResult):
            data = self.data.to_dict()
        else:
            data = self.data

        error_code: int | None | Unset
        if isinstance(self.error_code, Unset):
            error_code = UNSET
        else:
            error_code = self.error_code

        error_message: None | str | Unset
        if isinstance(self.error_message, Unset):
            error_message = UNSET
        else:
            error_message = self.error_message

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if success is not UNSET:
            fields_["success"] = success
        if data is not UNSET:
            fields_["data"] = data
        if error_code is not UNSET:
            fields_["errorCode"] = error_code
        if error_message is not UNSET:
            fields_["errorMessage"] = error_message

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_data(data: object) -> ChangePasswordResult | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_0 = ChangePasswordResult.from_dict(data)

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        data = _parse_data(get_("data", UNSET))

        instance_ = cls(
            success=get_("success", UNSET),
            data=data,
            error_code=get_("errorCode", UNSET),
            error_message=get_("errorMessage", UNSET),
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


from ..models.change_password_result import ChangePasswordResult
