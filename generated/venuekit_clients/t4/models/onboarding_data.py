# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="OnboardingData")

_KNOWN: frozenset[str] = frozenset(
    (
        "user",
        "account",
        "marketData",
        "eulaSignature",
    )
)


@_attrs_define
class OnboardingData:
    """What was made.

    Attributes:
        user (None | Unset | User): The user.
        account (Account | None | Unset): The account.
        market_data (MarketData | None | Unset): The subscriptions. May be missing where none were asked for.
        eula_signature (EulaRecord | None | Unset): The accepted agreements. May be missing where none were sent.
    """

    user: None | Unset | User = UNSET
    account: Account | None | Unset = UNSET
    market_data: MarketData | None | Unset = UNSET
    eula_signature: EulaRecord | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        user: dict[str, Any] | None | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        elif isinstance(self.user, User):
            user = self.user.to_dict()
        else:
            user = self.user

        account: dict[str, Any] | None | Unset
        if isinstance(self.account, Unset):
            account = UNSET
        elif isinstance(self.account, Account):
            account = self.account.to_dict()
        else:
            account = self.account

        market_data: dict[str, Any] | None | Unset
        if isinstance(self.market_data, Unset):
            market_data = UNSET
        elif isinstance(self.market_data, MarketData):
            market_data = self.market_data.to_dict()
        else:
            market_data = self.market_data

        eula_signature: dict[str, Any] | None | Unset
        if isinstance(self.eula_signature, Unset):
            eula_signature = UNSET
        elif isinstance(self.eula_signature, EulaRecord):
            eula_signature = self.eula_signature.to_dict()
        else:
            eula_signature = self.eula_signature

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if user is not UNSET:
            fields_["user"] = user
        if account is not UNSET:
            fields_["account"] = account
        if market_data is not UNSET:
            fields_["marketData"] = market_data
        if eula_signature is not UNSET:
            fields_["eulaSignature"] = eula_signature

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_user(data: object) -> None | Unset | User:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_type_0 = User.from_dict(data)

                return user_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        user = _parse_user(get_("user", UNSET))

        def _parse_account(data: object) -> Account | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                account_type_0 = Account.from_dict(data)

                return account_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        account = _parse_account(get_("account", UNSET))

        def _parse_market_data(data: object) -> MarketData | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                market_data_type_0 = MarketData.from_dict(data)

                return market_data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        market_data = _parse_market_data(get_("marketData", UNSET))

        def _parse_eula_signature(data: object) -> EulaRecord | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                eula_signature_type_0 = EulaRecord.from_dict(data)

                return eula_signature_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        eula_signature = _parse_eula_signature(get_("eulaSignature", UNSET))

        instance_ = cls(
            user=user,
            account=account,
            market_data=market_data,
            eula_signature=eula_signature,
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


from ..models.account import Account
from ..models.eula_record import EulaRecord
from ..models.market_data import MarketData
from ..models.user import User
