# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="UserAccount")

_KNOWN: frozenset[str] = frozenset(
    (
        "userId",
        "phoneNumber",
        "name",
        "surname",
        "accounts",
        "kycIds",
        "documentIds",
        "address",
        "info",
        "email",
        "userAccountStatus",
        "bankingTransferRefId",
    )
)


@_attrs_define
class UserAccount:
    """A person and their accounts.

    Attributes:
        user_id (str): Id of the person (UUID).
        phone_number (None | str | Unset): Mobile number in E.164 form.
        name (None | str | Unset): Given name. The venue never fills it.
        surname (None | str | Unset): Family name. The venue never fills it.
        accounts (list[Account] | None | Unset): Accounts of the person. The first has the same id as the person.
        kyc_ids (list[str] | None | Unset): Ids of the identifications started so far.
        document_ids (list[str] | None | Unset): Ids of documents.
        address (None | TextMap | Unset): Address, free form.
        info (None | TextMap | Unset): Further values, free form.
        email (None | str | Unset): E-mail address.
        user_account_status (None | str | Unset): Verdict of the identity check. Known: UNINITIATED,
            VERIFICATION_IN_PROGRESS, VERIFICATION_FAILED, VERIFICATION_FATAL_FAILED, VERIFIED. New values may come.
        banking_transfer_ref_id (None | str | Unset): Reference for bank transfers: the first 15 hex digits of the
            userId, upper case. Newer servers only.
    """

    user_id: str
    phone_number: None | str | Unset = UNSET
    name: None | str | Unset = UNSET
    surname: None | str | Unset = UNSET
    accounts: list[Account] | None | Unset = UNSET
    kyc_ids: list[str] | None | Unset = UNSET
    document_ids: list[str] | None | Unset = UNSET
    address: None | TextMap | Unset = UNSET
    info: None | TextMap | Unset = UNSET
    email: None | str | Unset = UNSET
    user_account_status: None | str | Unset = UNSET
    banking_transfer_ref_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        user_id = self.user_id

        phone_number: None | str | Unset
        if isinstance(self.phone_number, Unset):
            phone_number = UNSET
        else:
            phone_number = self.phone_number

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        surname: None | str | Unset
        if isinstance(self.surname, Unset):
            surname = UNSET
        else:
            surname = self.surname

        accounts: list[dict[str, Any]] | None | Unset
        if isinstance(self.accounts, Unset):
            accounts = UNSET
        elif isinstance(self.accounts, list):
            accounts = []
            for accounts_type_0_item_data in self.accounts:
                accounts_type_0_item = accounts_type_0_item_data.to_dict()
                accounts.append(accounts_type_0_item)

        else:
            accounts = self.accounts

        kyc_ids: list[str] | None | Unset
        if isinstance(self.kyc_ids, Unset):
            kyc_ids = UNSET
        elif isinstance(self.kyc_ids, list):
            kyc_ids = self.kyc_ids

        else:
            kyc_ids = self.kyc_ids

        document_ids: list[str] | None | Unset
        if isinstance(self.document_ids, Unset):
            document_ids = UNSET
        elif isinstance(self.document_ids, list):
            document_ids = self.document_ids

        else:
            document_ids = self.document_ids

        address: dict[str, Any] | None | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        elif isinstance(self.address, TextMap):
            address = self.address.to_dict()
        else:
            address = self.address

        info: dict[str, Any] | None | Unset
        if isinstance(self.info, Unset):
            info = UNSET
        elif isinstance(self.info, TextMap):
            info = self.info.to_dict()
        else:
            info = self.info

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        user_account_status: None | str | Unset
        if isinstance(self.user_account_status, Unset):
            user_account_status = UNSET
        else:
            user_account_status = self.user_account_status

        banking_transfer_ref_id: None | str | Unset
        if isinstance(self.banking_transfer_ref_id, Unset):
            banking_transfer_ref_id = UNSET
        else:
            banking_transfer_ref_id = self.banking_transfer_ref_id

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "userId": user_id,
            }
        )
        if phone_number is not UNSET:
            fields_["phoneNumber"] = phone_number
        if name is not UNSET:
            fields_["name"] = name
        if surname is not UNSET:
            fields_["surname"] = surname
        if accounts is not UNSET:
            fields_["accounts"] = accounts
        if kyc_ids is not UNSET:
            fields_["kycIds"] = kyc_ids
        if document_ids is not UNSET:
            fields_["documentIds"] = document_ids
        if address is not UNSET:
            fields_["address"] = address
        if info is not UNSET:
            fields_["info"] = info
        if email is not UNSET:
            fields_["email"] = email
        if user_account_status is not UNSET:
            fields_["userAccountStatus"] = user_account_status
        if banking_transfer_ref_id is not UNSET:
            fields_["bankingTransferRefId"] = banking_transfer_ref_id

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_accounts(data: object) -> list[Account] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                accounts_type_0 = []
                _accounts_type_0 = data
                for accounts_type_0_item_data in _accounts_type_0:
                    accounts_type_0_item = Account.from_dict(accounts_type_0_item_data)

                    accounts_type_0.append(accounts_type_0_item)

                return accounts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        accounts = _parse_accounts(get_("accounts", UNSET))

        def _parse_address(data: object) -> None | TextMap | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                address_type_0 = TextMap.from_dict(data)

                return address_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        address = _parse_address(get_("address", UNSET))

        def _parse_info(data: object) -> None | TextMap | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                info_type_0 = TextMap.from_dict(data)

                return info_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        info = _parse_info(get_("info", UNSET))

        instance_ = cls(
            user_id=src_dict["userId"],
            phone_number=get_("phoneNumber", UNSET),
            name=get_("name", UNSET),
            surname=get_("surname", UNSET),
            accounts=accounts,
            kyc_ids=get_("kycIds", UNSET),
            document_ids=get_("documentIds", UNSET),
            address=address,
            info=info,
            email=get_("email", UNSET),
            user_account_status=get_("userAccountStatus", UNSET),
            banking_transfer_ref_id=get_("bankingTransferRefId", UNSET),
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
from ..models.text_map import TextMap
