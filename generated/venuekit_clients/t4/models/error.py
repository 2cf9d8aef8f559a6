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
        "message",
        "error",
        "type",
        "title",
        "status",
        "detail",
        "traceId",
        "statusCode",
    )
)


@_attrs_define
class Error:
    """Failure. The shape is not published; any field may be missing and others may be there.

    Attributes:
        message (str | Unset): The reason in words.
        error (str | Unset): The reason in short.
        type_ (str | Unset): Problem form: kind of problem.
        title (str | Unset): Problem form: short text.
        status (int | None | str | Unset): Problem form: HTTP status.
        detail (str | Unset): Problem form: long text.
        trace_id (str | Unset): Id of the request; quote it to the support.
        status_code (int | None | Unset): Status in the wrapped form.
    """

    message: str | Unset = UNSET
    error: str | Unset = UNSET
    type_: str | Unset = UNSET
    title: str | Unset = UNSET
    status: int | None | str | Unset = UNSET
    detail: str | Unset = UNSET
    trace_id: str | Unset = UNSET
    status_code: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        error = self.error

        type_ = self.type_

        title = self.title

        status: int | None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        else:
            status = self.status

        detail = self.detail

        trace_id = self.trace_id

        status_code: int | None | Unset
        if isinstance(self.status_code, Unset):
            status_code = UNSET
        else:
            status_code = self.status_code

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if message is not UNSET:
            fields_["message"] = message
        if error is not UNSET:
            fields_["error"] = error
        if type_ is not UNSET:
            fields_["type"] = type_
        if title is not UNSET:
            fields_["title"] = title
        if status is not UNSET:
            fields_["status"] = status
        if detail is not UNSET:
            fields_["detail"] = detail
        if trace_id is not UNSET:
            fields_["traceId"] = trace_id
        if status_code is not UNSET:
            fields_["statusCode"] = status_code

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            message=get_("message", UNSET),
            error=get_("error", UNSET),
            type_=get_("type", UNSET),
            title=get_("title", UNSET),
            status=get_("status", UNSET),
            detail=get_("detail", UNSET),
            trace_id=get_("traceId", UNSET),
            status_code=get_("statusCode", UNSET),
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
