# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="ErrorResponse")

_KNOWN: frozenset[str] = frozenset(
    (
        "success",
        "error",
        "request_id",
    )
)


@_attrs_define
class ErrorResponse:
    """How the venue says no. Known texts in `error`: `NO_SUCH_KEY`, `KEY_EXPIRED`, `NOT_ALLOWED_FOR_IP`,
    `NOT_YOUR_KEY`, `MAX_SECRETS_EXCEED`, `REFRESH_TOKEN_NOT_FOUND`, `NO_API_KEY_FOR_REFRESH_TOKEN`,
    `NOT_YOUR_REFRESH_TOKEN`, `API_JWT_UPDATE_ERROR`, `API_SECRET_UPDATE_ERROR`, and sentences about an invalid
    payload signature and an expired timestamp. `result` is an empty array.

        Attributes:
            success (bool | Unset): Always false.
            error (str | Unset): The reason.
            request_id (None | str | Unset): The venue's name for this request.
    """

    success: bool | Unset = UNSET
    error: str | Unset = UNSET
    request_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        success = self.success

        error = self.error

        request_id: None | str | Unset
        if isinstance(self.request_id, Unset):
            request_id = UNSET
        else:
            request_id = self.request_id

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
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
        instance_ = cls(
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
