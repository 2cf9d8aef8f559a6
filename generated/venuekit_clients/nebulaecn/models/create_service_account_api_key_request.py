# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="CreateServiceAccountApiKeyRequest")


@_attrs_define
class CreateServiceAccountApiKeyRequest:
    """Form fields of `createServiceAccountApiKey`.

    Attributes:
        service_account_uid (str): UID of the service account.
        algorithm (str): Signing algorithm. Only `HS256` is accepted.
        totp_code (str): Unused six-digit TOTP code of the calling user. A string: leading zeros count.
        scope (str | Unset): Scopes, comma separated. The auth service stores them and enforces none.
    """

    service_account_uid: str
    algorithm: str
    totp_code: str = _attrs_field(repr=masked)
    scope: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        service_account_uid = self.service_account_uid

        algorithm = self.algorithm

        totp_code = self.totp_code

        scope = self.scope

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "service_account_uid": service_account_uid,
                "algorithm": algorithm,
                "totp_code": totp_code,
            }
        )
        if scope is not UNSET:
            fields_["scope"] = scope

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            service_account_uid=src_dict["service_account_uid"],
            algorithm=src_dict["algorithm"],
            totp_code=src_dict["totp_code"],
            scope=get_("scope", UNSET),
        )
        return instance_
