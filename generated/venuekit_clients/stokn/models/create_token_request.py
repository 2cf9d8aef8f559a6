# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="CreateTokenRequest")


@_attrs_define
class CreateTokenRequest:
    """Form of the client credentials grant.

    Attributes:
        grant_type (Literal['client_credentials']): The only grant used here.
        scope (str | Unset): Scopes wanted, parted by spaces. Left out: all scopes of the client.
        client_id (str | Unset): Your client id. Leave out when it goes by HTTP Basic.
        client_secret (str | Unset): Your client secret. Leave out when it goes by HTTP Basic.
    """

    grant_type: Literal["client_credentials"]
    scope: str | Unset = UNSET
    client_id: str | Unset = UNSET
    client_secret: str | Unset = _attrs_field(default=UNSET, repr=masked)

    def to_dict(self) -> dict[str, Any]:
        grant_type = self.grant_type

        scope = self.scope

        client_id = self.client_id

        client_secret = self.client_secret

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "grant_type": grant_type,
            }
        )
        if scope is not UNSET:
            fields_["scope"] = scope
        if client_id is not UNSET:
            fields_["client_id"] = client_id
        if client_secret is not UNSET:
            fields_["client_secret"] = client_secret

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        grant_type = cast(Literal["client_credentials"], src_dict["grant_type"])
        if grant_type != "client_credentials":
            raise ValueError(f"grant_type must match const 'client_credentials', got '{grant_type}'")

        instance_ = cls(
            grant_type=grant_type,
            scope=get_("scope", UNSET),
            client_id=get_("client_id", UNSET),
            client_secret=get_("client_secret", UNSET),
        )
        return instance_
