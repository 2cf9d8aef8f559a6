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
        values_ = dict(src_dict)
        account = values_.pop("account")

        account_name = values_.pop("accountName")

        template_account = values_.pop("templateAccount")

        display_name = values_.pop("displayName", UNSET)

        instance_ = cls(
            account=account,
            account_name=account_name,
            template_account=template_account,
            display_name=display_name,
        )

        return instance_
