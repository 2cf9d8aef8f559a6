"""What the generated clients do, on the tiny spec: calls, open enums, unknown fields, masking, uploads, odd statuses."""

from __future__ import annotations

import asyncio
import copy
import io
import json
import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from python_multipart.multipart import parse_options_header

from tests.codegen.callers import FakeAsyncCaller, FakeCaller

USER = {"id": "u1", "state": "active"}


def models(tiny: ModuleType) -> Any:
    return import_module(f"{tiny.__name__}.models")


def types(tiny: ModuleType) -> Any:
    return import_module(f"{tiny.__name__}.types")


def errors(tiny: ModuleType) -> Any:
    return import_module(f"{tiny.__name__}.errors")


# Calls


def test_a_call_sends_path_query_and_headers_and_returns_the_model(tiny: ModuleType) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=USER)

    caller = FakeCaller(answer)
    user = tiny.Api(caller).users.get_user("a/b", rbt_ts=17, limit=3)
    assert type(user).__name__ == "User" and user.id == "u1"
    assert str(seen[0].url) == "http://venue.test/base/users/a%2Fb?limit=3"
    assert seen[0].headers["RBT-TS"] == "17"
    operation = caller.operations[0]
    assert operation is tiny.OPERATIONS["getUser"]
    assert (operation.venue, operation.tag, operation.name) == ("tiny", "users", "get_user")
    assert (operation.method, operation.path) == ("GET", "/users/{userId}")
    assert (operation.retry, operation.human, operation.success) == ("safe", None, (200,))
    assert operation.security == (("Bearer",), ("Key", "Sign"))


def test_an_async_call_gives_the_same_result(tiny: ModuleType) -> None:
    caller = FakeAsyncCaller(lambda request: httpx.Response(200, json=[USER, USER]))
    users = asyncio.run(tiny.AsyncApi(caller).users.list_users())
    assert [user.id for user in users] == ["u1", "u1"]
    assert caller.operations == [tiny.OPERATIONS["listUsers"]]


@pytest.mark.parametrize("status", [200, 201])
def test_a_form_is_sent_as_a_form_and_both_documented_statuses_parse(tiny: ModuleType, status: int) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(status, json=USER)

    body = models(tiny).CreateUserRequest(email="john.smith@example.com", password="hunter2")
    assert tiny.Api(FakeCaller(answer)).users.create_user(body=body).id == "u1"
    assert seen[0].headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert seen[0].content == b"email=john.smith%40example.com&password=hunter2"


def test_an_answer_without_a_schema_gives_none(tiny: ModuleType) -> None:
    body = models(tiny).UploadDocumentRequest(doc_type="Passport", upload=[])
    api = tiny.Api(FakeCaller(lambda request: httpx.Response(201, text="201")))
    assert api.documents.upload_document(body=body) is None


def test_a_2xx_that_is_not_documented_raises_without_showing_the_body(tiny: ModuleType) -> None:
    api = tiny.Api(FakeCaller(lambda request: httpx.Response(202, text="token=hunter2")))
    with pytest.raises(errors(tiny).UnexpectedStatus) as raised:
        api.users.list_users()
    assert raised.value.status_code == 202
    assert raised.value.content == b"token=hunter2"
    assert "hunter2" not in str(raised.value) + repr(raised.value)
    assert pickle.loads(pickle.dumps(raised.value)).content == b"token=hunter2"


def test_a_union_parses_to_the_member_that_fits(tiny: ModuleType) -> None:
    answers = [{"tokens": ["abc"]}, {"challenge": "OTP"}]
    api = tiny.Api(FakeCaller(lambda request: httpx.Response(200, json=answers.pop(0))))
    body = models(tiny).LoginRequest(credentials=models(tiny).Credentials(password="hunter2"))
    assert type(api.users.login(body=body)).__name__ == "Session"
    assert type(api.users.login(body=body)).__name__ == "Challenge"


def test_resources_are_made_once(tiny: ModuleType) -> None:
    api = tiny.Api(FakeCaller(lambda request: httpx.Response(200)))
    assert api.users is api.users


def test_docstrings_tell_what_the_spec_tells(tiny: ModuleType) -> None:
    doc = " ".join(
        type(tiny.Api(FakeCaller(lambda request: httpx.Response(200))).users).create_user.__doc__.split()
    )
    for part in (
        "Make a user",
        "Sends `POST /users`.",
        "body (CreateUserRequest): A new user. (application/x-www-form-urlencoded)",
        "User on status 200 or 201.",
        "never (do not send it again",
        "Needs a person: yes (captcha).",
        "Evidence: documented, 001_18a38cef585526b2.txt",
    ):
        assert part in doc
    header = "rbt_ts (int): When the signature expires, in unix seconds. (header `RBT-TS`)"
    assert header in " ".join(type(tiny.Api(None).users).get_user.__doc__.split())


# Models


def test_an_open_enum_keeps_a_value_nobody_has_seen(tiny: ModuleType) -> None:
    state = models(tiny).State
    user = models(tiny).User.from_dict({"id": "u1", "state": "dormant"})
    assert user.state == "dormant" and isinstance(user.state, state)
    assert not user.state.is_known and state.ACTIVE.is_known
    assert user.to_dict() == {"id": "u1", "state": "dormant"}
    assert str(user.state) == f"{user.state}" == "dormant"
    assert user.state == state("dormant") and user.state != state.ACTIVE
    assert len({user.state, state("dormant")}) == 1
    assert pickle.loads(pickle.dumps(user.state)) == copy.deepcopy(user.state) == "dormant"
    assert [member.value for member in state] == ["active", "pending"]
    with pytest.raises(ValueError, match="7"):
        state(7)


def test_a_nullable_enum_takes_null_known_and_unknown(tiny: ModuleType) -> None:
    for value in (None, "active", "dormant"):
        user = models(tiny).User.from_dict({"id": "u1", "backup": value})
        assert user.backup == value
        assert user.to_dict()["backup"] == value


def test_unknown_fields_are_kept_and_sent_back(tiny: ModuleType) -> None:
    source = {"id": "u1", "nickname": "jo", "nested": {"a": [1, 2]}}
    user = models(tiny).User.from_dict(source)
    assert user["nickname"] == "jo" and "nested" in user
    assert user.to_dict() == source


def test_fields_named_like_local_variables_work(tiny: ModuleType) -> None:
    assert models(tiny).User.from_dict({"id": "u1", "d": "x"}).d == "x"
    assert models(tiny).Error.from_dict({"error": "boom"}).to_dict() == {"error": "boom"}


@pytest.mark.parametrize("first", ["user", "referral"])
def test_models_that_use_each_other_can_be_imported_in_any_order(first: str, tiny_output: Path) -> None:
    code = f"""
import sys; sys.path.insert(0, {str(tiny_output)!r})
import venuekit_clients.tiny.models.{first}
from venuekit_clients.tiny.models import User
source = {{"id": "u1", "referral": {{"user": {{"id": "u2", "referral": None}}}}}}
assert User.from_dict(source).to_dict() == source
"""
    subprocess.run([sys.executable, "-I", "-c", code], check=True)


# Secrets


def test_secrets_are_masked_in_every_repr(tiny: ModuleType) -> None:
    made = models(tiny)
    request = made.LoginRequest(credentials=made.Credentials(password="hunter2", secret="hunter3"))
    session = made.Session.from_dict(
        {"user": {"id": "u1", "password": "hunter4"}, "tokens": ["hunter5"], "new": "hunter6"}
    )
    shown = repr([request, session])
    assert "hunter" not in shown
    assert "password=***" in shown and "secret=***" in shown and "tokens=***" in shown
    assert "'new': ***" in shown


def test_a_secret_that_is_not_there_is_told_apart_from_one_that_is(tiny: ModuleType) -> None:
    made = models(tiny)
    assert "secret=UNSET" in repr(made.Credentials(password="hunter2"))
    assert "password=None" in repr(made.User(id="u1", password=None))
    assert "password=***" in repr(made.User(id="u1", password=""))


def test_masking_changes_nothing_on_the_wire(tiny: ModuleType) -> None:
    made = models(tiny)
    request = made.LoginRequest(credentials=made.Credentials(password="hunter2"))
    assert json.dumps(request.to_dict()) == '{"credentials": {"password": "hunter2"}}'
    assert made.LoginRequest.from_dict(request.to_dict()) == request


def test_the_client_shows_no_token_headers_or_cookies(tiny: ModuleType) -> None:
    client = tiny.AuthenticatedClient(
        base_url="http://venue.test", token="hunter2", headers={"X": "hunter3"}, cookies={"c": "hunter4"}
    )
    client.get_httpx_client()
    assert "hunter" not in repr(client)


def test_with_headers_leaves_the_original_alone(tiny: ModuleType) -> None:
    client = tiny.Client(base_url="http://venue.test")
    live = client.get_httpx_client()
    changed = client.with_headers({"X-Key": "theirs"}).with_cookies({"c": "theirs"})
    assert "X-Key" not in live.headers and not live.cookies
    assert changed.get_httpx_client().headers["X-Key"] == "theirs"


def test_the_client_has_a_timeout_and_closes(tiny: ModuleType) -> None:
    with tiny.Client(base_url="http://venue.test") as client:
        live = client.get_httpx_client()
        assert live.timeout == httpx.Timeout(30.0)
    assert live.is_closed


# Stock functions


def stock(tiny: ModuleType, name: str) -> Any:
    return import_module(f"{tiny.__name__}.api.{name}")


def test_a_status_without_a_name_does_not_raise(tiny: ModuleType) -> None:
    client = tiny.Client(base_url="http://venue.test")
    answer = httpx.MockTransport(lambda request: httpx.Response(520, json={"error": "hunter2"}))
    client.set_httpx_client(httpx.Client(base_url="http://venue.test", transport=answer))
    response = stock(tiny, "users.list_users").sync_detailed(client=client)
    assert response.status_code == 520 and not hasattr(response.status_code, "phrase")
    assert response.parsed.error == "hunter2"
    assert "content" not in repr(response) and "headers" not in repr(response)


def test_a_known_status_keeps_its_name(tiny: ModuleType) -> None:
    client = tiny.Client(base_url="http://venue.test")
    answer = httpx.MockTransport(lambda request: httpx.Response(401, json={}))
    client.set_httpx_client(httpx.Client(base_url="http://venue.test", transport=answer))
    assert stock(tiny, "users.list_users").sync_detailed(client=client).status_code.phrase == "Unauthorized"


# Uploads


def upload(tiny: ModuleType, payload: bytes) -> httpx.Request:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        seen.append(request)
        return httpx.Response(201)

    file = types(tiny).File(payload=io.BytesIO(payload), file_name="a.png", mime_type="image/png")
    body = models(tiny).UploadDocumentRequest(doc_type="Passport", upload=[file, file])
    tiny.Api(FakeCaller(answer)).documents.upload_document(body=body)
    return seen[0]


def parts(request: httpx.Request) -> list[tuple[str, bytes]]:
    """Field names and contents as a server reads them."""
    kind, options = parse_options_header(request.headers["Content-Type"])
    assert kind == b"multipart/form-data"
    found = []
    for part in request.content.split(b"--" + options[b"boundary"])[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = head.split(b'name="')[1].split(b'"')[0].decode()
        found.append((name, content.removesuffix(b"\r\n")))
    return found


def test_an_upload_has_one_part_per_file_under_the_wire_name(tiny: ModuleType) -> None:
    assert parts(upload(tiny, b"PNG")) == [
        ("doc_type", b"Passport"),
        ("upload[]", b"PNG"),
        ("upload[]", b"PNG"),
    ]


def test_every_upload_has_its_own_boundary(tiny: ModuleType) -> None:
    boundaries = {upload(tiny, b"PNG").headers["Content-Type"] for _ in range(3)}
    assert len(boundaries) == 3


def test_the_bytes_of_a_file_cannot_forge_a_field(tiny: ModuleType) -> None:
    known = upload(tiny, b"PNG").headers["Content-Type"].split("boundary=")[1].encode()
    for guess in (b"+++", known):
        forged = (
            b"\r\n--"
            + guess
            + b'\r\nContent-Disposition: form-data; name="doc_type"\r\n\r\nINJECTED\r\n--'
            + guess
            + b"--\r\n"
        )
        names = [name for name, _ in parts(upload(tiny, forged))]
        assert names == ["doc_type", "upload[]", "upload[]"]


def test_the_repr_of_a_file_does_not_show_it(tiny: ModuleType) -> None:
    shown = repr(types(tiny).File(payload=io.BytesIO(b"PNG"), file_name="a.png"))
    assert "payload" not in shown and "a.png" in shown


# Imports


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import venuekit_clients.tiny", ("httpx", "ssl", "attr", ".models", ".client")),
        ("from venuekit_clients.tiny import Api; Api(None).users", ("httpx", "ssl", ".models", ".client")),
        ("from venuekit_clients.tiny.models import State", ("httpx", "ssl", ".models.user", ".client")),
        (
            "import venuekit_clients.tiny.api.users.list_users",
            ("httpx", "ssl", ".client", "create_user_request"),
        ),
    ],
)
def test_imports_are_lazy(code: str, absent: tuple[str, ...], tiny_output: Path) -> None:
    script = f"import json, sys; sys.path.insert(0, {str(tiny_output)!r})\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    # -I keeps the environment and the current directory out; the temporary tree is the only place to import from.
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout)
    assert any(name.startswith("venuekit_clients.tiny") for name in loaded)
    for name in absent:
        full = f"venuekit_clients.tiny{name}" if name.startswith(".") else name
        assert not [module for module in loaded if module == full or module.endswith("." + name)], name


def test_lazy_names_are_listed_and_unknown_ones_refused(tiny: ModuleType) -> None:
    assert {"Api", "AsyncApi", "Client", "OPERATIONS"} <= set(dir(tiny))
    assert {"User", "State"} <= set(dir(models(tiny)))
    assert set(models(tiny).__all__) <= set(dir(models(tiny)))
    for module in (tiny, models(tiny)):
        with pytest.raises(AttributeError, match="nothing_like_this"):
            module.nothing_like_this  # noqa: B018
