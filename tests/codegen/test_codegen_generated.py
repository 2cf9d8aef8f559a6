"""What was generated from the real specs: complete, up to date, and able to read every example of every spec."""

from __future__ import annotations

import inspect
import json
from importlib import import_module
from pathlib import Path
from types import GenericAlias
from typing import Any

import httpx
import pytest
from pydantic import TypeAdapter

from codegen import check, lint
from codegen.documents import DOSSIER, GENERATED, SPECS, load_plain, venue_specs
from codegen.generate import lock, tree
from tests.codegen.callers import FakeCaller

VENUES = {
    "rabbitx": "onboard refreshJwt refreshSecrets getAccount validateAccount",
    "stokn": "createToken signUp login respondOtp refreshToken changePassword forgotPassword getMe createPortfolio"
    " createAccount getAccount startKyc",
    "tradelocker": "getJWTTokens refreshJWTTokens listAccounts getConfig listTradeAccounts getAccountState",
    "t4": "onboardUser login getUserEula",
    "nebulaecn": "confirmPasswordReset requestPasswordReset confirmEmail requestEmailConfirmation registerGeetest"
    " createUser createWhitelistAccess createAuth0Session deleteSession createSession getIdentityConfigs"
    " getIdentityVersion getIdentityTime pingIdentity validateIdentityPassword getSwaggerDocByName getSwaggerDoc"
    " updateServiceAccountApiKey deleteServiceAccountApiKey createServiceAccountApiKey listServiceAccountApiKeys"
    " listServiceAccounts createDataStorage listApiKeys createApiKey deleteApiKey updateApiKey verifyOtp disableOtp"
    " enableOtp generateOtpQrcode verifyPhone sendPhoneCode createPhone listPhones createDocument listDocuments"
    " updateProfile createProfile getMyProfiles deleteLabel updateLabel getLabel createLabel listLabels changePassword"
    " listActivity deleteMe updateMe getMe createAddress getAuth0Config getPublicConfigs getPublicVersion getPublicTime"
    " pingPublic validatePublicPassword receiveKycCallback",
}
# The models that the NebulaECN page lists.
NEBULA_MODELS = {
    "APIKey", "Activity", "AdminLabelView", "Comment", "DataStorage", "Document", "Label", "Level", "Phone", "Profile",
    "ServiceAccounts", "User", "UserWithFullInfo", "UserWithKYC", "UserWithProfile",
}  # fmt: skip
VENUE_OPERATIONS = [(venue, name) for venue, names in VENUES.items() for name in names.split()]


def package(venue: str) -> Any:
    return import_module(f"venuekit_clients.{venue}")


def example(venue: str, name: str) -> dict[str, Any]:
    text = (GENERATED / "venuekit_clients" / venue / "examples.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)[name]
    return found


def raw_operation(document: dict[str, Any], name: str) -> dict[str, Any]:
    return next(
        operation
        for item in document["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict) and operation.get("operationId") == name
    )


@pytest.fixture(scope="module")
def documents() -> dict[str, dict[str, Any]]:
    return {file.stem: load_plain(file) for file in venue_specs()}


@pytest.mark.parametrize("file", [*venue_specs(), SPECS / DOSSIER], ids=lambda file: file.name)
def test_the_spec_follows_the_rules(file: Path) -> None:
    assert lint.lint_file(file) == []


def test_generated_is_what_the_specs_gave_and_nobody_edited_it() -> None:
    locked = json.loads((GENERATED / "generation.lock").read_text(encoding="utf-8"))
    assert lock(specs=SPECS, output=GENERATED) == locked
    assert tree(GENERATED).keys() >= {"venuekit_clients/runtime.py", "venuekit_schemas/dossier.py"}


@pytest.mark.parametrize("venue", VENUES)
def test_every_operation_is_there(venue: str) -> None:
    assert set(package(venue).OPERATIONS) == set(VENUES[venue].split())


def test_what_works_without_credentials_as_well_says_so(documents: dict[str, dict[str, Any]]) -> None:
    for venue, name in VENUE_OPERATIONS:
        security = package(venue).OPERATIONS[name].security
        stated = [tuple(sorted(one)) for one in raw_operation(documents[venue], name)["security"]]
        assert list(security) == stated
    assert package("stokn").OPERATIONS["login"].security == (("client_auth",), ())


def test_modules_methods_and_operations_are_the_same_ones() -> None:
    assert list(check.coverage(SPECS, GENERATED)) == []


def test_nebulaecn_is_complete(documents: dict[str, dict[str, Any]]) -> None:
    document = documents["nebulaecn"]
    assert len(document["paths"]) == 45
    assert len(package("nebulaecn").OPERATIONS) == 58
    assert len(NEBULA_MODELS) == 15
    assert document["components"]["schemas"].keys() >= NEBULA_MODELS
    models = import_module("venuekit_clients.nebulaecn.models")
    assert {name.lower() for name in dir(models)} >= {name.lower() for name in NEBULA_MODELS}


@pytest.mark.parametrize(("venue", "name"), VENUE_OPERATIONS)
def test_every_example_goes_through_the_client(
    venue: str, name: str, documents: dict[str, dict[str, Any]]
) -> None:
    """The request example is what is sent, and the answer example comes back whole."""
    shown = example(venue, name)
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        seen.append(request)
        return httpx.Response(shown["status"], json=shown["answer"])

    caller = FakeCaller(answer)
    operation = package(venue).OPERATIONS[name]
    method = getattr(getattr(package(venue).Api(caller), operation.tag), operation.name)
    result = method(**arguments(venue, name, inspect.signature(method)))
    assert caller.operations == [operation]
    assert seen[0].method == operation.method
    assert shown["status"] in operation.success
    assert as_json(result) == shown["answer"]
    request = raw_operation(documents[venue], name).get("requestBody", {}).get("content", {})
    if "application/json" in request:
        assert json.loads(seen[0].content) == shown["request"]
    elif request:
        assert seen[0].headers["Content-Type"].startswith(next(iter(request)))


def arguments(venue: str, name: str, signature: inspect.Signature) -> dict[str, Any]:
    """Something for every required parameter; the body from the example."""
    found: dict[str, Any] = {}
    for parameter in signature.parameters.values():
        if parameter.name == "body":
            found["body"] = body(venue, name, str(parameter.annotation))
        elif parameter.default is inspect.Parameter.empty:
            found[parameter.name] = 1 if parameter.annotation == "int" else "x"
    return found


def body(venue: str, name: str, model: str) -> Any:
    """The request model made from its example, with small files where it names some."""
    made = getattr(import_module(f"venuekit_clients.{venue}.models"), model)
    shown = example(venue, name)["request"]
    if "upload[]" in shown:
        # The example of an upload names files; the model wants their bytes.
        return made.from_dict({**shown, "upload[]": [b"PNG" for _ in shown["upload[]"]]})
    parsed = made.from_dict(shown)
    assert parsed.to_dict() == shown
    return parsed


def as_json(result: Any) -> Any:
    if isinstance(result, list):
        return [as_json(item) for item in result]
    return result.to_dict() if hasattr(result, "to_dict") else result


@pytest.mark.parametrize("venue", VENUES)
def test_every_example_is_valid_for_the_schemas(venue: str, documents: dict[str, dict[str, Any]]) -> None:
    schemas = import_module(f"venuekit_schemas.{venue}")
    checked = 0
    for name in VENUES[venue].split():
        shown = example(venue, name)
        if shown["request"] is not None:
            getattr(schemas, name[0].upper() + name[1:] + "Request").model_validate(shown["request"])
            checked += 1
        answer = raw_operation(documents[venue], name)["responses"]
        media: dict[str, Any] = answer[str(shown["status"])].get("content") or {}
        schema: dict[str, Any] = media.get("application/json", {}).get("schema", {})
        target: Any = None
        if "$ref" in schema:
            target = getattr(schemas, schema["$ref"].rsplit("/", 1)[-1], None)
        elif "$ref" in schema.get("items", {}):
            target = GenericAlias(list, (getattr(schemas, schema["items"]["$ref"].rsplit("/", 1)[-1]),))
        if target is not None:
            TypeAdapter(target).validate_python(shown["answer"])
            checked += 1
    assert checked


def test_the_dossier_has_its_root() -> None:
    dossier = import_module("venuekit_schemas.dossier").Dossier
    assert {"version", "applicant", "venues"} <= set(dossier.model_fields)
