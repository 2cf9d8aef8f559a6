# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

if TYPE_CHECKING:
    from ..models.account import Account
    from ..models.text_map import TextMap


T = TypeVar("T", bound="UserAccount")


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
        from ..models.text_map import TextMap

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
        from ..models.account import Account
        from ..models.text_map import TextMap

        values_ = dict(src_dict)
        user_id = values_.pop("userId")

        def _parse_phone_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone_number = _parse_phone_number(values_.pop("phoneNumber", UNSET))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(values_.pop("name", UNSET))

        def _parse_surname(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        surname = _parse_surname(values_.pop("surname", UNSET))

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
            return cast(list[Account] | None | Unset, data)

        accounts = _parse_accounts(values_.pop("accounts", UNSET))

        def _parse_kyc_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                kyc_ids_type_0 = cast(list[str], data)

                return kyc_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        kyc_ids = _parse_kyc_ids(values_.pop("kycIds", UNSET))

        def _parse_document_ids(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                document_ids_type_0 = cast(list[str], data)

                return document_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        document_ids = _parse_document_ids(values_.pop("documentIds", UNSET))

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
            return cast(None | TextMap | Unset, data)

        address = _parse_address(values_.pop("address", UNSET))

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
            return cast(None | TextMap | Unset, data)

        info = _parse_info(values_.pop("info", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(values_.pop("email", UNSET))

        def _parse_user_account_status(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        user_account_status = _parse_user_account_status(values_.pop("userAccountStatus", UNSET))

        def _parse_banking_transfer_ref_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        banking_transfer_ref_id = _parse_banking_transfer_ref_id(values_.pop("bankingTransferRefId", UNSET))

        instance_ = cls(
            user_id=user_id,
            phone_number=phone_number,
            name=name,
            surname=surname,
            accounts=accounts,
            kyc_ids=kyc_ids,
            document_ids=document_ids,
            address=address,
            info=info,
            email=email,
            user_account_status=user_account_status,
            banking_transfer_ref_id=banking_transfer_ref_id,
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
