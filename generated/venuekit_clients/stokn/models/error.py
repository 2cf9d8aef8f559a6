# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Error")


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
        values_ = dict(src_dict)

        def _parse_success(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        success = _parse_success(values_.pop("success", UNSET))

        data = values_.pop("data", UNSET)

        def _parse_error_code(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        error_code = _parse_error_code(values_.pop("errorCode", UNSET))

        def _parse_error_message(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        error_message = _parse_error_message(values_.pop("errorMessage", UNSET))

        def _parse_type_(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        type_ = _parse_type_(values_.pop("type", UNSET))

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(values_.pop("title", UNSET))

        def _parse_status(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        status = _parse_status(values_.pop("status", UNSET))

        def _parse_detail(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        detail = _parse_detail(values_.pop("detail", UNSET))

        def _parse_instance(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        instance = _parse_instance(values_.pop("instance", UNSET))

        def _parse_timestamp(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        timestamp = _parse_timestamp(values_.pop("timestamp", UNSET))

        def _parse_error(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        error = _parse_error(values_.pop("error", UNSET))

        def _parse_path(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        path = _parse_path(values_.pop("path", UNSET))

        def _parse_message(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        message = _parse_message(values_.pop("message", UNSET))

        instance_ = cls(
            success=success,
            data=data,
            error_code=error_code,
            error_message=error_message,
            type_=type_,
            title=title,
            status=status,
            detail=detail,
            instance=instance,
            timestamp=timestamp,
            error=error,
            path=path,
            message=message,
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
