"""Service accounts: machines that belong to a user. They are made by the back office; here live their keys."""

from __future__ import annotations

from venuekit_sandbox.nebulaecn import entities, resource_keys
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Operation
from venuekit_sandbox.nebulaecn.errors import refuse
from venuekit_sandbox.nebulaecn.paging import page_checks
from venuekit_sandbox.nebulaecn.params import Form, Params
from venuekit_sandbox.nebulaecn.state import ServiceAccount
from venuekit_schemas import nebulaecn as schemas

_PREFIX = "resource.serviceaccount"
_PLURAL = "resource.service_accounts"
_FILLED = frozenset({"service_account_uid", "algorithm", "scope", "totp_code"})
_UID = {"service_account_uid": "resource.service_account.non_string_service_account_uid"}
_TOTP = {"totp_code": f"{_PLURAL}.missing_totp"}

LIST_KEYS = Form(
    _PREFIX,
    fields=(
        ("ordering", False),
        ("order_by", False),
        ("page", False),
        ("limit", False),
        ("service_account_uid", True),
    ),
    filled=_FILLED,
    invalid=_UID,
    choices={
        "ordering": (("asc", "desc", "ASC", "DESC"), f"{_PLURAL}.invalid_ordering"),
        "order_by": (resource_keys.ATTRIBUTES, f"{_PLURAL}.invalid_attribute"),
    },
    checks=page_checks(_PLURAL),
)
CREATE = Form(_PREFIX, schemas.CreateServiceAccountApiKeyRequest, filled=_FILLED, missing=_TOTP, invalid=_UID)
CHANGE = Form(_PREFIX, schemas.UpdateServiceAccountApiKeyRequest, filled=_FILLED, missing=_TOTP, invalid=_UID)
DELETE = Form(
    _PREFIX,
    fields=(("service_account_uid", True), ("totp_code", True)),
    filled=_FILLED,
    missing=_TOTP,
    invalid=_UID,
)


def _account(call: Call, params: Params) -> ServiceAccount:
    account = call.desk.state.account(params.text("service_account_uid"))
    if account is None or account.owner_uid != call.me.uid:
        raise refuse(404, "resource.service_account.doesnt_exist")
    return account


def list_service_accounts(call: Call) -> Answer:
    """The caller's service accounts as the database holds them."""
    owned = call.desk.state.accounts_of(call.me)
    return Answer(200, [entities.service_account(item, call.me) for item in owned])


def list_keys(call: Call) -> Answer:
    params = call.read(LIST_KEYS)
    return resource_keys.listed(call, params, _account(call, params).api_keys)


def create_key(call: Call) -> Answer:
    """Create a key for a service account; its secret is shown here only."""
    params = call.read(CREATE)
    resource_keys.check_code(call, params, prefix=_PLURAL)
    key = resource_keys.new_key(call.desk, _account(call, params), params)
    return Answer(201, entities.api_key(key, with_secret=True))


def update_key(call: Call) -> Answer:
    params = call.read(CHANGE)
    resource_keys.check_code(call, params, prefix=_PLURAL)
    key = resource_keys.find_key(call, _account(call, params))
    resource_keys.change_key(call.desk, key, params)
    return Answer(200, entities.api_key(key))


def delete_key(call: Call) -> Answer:
    params = call.read(DELETE)
    resource_keys.check_code(call, params, prefix=_PLURAL)
    call.desk.state.remove_key(resource_keys.find_key(call, _account(call, params)))
    return Answer(204)


OPERATIONS = (
    Operation("updateServiceAccountApiKey", "PUT", "/resource/service_accounts/api_keys/{kid}", update_key),
    Operation(
        "deleteServiceAccountApiKey",
        "DELETE",
        "/resource/service_accounts/api_keys/{kid}",
        delete_key,
        DELETE,
    ),
    Operation("createServiceAccountApiKey", "POST", "/resource/service_accounts/api_keys", create_key),
    Operation(
        "listServiceAccountApiKeys", "GET", "/resource/service_accounts/api_keys", list_keys, LIST_KEYS
    ),
    Operation("listServiceAccounts", "GET", "/resource/service_accounts", list_service_accounts),
)
