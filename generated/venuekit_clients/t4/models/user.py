# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

if TYPE_CHECKING:
    from ..models.user_application import UserApplication


T = TypeVar("T", bound="User")


@_attrs_define
class User:
    """The user as made.

    Attributes:
        user_id (str): Id of the user, a GUID in capitals.
        user_name (str | Unset): Name to log in with.
        lastname (str | Unset): Family name.
        firstname (str | Unset): Given name.
        enabled (bool | Unset): Whether the user may log in.
        message (str | Unset): Message for the user. Empty if there is none.
        company (str | Unset): Company. Empty if there is none.
        phone (str | Unset): Phone number.
        email (str | Unset): E-mail address.
        firm_id (str | Unset): Id of the firm, a GUID. It is not the firm name that login needs.
        billing_ref (str | Unset): Billing reference. Empty if there is none.
        street (str | Unset): Street and number.
        city (str | Unset): City.
        county (str | Unset): County, the administrative area.
        state (str | Unset): State or province code.
        post_code (str | Unset): Postal code.
        country (str | Unset): ISO country code.
        sim_firm (str | Unset): Firm on the simulator. Empty if there is none.
        sim_username (str | Unset): User name on the simulator. Empty if there is none.
        sim_linked_user_id (str | Unset): Linked user on the simulator. Empty if there is none.
        user_creation_date (str | Unset): Day of creation, date-time text without a zone.
        app_type (str | Unset): Kind of user. Known: Professional, NonProfessional. The venue knows more kinds.
        cme_market_data_netting (str | Unset): Netting of CME market data fees. Known: Netting.
        trial_expires (str | Unset): End of the trial, date-time text without a zone; 14 days after creation in the
            published examples. May be empty.
        ice_market_data_account (str | Unset): ICE market data account. Empty if there is none.
        ice_market_data_parent_account (str | Unset): Parent of that account. Empty if there is none.
        euronext_market_data_account (str | Unset): Euronext market data account. Empty if there is none.
        euronext_market_data_parent_account (str | Unset): Parent of that account. Empty if there is none.
        cust_order_handling_inst (str | Unset): Order handling instruction. Known: Electronic.
        applications (list[UserApplication] | Unset): Applications the user may log in with.
        roles (list[str] | Unset): Roles of the user. Known: TimeEntry, QueueOrders, ANTSEditor, ANTSFastBoard,
            MarketProfile, Strategy, ModifyOrders, BasicCharting, Charting, ANTS1, PitTrades, BillingRetail1, Trading,
            ANTSAccountNet, StrategyQuotes. Others may come.
        accounts (list[Any] | Unset): Accounts of the user. Empty in the printed answer although one was made; the shape
            of an entry is not published.
    """

    user_id: str
    user_name: str | Unset = UNSET
    lastname: str | Unset = UNSET
    firstname: str | Unset = UNSET
    enabled: bool | Unset = UNSET
    message: str | Unset = UNSET
    company: str | Unset = UNSET
    phone: str | Unset = UNSET
    email: str | Unset = UNSET
    firm_id: str | Unset = UNSET
    billing_ref: str | Unset = UNSET
    street: str | Unset = UNSET
    city: str | Unset = UNSET
    county: str | Unset = UNSET
    state: str | Unset = UNSET
    post_code: str | Unset = UNSET
    country: str | Unset = UNSET
    sim_firm: str | Unset = UNSET
    sim_username: str | Unset = UNSET
    sim_linked_user_id: str | Unset = UNSET
    user_creation_date: str | Unset = UNSET
    app_type: str | Unset = UNSET
    cme_market_data_netting: str | Unset = UNSET
    trial_expires: str | Unset = UNSET
    ice_market_data_account: str | Unset = UNSET
    ice_market_data_parent_account: str | Unset = UNSET
    euronext_market_data_account: str | Unset = UNSET
    euronext_market_data_parent_account: str | Unset = UNSET
    cust_order_handling_inst: str | Unset = UNSET
    applications: list[UserApplication] | Unset = UNSET
    roles: list[str] | Unset = UNSET
    accounts: list[Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        user_id = self.user_id

        user_name = self.user_name

        lastname = self.lastname

        firstname = self.firstname

        enabled = self.enabled

        message = self.message

        company = self.company

        phone = self.phone

        email = self.email

        firm_id = self.firm_id

        billing_ref = self.billing_ref

        street = self.street

        city = self.city

        county = self.county

        state = self.state

        post_code = self.post_code

        country = self.country

        sim_firm = self.sim_firm

        sim_username = self.sim_username

        sim_linked_user_id = self.sim_linked_user_id

        user_creation_date = self.user_creation_date

        app_type = self.app_type

        cme_market_data_netting = self.cme_market_data_netting

        trial_expires = self.trial_expires

        ice_market_data_account = self.ice_market_data_account

        ice_market_data_parent_account = self.ice_market_data_parent_account

        euronext_market_data_account = self.euronext_market_data_account

        euronext_market_data_parent_account = self.euronext_market_data_parent_account

        cust_order_handling_inst = self.cust_order_handling_inst

        applications: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.applications, Unset):
            applications = []
            for applications_item_data in self.applications:
                applications_item = applications_item_data.to_dict()
                applications.append(applications_item)

        roles: list[str] | Unset = UNSET
        if not isinstance(self.roles, Unset):
            roles = self.roles

        accounts: list[Any] | Unset = UNSET
        if not isinstance(self.accounts, Unset):
            accounts = self.accounts

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "userID": user_id,
            }
        )
        if user_name is not UNSET:
            fields_["userName"] = user_name
        if lastname is not UNSET:
            fields_["lastname"] = lastname
        if firstname is not UNSET:
            fields_["firstname"] = firstname
        if enabled is not UNSET:
            fields_["enabled"] = enabled
        if message is not UNSET:
            fields_["message"] = message
        if company is not UNSET:
            fields_["company"] = company
        if phone is not UNSET:
            fields_["phone"] = phone
        if email is not UNSET:
            fields_["email"] = email
        if firm_id is not UNSET:
            fields_["firmID"] = firm_id
        if billing_ref is not UNSET:
            fields_["billingRef"] = billing_ref
        if street is not UNSET:
            fields_["street"] = street
        if city is not UNSET:
            fields_["city"] = city
        if county is not UNSET:
            fields_["county"] = county
        if state is not UNSET:
            fields_["state"] = state
        if post_code is not UNSET:
            fields_["postCode"] = post_code
        if country is not UNSET:
            fields_["country"] = country
        if sim_firm is not UNSET:
            fields_["simFirm"] = sim_firm
        if sim_username is not UNSET:
            fields_["simUsername"] = sim_username
        if sim_linked_user_id is not UNSET:
            fields_["simLinkedUserID"] = sim_linked_user_id
        if user_creation_date is not UNSET:
            fields_["userCreationDate"] = user_creation_date
        if app_type is not UNSET:
            fields_["appType"] = app_type
        if cme_market_data_netting is not UNSET:
            fields_["cmeMarketDataNetting"] = cme_market_data_netting
        if trial_expires is not UNSET:
            fields_["trialExpires"] = trial_expires
        if ice_market_data_account is not UNSET:
            fields_["iceMarketDataAccount"] = ice_market_data_account
        if ice_market_data_parent_account is not UNSET:
            fields_["iceMarketDataParentAccount"] = ice_market_data_parent_account
        if euronext_market_data_account is not UNSET:
            fields_["euronextMarketDataAccount"] = euronext_market_data_account
        if euronext_market_data_parent_account is not UNSET:
            fields_["euronextMarketDataParentAccount"] = euronext_market_data_parent_account
        if cust_order_handling_inst is not UNSET:
            fields_["custOrderHandlingInst"] = cust_order_handling_inst
        if applications is not UNSET:
            fields_["applications"] = applications
        if roles is not UNSET:
            fields_["roles"] = roles
        if accounts is not UNSET:
            fields_["accounts"] = accounts

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.user_application import UserApplication

        values_ = dict(src_dict)
        user_id = values_.pop("userID")

        user_name = values_.pop("userName", UNSET)

        lastname = values_.pop("lastname", UNSET)

        firstname = values_.pop("firstname", UNSET)

        enabled = values_.pop("enabled", UNSET)

        message = values_.pop("message", UNSET)

        company = values_.pop("company", UNSET)

        phone = values_.pop("phone", UNSET)

        email = values_.pop("email", UNSET)

        firm_id = values_.pop("firmID", UNSET)

        billing_ref = values_.pop("billingRef", UNSET)

        street = values_.pop("street", UNSET)

        city = values_.pop("city", UNSET)

        county = values_.pop("county", UNSET)

        state = values_.pop("state", UNSET)

        post_code = values_.pop("postCode", UNSET)

        country = values_.pop("country", UNSET)

        sim_firm = values_.pop("simFirm", UNSET)

        sim_username = values_.pop("simUsername", UNSET)

        sim_linked_user_id = values_.pop("simLinkedUserID", UNSET)

        user_creation_date = values_.pop("userCreationDate", UNSET)

        app_type = values_.pop("appType", UNSET)

        cme_market_data_netting = values_.pop("cmeMarketDataNetting", UNSET)

        trial_expires = values_.pop("trialExpires", UNSET)

        ice_market_data_account = values_.pop("iceMarketDataAccount", UNSET)

        ice_market_data_parent_account = values_.pop("iceMarketDataParentAccount", UNSET)

        euronext_market_data_account = values_.pop("euronextMarketDataAccount", UNSET)

        euronext_market_data_parent_account = values_.pop("euronextMarketDataParentAccount", UNSET)

        cust_order_handling_inst = values_.pop("custOrderHandlingInst", UNSET)

        _applications = values_.pop("applications", UNSET)
        applications: list[UserApplication] | Unset = UNSET
        if _applications is not UNSET:
            applications = []
            for applications_item_data in _applications:
                applications_item = UserApplication.from_dict(applications_item_data)

                applications.append(applications_item)

        roles = cast(list[str], values_.pop("roles", UNSET))

        accounts = cast(list[Any], values_.pop("accounts", UNSET))

        instance_ = cls(
            user_id=user_id,
            user_name=user_name,
            lastname=lastname,
            firstname=firstname,
            enabled=enabled,
            message=message,
            company=company,
            phone=phone,
            email=email,
            firm_id=firm_id,
            billing_ref=billing_ref,
            street=street,
            city=city,
            county=county,
            state=state,
            post_code=post_code,
            country=country,
            sim_firm=sim_firm,
            sim_username=sim_username,
            sim_linked_user_id=sim_linked_user_id,
            user_creation_date=user_creation_date,
            app_type=app_type,
            cme_market_data_netting=cme_market_data_netting,
            trial_expires=trial_expires,
            ice_market_data_account=ice_market_data_account,
            ice_market_data_parent_account=ice_market_data_parent_account,
            euronext_market_data_account=euronext_market_data_account,
            euronext_market_data_parent_account=euronext_market_data_parent_account,
            cust_order_handling_inst=cust_order_handling_inst,
            applications=applications,
            roles=roles,
            accounts=accounts,
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
