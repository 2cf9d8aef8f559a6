# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateAccountRequest")


@_attrs_define
class CreateAccountRequest:
    """The account to make.

    Attributes:
        account_id (str): Id of your choosing. One that exists is overwritten.
        user_id (str | Unset): Person the account is for. The venue does not use it.
        email (str | Unset): E-mail address to keep with the account.
    """

    account_id: str
    user_id: str | Unset = UNSET
    email: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        account_id = self.account_id

        user_id = self.user_id

        email = self.email

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "accountId": account_id,
            }
        )
        if user_id is not UNSET:
            fields_["userId"] = user_id
        if email is not UNSET:
            fields_["email"] = email

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            account_id=src_dict["accountId"],
            user_id=get_("userId", UNSET),
            email=get_("email", UNSET),
        )
        return instance_
