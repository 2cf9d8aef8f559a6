# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Account")


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
        values_ = dict(src_dict)

        def _parse_id(data: object) -> int | str:
            return cast(int | str, data)

        id = _parse_id(values_.pop("id"))

        def _parse_acc_num(data: object) -> int | str:
            return cast(int | str, data)

        acc_num = _parse_acc_num(values_.pop("accNum"))

        name = values_.pop("name", UNSET)

        currency = values_.pop("currency", UNSET)

        status = values_.pop("status", UNSET)

        def _parse_account_balance(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        account_balance = _parse_account_balance(values_.pop("accountBalance", UNSET))

        def _parse_aaccount_balance(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        aaccount_balance = _parse_aaccount_balance(values_.pop("aaccountBalance", UNSET))

        instance_ = cls(
            id=id,
            acc_num=acc_num,
            name=name,
            currency=currency,
            status=status,
            account_balance=account_balance,
            aaccount_balance=aaccount_balance,
        )

        instance_.additional_properties = values_
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
