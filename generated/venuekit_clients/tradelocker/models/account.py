# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Account")

_KNOWN: frozenset[str] = frozenset(
    (
        "id",
        "accNum",
        "name",
        "currency",
        "status",
        "accountBalance",
        "aaccountBalance",
    )
)


@_attrs_define
class Account:
    """One trading account.

    Attributes:
        id (int | str): Identifier, for paths.
        acc_num (int | str): Number for the header `accNum`.
        name (str | Unset): Name of the account.
        currency (str | Unset): Currency of the account.
        status (str | Unset): State of the account; `ACTIVE` is the one that can trade. The other values are not
            documented.
        account_balance (float | None | str | Unset): Balance in the currency of the account.
        aaccount_balance (float | None | str | Unset): The balance as the page spells it. Read `accountBalance` first.
    """

    id: int | str
    acc_num: int | str
    name: str | Unset = UNSET
    currency: str | Unset = UNSET
    status: str | Unset = UNSET
    account_balance: float | None | str | Unset = UNSET
    aaccount_balance: float | None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        id: int | str
        id = self.id

        acc_num: int | str
        acc_num = self.acc_num

        name = self.name

        currency = self.currency

        status = self.status

        account_balance: float | None | str | Unset
        if isinstance(self.account_balance, Unset):
            account_balance = UNSET
        else:
            account_balance = self.account_balance

        aaccount_balance: float | None | str | Unset
        if isinstance(self.aaccount_balance, Unset):
            aaccount_balance = UNSET
        else:
            aaccount_balance = self.aaccount_balance

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "id": id,
                "accNum": acc_num,
            }
        )
        if name is not UNSET:
            fields_["name"] = name
        if currency is not UNSET:
            fields_["currency"] = currency
        if status is not UNSET:
            fields_["status"] = status
        if account_balance is not UNSET:
            fields_["accountBalance"] = account_balance
        if aaccount_balance is not UNSET:
            fields_["aaccountBalance"] = aaccount_balance

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            id=src_dict["id"],
            acc_num=src_dict["accNum"],
            name=get_("name", UNSET),
            currency=get_("currency", UNSET),
            status=get_("status", UNSET),
            account_balance=get_("accountBalance", UNSET),
            aaccount_balance=get_("aaccountBalance", UNSET),
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
