# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values, masked_within

T = TypeVar("T", bound="User")

_KNOWN: frozenset[str] = frozenset(
    (
        "userID",
        "userName",
        "lastname",
        "firstname",
        "enabled",
        "message",
        "company",
        "phone",
        "email",
        "firmID",
        "billingRef",
        "street",
        "city",
        "county",
        "state",
        "postCode",
        "country",
        "simFirm",
        "simUsername",
        "simLinkedUserID",
        "userCreationDate",
        "appType",
        "cmeMarketDataNetting",
        "trialExpires",
        "iceMarketDataAccount",
        "iceMarketDataParentAccount",
        "euronextMarketDataAccount",
        "euronextMarketDataParentAccount",
        "custOrderHandlingInst",
        "applications",
        "roles",
        "accounts",
    )
)


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
    accounts: list[Any] | Unset = _attrs_field(default=UNSET, repr=masked_within)
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
        get_: Any = src_dict.get
        unset_: Any = UNSET
        _applications = unset_ if (given_ := get_("applications")) is None else given_
        applications: list[UserApplication] | Unset = UNSET
        if _applications is not UNSET:
            applications = []
            for applications_item_data in _applications:
                applications_item = UserApplication.from_dict(applications_item_data)

                applications.append(applications_item)

        instance_ = cls(
            user_id=src_dict["userID"],
            user_name=get_("userName", UNSET),
            lastname=get_("lastname", UNSET),
            firstname=get_("firstname", UNSET),
            enabled=get_("enabled", UNSET),
            message=get_("message", UNSET),
            company=get_("company", UNSET),
            phone=get_("phone", UNSET),
            email=get_("email", UNSET),
            firm_id=get_("firmID", UNSET),
            billing_ref=get_("billingRef", UNSET),
            street=get_("street", UNSET),
            city=get_("city", UNSET),
            county=get_("county", UNSET),
            state=get_("state", UNSET),
            post_code=get_("postCode", UNSET),
            country=get_("country", UNSET),
            sim_firm=get_("simFirm", UNSET),
            sim_username=get_("simUsername", UNSET),
            sim_linked_user_id=get_("simLinkedUserID", UNSET),
            user_creation_date=get_("userCreationDate", UNSET),
            app_type=get_("appType", UNSET),
            cme_market_data_netting=get_("cmeMarketDataNetting", UNSET),
            trial_expires=get_("trialExpires", UNSET),
            ice_market_data_account=get_("iceMarketDataAccount", UNSET),
            ice_market_data_parent_account=get_("iceMarketDataParentAccount", UNSET),
            euronext_market_data_account=get_("euronextMarketDataAccount", UNSET),
            euronext_market_data_parent_account=get_("euronextMarketDataParentAccount", UNSET),
            cust_order_handling_inst=get_("custOrderHandlingInst", UNSET),
            applications=applications,
            roles=(unset_ if (given_ := get_("roles")) is None else given_),
            accounts=(unset_ if (given_ := get_("accounts")) is None else given_),
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


from ..models.user_application import UserApplication
