# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked, masked_values

T = TypeVar("T", bound="Account")

_KNOWN: frozenset[str] = frozenset(
    (
        "accountId",
        "email",
        "subAccountId",
        "subAccountEmail",
        "encryptionKey",
        "creationTs",
        "portfolios",
        "additionalInfo",
        "active",
        "tradingPortfolioId",
    )
)


@_attrs_define
class Account:
    """An account.

    Attributes:
        account_id (str): Id of the account.
        email (None | str | Unset): E-mail address kept with the account.
        sub_account_id (None | str | Unset): Id at the venue's back end. Null until activation.
        sub_account_email (None | str | Unset): E-mail address at the venue's back end. Null until activation.
        encryption_key (None | str | Unset): A secret that the venue returns in clear. Null until activation. Do not log
            it.
        creation_ts (None | str | Unset): Time of creation in UTC. The page shows a Z and milliseconds; servers probably
            send local date-time text without a zone.
        portfolios (list[Portfolio] | None | Unset): Portfolios. Null or empty until activation.
        additional_info (None | TextMap | Unset): Further values, free form.
        active (bool | Unset): Whether the venue has activated the account. Portfolios can be made only then.
        trading_portfolio_id (None | str | Unset): Id of the main trading portfolio. Null until activation.
    """

    account_id: str
    email: None | str | Unset = UNSET
    sub_account_id: None | str | Unset = UNSET
    sub_account_email: None | str | Unset = UNSET
    encryption_key: None | str | Unset = _attrs_field(default=UNSET, repr=masked)
    creation_ts: None | str | Unset = UNSET
    portfolios: list[Portfolio] | None | Unset = UNSET
    additional_info: None | TextMap | Unset = UNSET
    active: bool | Unset = UNSET
    trading_portfolio_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        account_id = self.account_id

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        sub_account_id: None | str | Unset
        if isinstance(self.sub_account_id, Unset):
            sub_account_id = UNSET
        else:
            sub_account_id = self.sub_account_id

        sub_account_email: None | str | Unset
        if isinstance(self.sub_account_email, Unset):
            sub_account_email = UNSET
        else:
            sub_account_email = self.sub_account_email

        encryption_key: None | str | Unset
        if isinstance(self.encryption_key, Unset):
            encryption_key = UNSET
        else:
            encryption_key = self.encryption_key

        creation_ts: None | str | Unset
        if isinstance(self.creation_ts, Unset):
            creation_ts = UNSET
        else:
            creation_ts = self.creation_ts

        portfolios: list[dict[str, Any]] | None | Unset
        if isinstance(self.portfolios, Unset):
            portfolios = UNSET
        elif isinstance(self.portfolios, list):
            portfolios = []
            for portfolios_type_0_item_data in self.portfolios:
                portfolios_type_0_item = portfolios_type_0_item_data.to_dict()
                portfolios.append(portfolios_type_0_item)

        else:
            portfolios = self.portfolios

        additional_info: dict[str, Any] | None | Unset
        if isinstance(self.additional_info, Unset):
            additional_info = UNSET
        elif isinstance(self.additional_info, TextMap):
            additional_info = self.additional_info.to_dict()
        else:
            additional_info = self.additional_info

        active = self.active

        trading_portfolio_id: None | str | Unset
        if isinstance(self.trading_portfolio_id, Unset):
            trading_portfolio_id = UNSET
        else:
            trading_portfolio_id = self.trading_portfolio_id

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "accountId": account_id,
            }
        )
        if email is not UNSET:
            fields_["email"] = email
        if sub_account_id is not UNSET:
            fields_["subAccountId"] = sub_account_id
        if sub_account_email is not UNSET:
            fields_["subAccountEmail"] = sub_account_email
        if encryption_key is not UNSET:
            fields_["encryptionKey"] = encryption_key
        if creation_ts is not UNSET:
            fields_["creationTs"] = creation_ts
        if portfolios is not UNSET:
            fields_["portfolios"] = portfolios
        if additional_info is not UNSET:
            fields_["additionalInfo"] = additional_info
        if active is not UNSET:
            fields_["active"] = active
        if trading_portfolio_id is not UNSET:
            fields_["tradingPortfolioId"] = trading_portfolio_id

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_portfolios(data: object) -> list[Portfolio] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                portfolios_type_0 = []
                _portfolios_type_0 = data
                for portfolios_type_0_item_data in _portfolios_type_0:
                    portfolios_type_0_item = Portfolio.from_dict(portfolios_type_0_item_data)

                    portfolios_type_0.append(portfolios_type_0_item)

                return portfolios_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        portfolios = _parse_portfolios(get_("portfolios", UNSET))

        def _parse_additional_info(data: object) -> None | TextMap | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                additional_info_type_0 = TextMap.from_dict(data)

                return additional_info_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        additional_info = _parse_additional_info(get_("additionalInfo", UNSET))

        instance_ = cls(
            account_id=src_dict["accountId"],
            email=get_("email", UNSET),
            sub_account_id=get_("subAccountId", UNSET),
            sub_account_email=get_("subAccountEmail", UNSET),
            encryption_key=get_("encryptionKey", UNSET),
            creation_ts=get_("creationTs", UNSET),
            portfolios=portfolios,
            additional_info=additional_info,
            active=get_("active", UNSET),
            trading_portfolio_id=get_("tradingPortfolioId", UNSET),
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


from ..models.portfolio import Portfolio
from ..models.text_map import TextMap
