# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="APIKey")

_KNOWN: frozenset[str] = frozenset(
    (
        "kid",
        "algorithm",
        "scope",
        "state",
        "secret",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class APIKey:
    """An API key. The secret is there only in the answer that creates it.

    Attributes:
        kid (str): Key id, 16 hexadecimal digits. Goes into `X-Auth-Apikey`.
        algorithm (str | Unset): Signing algorithm, `HS256`.
        scope (list[str] | None | Unset): Scopes of the key, possibly none.
        state (str | Unset): `active` or `inactive`.
        secret (None | str | Unset): Signing secret, 32 hexadecimal digits used as text. Shown once.
        created_at (str | Unset): Time of creation, ISO 8601 in UTC (`Z`), whole seconds.
        updated_at (str | Unset): Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.
    """

    kid: str
    algorithm: str | Unset = UNSET
    scope: list[str] | None | Unset = UNSET
    state: str | Unset = UNSET
    secret: None | str | Unset = _attrs_field(default=UNSET, repr=masked)
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        kid = self.kid

        algorithm = self.algorithm

        scope: list[str] | None | Unset
        if isinstance(self.scope, Unset):
            scope = UNSET
        elif isinstance(self.scope, list):
            scope = self.scope

        else:
            scope = self.scope

        state = self.state

        secret: None | str | Unset
        if isinstance(self.secret, Unset):
            secret = UNSET
        else:
            secret = self.secret

        created_at = self.created_at

        updated_at = self.updated_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "kid": kid,
            }
        )
        if algorithm is not UNSET:
            fields_["algorithm"] = algorithm
        if scope is not UNSET:
            fields_["scope"] = scope
        if state is not UNSET:
            fields_["state"] = state
        if secret is not UNSET:
            fields_["secret"] = secret
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            kid=src_dict["kid"],
            algorithm=get_("algorithm", UNSET),
            scope=get_("scope", UNSET),
            state=get_("state", UNSET),
            secret=get_("secret", UNSET),
            created_at=get_("created_at", UNSET),
            updated_at=get_("updated_at", UNSET),
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
