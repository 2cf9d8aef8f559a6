# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="ApiSecret")

_KNOWN: frozenset[str] = frozenset(
    (
        "Key",
        "ProfileID",
        "Secret",
        "Tag",
        "Expiration",
        "Status",
    )
)


@_attrs_define
class ApiSecret:
    """An API key pair, valid on the chain it was made on. Keys are capitalised on the wire.

    Attributes:
        key (str | Unset): The key, in base64, for the header `RBT-API-KEY`.
        profile_id (int | Unset): Profile that the key belongs to.
        secret (str | Unset): The HMAC key, `0x` and 64 hex digits. Decode it before use.
        tag (str | Unset): Name of the key.
        expiration (int | Unset): End of life, unix seconds.
        status (str | Unset): State of the key. The values are not documented.
    """

    key: str | Unset = _attrs_field(default=UNSET, repr=masked)
    profile_id: int | Unset = UNSET
    secret: str | Unset = _attrs_field(default=UNSET, repr=masked)
    tag: str | Unset = UNSET
    expiration: int | Unset = UNSET
    status: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        profile_id = self.profile_id

        secret = self.secret

        tag = self.tag

        expiration = self.expiration

        status = self.status

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if key is not UNSET:
            fields_["Key"] = key
        if profile_id is not UNSET:
            fields_["ProfileID"] = profile_id
        if secret is not UNSET:
            fields_["Secret"] = secret
        if tag is not UNSET:
            fields_["Tag"] = tag
        if expiration is not UNSET:
            fields_["Expiration"] = expiration
        if status is not UNSET:
            fields_["Status"] = status

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            key=get_("Key", UNSET),
            profile_id=get_("ProfileID", UNSET),
            secret=get_("Secret", UNSET),
            tag=get_("Tag", UNSET),
            expiration=get_("Expiration", UNSET),
            status=get_("Status", UNSET),
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
