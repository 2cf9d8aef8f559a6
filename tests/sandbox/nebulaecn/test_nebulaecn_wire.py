"""Routes, encodings and shapes: what holds for every operation."""

from __future__ import annotations

import base64
import json
import struct
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from tests.sandbox.nebulaecn.helpers import PASSWORD, Person, refusal
from venuekit_sandbox.nebulaecn.catalogue import operations
from venuekit_schemas import nebulaecn as schemas

SPEC = Path(__file__).parents[3] / "specs" / "nebulaecn.yaml"
LOGIN = {"email": "john.smith@example.com", "password": PASSWORD}


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    return dict(YAML(typ="safe", pure=True).load(SPEC.read_text()))


def test_exactly_the_documented_operations_are_routed(spec: dict[str, Any]) -> None:
    documented = {
        (method.upper(), path.removeprefix("/api/v2/auth"))
        for path, item in spec["paths"].items()
        for method in item
        if method in ("get", "post", "put", "patch", "delete")
    }
    routed = [(item.method, item.path) for item in operations()]
    assert len(routed) == len(set(routed)) == 58
    assert set(routed) == documented


@pytest.mark.parametrize(
    "path", ["/nebulaecn", "/nebulaecn/", "/nebulaecn/api/v2/auth", "/nebulaecn/api/v2/peatio/x"]
)
def test_paths_outside_the_service(person: Person, path: str) -> None:
    answer = person.client.get(f"http://sandbox{path}", follow_redirects=True)
    assert (answer.status_code, answer.json()) == (404, {"error": "Route is not found"})


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/identity/nothing"),
        ("GET", "/identity/users"),
        ("PUT", "/identity/sessions"),
        ("POST", "/public/time"),
    ],
)
def test_unknown_path_or_verb(person: Person, method: str, path: str) -> None:
    answer = person.call(method, path)
    assert (answer.status_code, answer.json()) == (404, {"error": "Route is not found"})
    assert answer.headers["content-type"] == "application/json"


def test_unknown_path_behind_the_gate(member: Person) -> None:
    assert member.get("/resource/nothing").json() == {"error": "Route is not found"}
    assert member.call("DELETE", "/resource/phones").status_code == 404


class TestEncodings:
    def test_json_form_and_multipart_are_one(self, person: Person) -> None:
        person.sign_up()
        sent: list[dict[str, Any]] = [
            {"json": LOGIN},
            {"data": LOGIN},
            {"files": [(name, (None, value)) for name, value in LOGIN.items()]},
            {"params": LOGIN},
        ]
        for kwargs in sent:
            answer = person.call("POST", "/identity/sessions", **kwargs)
            assert answer.status_code == 200, kwargs

    @pytest.mark.parametrize(
        "body", [b"{", b"nonsense", b'{"email": NaN}', b'{"email": "\\ud800"}', b"[" * 100_000, b"\xff"]
    )
    def test_malformed_json(self, person: Person, body: bytes) -> None:
        answer = person.call(
            "POST", "/identity/users", content=body, headers={"Content-Type": "application/json"}
        )
        assert refusal(answer) == (500, ["server.internal_error"])

    def test_depth_counts_brackets_outside_of_texts_only(self, person: Person) -> None:
        deep = json.dumps({"password": "[" * 200 + '\\" {' + PASSWORD, "more": [[[]]] * 50})
        headers = {"Content-Type": "application/json"}
        path = "/identity/password/validate"
        assert person.call("POST", path, content=deep, headers=headers).status_code == 201
        for depth, status in ((99, 201), (100, 500)):
            nested = '{"password": "x", "more": ' + "[" * depth + "]" * depth + "}"
            assert person.call("POST", path, content=nested, headers=headers).status_code == status

    def test_malformed_multipart(self, member: Person) -> None:
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        answer = member.call("POST", "/resource/documents", content=b"--y\r\nnonsense", headers=headers)
        assert answer.status_code in (422, 500)

    def test_json_that_is_no_object_has_no_parameters(self, person: Person) -> None:
        answer = person.call("POST", "/identity/sessions", json=["email"])
        assert answer.status_code == 422

    def test_other_content_types(self, person: Person) -> None:
        answer = person.call("POST", "/identity/users", content=b"<a/>", headers={"Content-Type": "text/xml"})
        assert answer.status_code == 415
        assert answer.json() == {"error": "The provided content-type 'text/xml' is not supported."}

    def test_numbers_and_booleans_become_text(self, person: Person) -> None:
        answer = person.call("POST", "/identity/password/validate", json={"password": 12345678})
        assert answer.status_code == 201


class TestGeneral:
    @pytest.mark.parametrize("area", ["identity", "public"])
    def test_open_calls(self, person: Person, area: str) -> None:
        assert person.get(f"/{area}/ping").json() == {"ping": "pong"}
        assert person.get(f"/{area}/time").json() == {"time": int(person.sandbox.world.clock.now())}
        assert set(person.get(f"/{area}/version").json()) == {"git_tag", "git_sha", "build_date", "version"}
        assert set(person.get(f"/{area}/configs").json()) == {
            "session_expire_time",
            "captcha_type",
            "phone_verification_type",
            "password_min_entropy",
            "password_regexp",
        }
        assert person.client.head(f"/{area}/ping").status_code == 200

    def test_auth0_config(self, person: Person) -> None:
        assert set(person.get("/public/configs/auth0").json()) == {"auth0_domain", "auth0_client_id"}

    def test_swagger(self, member: Person) -> None:
        whole = member.get("/resource/swagger_doc").json()
        assert (whole["swagger"], len(whole["paths"])) == ("2.0", 45)
        login = whole["paths"]["/identity/sessions"]["post"]
        assert login["operationId"] == "createSession"
        assert {one["name"]: one["required"] for one in login["parameters"]} == {
            "email": True,
            "password": True,
            "captcha_response": False,
            "otp_code": False,
        }
        assert set(login["responses"]) == {"201", "400", "404"}, "as the page has it"
        [kid, code] = whole["paths"]["/resource/api_keys/{kid}"]["delete"]["parameters"]
        assert (kid["in"], code["in"], code["name"]) == ("path", "query", "totp_code")
        assert whole["definitions"]["APIKey"]["properties"]["kid"]["type"] == "string"
        part = member.get("/resource/swagger_doc/phones").json()
        assert set(part["paths"]) == {
            "/resource/phones",
            "/resource/phones/verify",
            "/resource/phones/send_code",
        }
        assert member.get("/resource/swagger_doc/nothing").status_code == 400


def test_barcode_is_a_square_picture(member: Person) -> None:
    data = base64.b64decode(member.post("/resource/otp/generate_qrcode").json()["data"]["barcode"])
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    assert width == height
    assert 200 <= width <= 300


def test_answers_fit_the_generated_models(secured: Person) -> None:
    """The one place where the imitation's answers meet the models a client is generated from."""
    secured.add_phone()
    secured.post("/resource/profiles", first_name="John", last_name="Smith", dob="1990-05-17", metadata="{}")
    secured.upload("a.png")
    secured.code()
    made = secured.post("/resource/api_keys", algorithm="HS256", totp_code=secured.code())

    def fits(model: type[BaseModel], answer: httpx.Response) -> None:
        body = answer.json()
        for item in body if isinstance(body, list) else [body]:
            model.model_validate_json(json.dumps(item))
            unknown = item.keys() - {field.alias or name for name, field in model.model_fields.items()}
            assert not unknown

    fits(schemas.APIKey, made)
    fits(schemas.UserWithFullInfo, secured.get("/resource/users/me"))
    fits(schemas.Phone, secured.get("/resource/phones"))
    fits(schemas.Profile, secured.get("/resource/profiles/me"))
    fits(schemas.Document, secured.get("/resource/documents"))
    fits(schemas.Label, secured.get("/resource/labels"))
    fits(schemas.APIKey, secured.get("/resource/api_keys"))
    fits(schemas.Activity, secured.get("/resource/users/activity/all"))
