# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.profile_type import ProfileType
from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="OnboardRequest")


@_attrs_define
class OnboardRequest:
    """The wallet and the proof that the caller owns it.

    Attributes:
        wallet (str): Wallet address, `0x` and 40 hex digits. The vault contract when `profile_type` is `vault`.
        signature (str): Signature over the welcome text and `RBT-TS`, `0x` and 130 hex digits. Send 0 or 1 as the last
            byte (the recovery id), not 27 or 28.
        is_client (bool | Unset): `true` for the frontend mode (refresh token and random secret), `false` or absent for
            the market maker mode (API key pair).
        profile_type (ProfileType | Unset): `trader`: the wallet signs for itself. `vault`: the wallet is a vault
            contract and the signer is another wallet that has a role on it.
        meta (OnboardMeta | Unset): Free data that the venue stores with the sign-in. Its keys are not documented.
    """

    wallet: str
    signature: str = _attrs_field(repr=masked)
    is_client: bool | Unset = UNSET
    profile_type: ProfileType | Unset = UNSET
    meta: OnboardMeta | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        wallet = self.wallet

        signature = self.signature

        is_client = self.is_client

        profile_type: str | Unset = UNSET
        if not isinstance(self.profile_type, Unset):
            profile_type = self.profile_type.value

        meta: dict[str, Any] | Unset = UNSET
        if not isinstance(self.meta, Unset):
            meta = self.meta.to_dict()

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "wallet": wallet,
                "signature": signature,
            }
        )
        if is_client is not UNSET:
            fields_["is_client"] = is_client
        if profile_type is not UNSET:
            fields_["profile_type"] = profile_type
        if meta is not UNSET:
            fields_["meta"] = meta

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        _profile_type = get_("profile_type", UNSET)
        profile_type: ProfileType | Unset
        if isinstance(_profile_type, Unset):
            profile_type = UNSET
        else:
            profile_type = ProfileType(_profile_type)

        _meta = get_("meta", UNSET)
        meta: OnboardMeta | Unset
        if isinstance(_meta, Unset):
            meta = UNSET
        else:
            meta = OnboardMeta.from_dict(_meta)

        instance_ = cls(
            wallet=src_dict["wallet"],
            signature=src_dict["signature"],
            is_client=get_("is_client", UNSET),
            profile_type=profile_type,
            meta=meta,
        )
        return instance_


from ..models.onboard_meta import OnboardMeta
