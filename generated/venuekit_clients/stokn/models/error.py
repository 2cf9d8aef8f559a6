# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Error")

_KNOWN: frozenset[str] = frozenset(
    (
        "success",
        "data",
        "errorCode",
        "errorMessage",
        "type",
        "title",
        "status",
        "detail",
        "instance",
        "timestamp",
        "error",
        "path",
        "message",
    )
)


@_attrs_define
class Error:
    """Failure. Which fields are there depends on which part of the venue refused.

    Attributes:
        success (bool | None | Unset): False, in the envelope form.
        data (None | Unset): Null, in the envelope form.
        error_code (int | None | Unset): Reason, in the envelope form. 0 and 1 missing value, 2 malformed JSON, 3 no
            such user or account, 4 identity store refused (often: registered already), 6 wrong name or password, 7 reset
            failed, 9 password against policy, 11 unusable value (often: weak password), 18 account not active.
        error_message (None | str | Unset): The reason in words, in the envelope form. It starts with the text null-; do
            not match it.
        type_ (None | str | Unset): Problem form: kind of problem.
        title (None | str | Unset): Problem form: short text.
        status (int | None | Unset): Problem and framework form: HTTP status.
        detail (None | str | Unset): Problem form: long text.
        instance (None | str | Unset): Problem form: the path.
        timestamp (None | str | Unset): Framework form: time.
        error (None | str | Unset): Framework form: name of the status.
        path (None | str | Unset): Framework form: the path.
        message (None | str | Unset): Gateway form: the reason in words.
    """

    success: bool | None | Unset = UNSET
    data: None | Unset = UNSET
    error_code: int | None | Unset = UNSET
    error_message: None | str | Unset = UNSET
    type_: None | str | Unset = UNSET
    title: None | str | Unset = UNSET
    status: int | None | Unset = UNSET
    detail: None | str | Unset = UNSET
    instance: None | str | Unset = UNSET
    timestamp: None | str | Unset = UNSET
    error: None | str | Unset = UNSET
    path: None | str | Unset = UNSET
    message: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        success: bool | None | Unset
        if isinstance(self.success, Unset):
            success = UNSET
        else:
            success = self.success

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

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        else:
            type_ = self.type_

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        status: int | None | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        else:
            status = self.status

        detail: None | str | Unset
        if isinstance(self.detail, Unset):
            detail = UNSET
        else:
            detail = self.detail

        instance: None | str | Unset
        if isinstance(self.instance, Unset):
            instance = UNSET
        else:
            instance = self.instance

        timestamp: None | str | Unset
        if isinstance(self.timestamp, Unset):
            timestamp = UNSET
        else:
            timestamp = self.timestamp

        error: None | str | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        else:
            error = self.error

        path: None | str | Unset
        if isinstance(self.path, Unset):
            path = UNSET
        else:
            path = self.path

        message: None | str | Unset
        if isinstance(self.message, Unset):
            message = UNSET
        else:
            message = self.message

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
        if type_ is not UNSET:
            fields_["type"] = type_
        if title is not UNSET:
            fields_["title"] = title
        if status is not UNSET:
            fields_["status"] = status
        if detail is not UNSET:
            fields_["detail"] = detail
        if instance is not UNSET:
            fields_["instance"] = instance
        if timestamp is not UNSET:
            fields_["timestamp"] = timestamp
        if error is not UNSET:
            fields_["error"] = error
        if path is not UNSET:
            fields_["path"] = path
        if message is not UNSET:
            fields_["message"] = message

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            success=get_("success", UNSET),
            data=get_("data", UNSET),
            error_code=get_("errorCode", UNSET),
            error_message=get_("errorMessage", UNSET),
            type_=get_("type", UNSET),
            title=get_("title", UNSET),
            status=get_("status", UNSET),
            detail=get_("detail", UNSET),
            instance=get_("instance", UNSET),
            timestamp=get_("timestamp", UNSET),
            error=get_("error", UNSET),
            path=get_("path", UNSET),
            message=get_("message", UNSET),
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
