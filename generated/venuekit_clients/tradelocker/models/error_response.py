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
        "s",
        "errmsg",
        "message",
        "error",
        "statusCode",
    )
)


@_attrs_define
class ErrorResponse:
    """How the venue says no. The trade calls use `s` and `errmsg`, the auth calls the others. Nothing in it is certain,
    and the body may be HTML.

        Attributes:
            s (None | str | Unset): `error`, on trade calls.
            errmsg (None | str | Unset): Reason, on trade calls.
            message (list[str] | None | str | Unset): Reason, on auth calls. Some answers list several.
            error (None | str | Unset): Name of the status.
            status_code (int | None | Unset): The status again.
    """

    s: None | str | Unset = UNSET
    errmsg: None | str | Unset = UNSET
    message: list[str] | None | str | Unset = UNSET
    error: None | str | Unset = UNSET
    status_code: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        s: None | str | Unset
        if isinstance(self.s, Unset):
            s = UNSET
        else:
            s = self.s

        errmsg: None | str | Unset
        if isinstance(self.errmsg, Unset):
            errmsg = UNSET
        else:
            errmsg = self.errmsg

        message: list[str] | None | str | Unset
        if isinstance(self.message, Unset):
            message = UNSET
        elif isinstance(self.message, list):
            message = self.message

        else:
            message = self.message

        error: None | str | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        else:
            error = self.error

        status_code: int | None | Unset
        if isinstance(self.status_code, Unset):
            status_code = UNSET
        else:
            status_code = self.status_code

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if s is not UNSET:
            fields_["s"] = s
        if errmsg is not UNSET:
            fields_["errmsg"] = errmsg
        if message is not UNSET:
            fields_["message"] = message
        if error is not UNSET:
            fields_["error"] = error
        if status_code is not UNSET:
            fields_["statusCode"] = status_code

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            s=get_("s", UNSET),
            errmsg=get_("errmsg", UNSET),
            message=get_("message", UNSET),
            error=get_("error", UNSET),
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
