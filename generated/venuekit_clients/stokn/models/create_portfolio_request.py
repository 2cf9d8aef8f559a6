# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.portfolio_account_type import PortfolioAccountType
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreatePortfolioRequest")


@_attrs_define
class CreatePortfolioRequest:
    """The portfolio to make.

    Attributes:
        account_id (str): Account that gets the portfolio.
        portfolio_id (str): Id of your choosing; must not be in use in this account.
        portfolio_account_type (PortfolioAccountType): Kind of portfolio, as a request names it.
        name (str | Unset): Name of the portfolio. The venue accepts it and does not keep it.
    """

    account_id: str
    portfolio_id: str
    portfolio_account_type: PortfolioAccountType
    name: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        account_id = self.account_id

        portfolio_id = self.portfolio_id

        portfolio_account_type = self.portfolio_account_type.value

        name = self.name

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "accountId": account_id,
                "portfolioId": portfolio_id,
                "portfolioAccountType": portfolio_account_type,
            }
        )
        if name is not UNSET:
            fields_["name"] = name

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        portfolio_account_type = PortfolioAccountType(src_dict["portfolioAccountType"])

        instance_ = cls(
            account_id=src_dict["accountId"],
            portfolio_id=src_dict["portfolioId"],
            portfolio_account_type=portfolio_account_type,
            name=get_("name", UNSET),
        )
        return instance_
