# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewAccount")


@_attrs_define
class NewAccount:
    """The account to make.

    Attributes:
        account (str): Identifier of the account, unique at the venue.
        account_name (str): Name of the account.
        template_account (str): Account to copy settings from.
        display_name (str | Unset): Friendly name. The printed answer does not echo it.
    """

    account: str
    account_name: str
    template_account: str
    display_name: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        account = self.account

        account_name = self.account_name

        template_account = self.template_account

        display_name = self.display_name

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "account": account,
                "accountName": account_name,
                "templateAccount": template_account,
            }
        )
        if display_name is not UNSET:
            fields_["displayName"] = display_name

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            account=src_dict["account"],
            account_name=src_dict["accountName"],
            template_account=src_dict["templateAccount"],
            display_name=get_("displayName", UNSET),
        )
        return instance_
