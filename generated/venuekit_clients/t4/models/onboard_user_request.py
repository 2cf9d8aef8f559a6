# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OnboardUserRequest")


@_attrs_define
class OnboardUserRequest:
    """One person to onboard.

    Attributes:
        user (NewUser): The user to make. Answers name some fields otherwise: userName, appType.
        account (NewAccount): The account to make.
        market_data (MarketDataSelection | Unset): Market data to subscribe to. It is billed, and never copied from a
            template.
        eula (EulaAcceptance | Unset): Agreements the person accepted. Without them the person cannot use the platform.
    """

    user: NewUser
    account: NewAccount
    market_data: MarketDataSelection | Unset = UNSET
    eula: EulaAcceptance | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        user = self.user.to_dict()

        account = self.account.to_dict()

        market_data: dict[str, Any] | Unset = UNSET
        if not isinstance(self.market_data, Unset):
            market_data = self.market_data.to_dict()

        eula: dict[str, Any] | Unset = UNSET
        if not isinstance(self.eula, Unset):
            eula = self.eula.to_dict()

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "User": user,
                "Account": account,
            }
        )
        if market_data is not UNSET:
            fields_["MarketData"] = market_data
        if eula is not UNSET:
            fields_["Eula"] = eula

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        user = NewUser.from_dict(src_dict["User"])

        account = NewAccount.from_dict(src_dict["Account"])

        _market_data = get_("MarketData", UNSET)
        market_data: MarketDataSelection | Unset
        if isinstance(_market_data, Unset):
            market_data = UNSET
        else:
            market_data = MarketDataSelection.from_dict(_market_data)

        _eula = get_("Eula", UNSET)
        eula: EulaAcceptance | Unset
        if isinstance(_eula, Unset):
            eula = UNSET
        else:
            eula = EulaAcceptance.from_dict(_eula)

        instance_ = cls(
            user=user,
            account=account,
            market_data=market_data,
            eula=eula,
        )
        return instance_


from ..models.eula_acceptance import EulaAcceptance
from ..models.market_data_selection import MarketDataSelection
from ..models.new_account import NewAccount
from ..models.new_user import NewUser
