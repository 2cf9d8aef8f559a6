"""What the generated clients return before parsing, which call tells of a lost one, and nulls that nobody documented."""

from __future__ import annotations

import asyncio
import inspect
import json
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from codegen import check
from codegen.documents import GENERATED, venue_specs
from tests.codegen.callers import FakeAsyncCaller, FakeCaller
from venuekit_clients.runtime import AnswerHeaders, RawResponse

USER = {"id": "u1", "state": "active"}
HEADERS = {"X-Request-Id": "r1", "Set-Cookie": "session=hunter2"}
VENUES = [file.stem for file in venue_specs()]


def listed(status: int = 200, body: object = (USER,)) -> FakeCaller:
    return FakeCaller(lambda request: httpx.Response(status, json=body, headers=HEADERS))


def operations(venue: str) -> Any:
    return import_module(f"venuekit_clients.{venue}").OPERATIONS


# Raw answers


def test_a_raw_answer_has_what_came_and_parses_to_what_the_plain_method_returns(tiny: ModuleType) -> None:
    caller = listed()
    users = tiny.Api(caller).users
    raw = users.with_raw_response.list_users()
    assert (raw.status, raw.request_id, raw.json()) == (200, "r1", [USER])
    assert json.loads(raw.content) == [USER]
    assert raw.parse() == users.list_users()
    assert caller.operations == [tiny.OPERATIONS["listUsers"]] * 2


def test_an_async_raw_answer_is_the_same(tiny: ModuleType) -> None:
    caller = FakeAsyncCaller(lambda request: httpx.Response(200, json=[USER]))
    raw = asyncio.run(tiny.AsyncApi(caller).users.with_raw_response.list_users())
    assert [user.id for user in raw.parse()] == ["u1"]
    assert raw.request_id is None


def test_a_raw_answer_is_parsed_once_and_only_when_asked() -> None:
    parsed: list[object] = []

    def parse() -> object:
        parsed.append(object())
        return parsed[-1]

    raw = RawResponse(status=200, headers={}, content=b"", request_id=None, parser=parse)
    assert parsed == []
    assert raw.parse() is raw.parse() is parsed[0]
    assert len(parsed) == 1


def test_an_answer_without_a_schema_is_parsed_once_to_none() -> None:
    calls: list[int] = []
    raw = RawResponse[None](
        status=201, headers={}, content=b"", request_id=None, parser=lambda: calls.append(1)
    )
    assert [raw.parse(), raw.parse(), calls] == [None, None, [1]]


def test_a_raw_answer_shows_neither_body_nor_headers(tiny: ModuleType) -> None:
    raw = tiny.Api(listed(body=["hunter3"])).users.with_raw_response.list_users()
    assert repr(raw) == f"{raw}" == "<RawResponse 200, 11 bytes>"
    assert "hunter" not in repr(raw.headers) + str(raw.headers)


def test_headers_are_found_in_any_case_and_listed_in_lower_case() -> None:
    headers = AnswerHeaders(HEADERS)
    assert headers["x-request-id"] == headers["X-Request-ID"] == headers.get("X-REQUEST-ID") == "r1"
    assert list(headers) == ["x-request-id", "set-cookie"]
    assert "SET-COOKIE" in headers and "cookie" not in headers and len(headers) == 2
    with pytest.raises(KeyError):
        headers["cookie"]


def test_a_2xx_that_is_not_documented_is_returned_raw_and_raises_when_parsed(tiny: ModuleType) -> None:
    raw = tiny.Api(listed(status=202)).users.with_raw_response.list_users()
    assert (raw.status, raw.json()) == (202, [USER])
    for _ in range(2):
        with pytest.raises(import_module(f"{tiny.__name__}.errors").UnexpectedStatus):
            raw.parse()


@pytest.mark.parametrize("content", [b"<html>", b"", b"\xff", b"[" * 200_000])
def test_a_body_that_is_not_json_is_a_value_error(content: bytes) -> None:
    raw = RawResponse(status=200, headers={}, content=content, request_id=None, parser=lambda: None)
    with pytest.raises(ValueError):
        raw.json()
    assert raw.content == content


@pytest.mark.parametrize("venue", VENUES)
@pytest.mark.parametrize("prefix", ["", "Async"])
def test_raw_methods_take_the_same_arguments_and_wrap_the_same_type(venue: str, prefix: str) -> None:
    api = getattr(import_module(f"venuekit_clients.{venue}"), f"{prefix}Api")(None)
    for operation in operations(venue).values():
        plain = getattr(api, operation.tag)
        raw = plain.with_raw_response
        assert type(raw).__name__ == f"{prefix}Raw{type(plain).__name__.removeprefix('Async')}"
        signatures = [inspect.signature(getattr(found, operation.name)) for found in (plain, raw)]
        assert signatures[0].parameters == signatures[1].parameters
        assert signatures[1].return_annotation == f"RawResponse[{signatures[0].return_annotation}]"
        assert inspect.iscoroutinefunction(getattr(raw, operation.name)) == bool(prefix)


def test_the_drift_check_notices_a_lost_raw_method(tmp_path: Path) -> None:
    package = GENERATED / "venuekit_clients" / "t4"
    assert check.resource_methods(package, prefix="Raw") == check.resource_methods(package, prefix="")
    resource = tmp_path / "api" / "auth"
    resource.mkdir(parents=True)
    text = (package / "api" / "auth" / "__init__.py").read_text(encoding="utf-8")
    plain, found, raw = text.partition("class RawAuthResource:")
    (resource / "__init__.py").write_text(plain + found + raw.replace("def login(", "def _login("))
    assert check.resource_methods(tmp_path, prefix="") == {"auth.login"}
    assert check.resource_methods(tmp_path, prefix="Raw") == check.resource_methods(
        tmp_path, prefix="AsyncRaw"
    )
    assert check.resource_methods(tmp_path, prefix="Raw") == set()


# Lost answers


def test_an_operation_names_the_call_that_tells(tiny: ModuleType) -> None:
    found = {name: operation.lookup for name, operation in tiny.OPERATIONS.items()}
    assert found == {
        "getUser": None,
        "listUsers": None,
        "createUser": "login",
        "uploadDocument": "listUsers",
        "login": None,
    }


def test_docstrings_say_where_to_look(tiny: ModuleType) -> None:
    api = tiny.Api(listed())
    docs = {
        name: " ".join(getattr(getattr(api, tag), name).__doc__.split())
        for tag, name in (
            ("users", "create_user"),
            ("users", "login"),
            ("users", "get_user"),
            ("documents", "upload_document"),
        )
    }
    assert "Lost answer: look with `users.login`. It happened if the log-in works." in docs["create_user"]
    assert "Lost answer: look with `users.list_users`. Needs a person" in docs["upload_document"]
    assert "Lost answer: no call tells. Log in again." in docs["login"]
    assert "Lost answer" not in docs["get_user"]


@pytest.mark.parametrize(
    ("venue", "name", "lookup"),
    [
        ("nebulaecn", "createUser", "createSession"),
        ("nebulaecn", "confirmEmail", "getMe"),
        ("nebulaecn", "createApiKey", "listApiKeys"),
        ("nebulaecn", "createSession", None),
        ("nebulaecn", "getMe", None),
        ("stokn", "signUp", "login"),
        ("stokn", "createPortfolio", "getAccount"),
        ("t4", "onboardUser", "login"),
        ("rabbitx", "refreshSecrets", "getAccount"),
        ("tradelocker", "refreshJWTTokens", "getJWTTokens"),
    ],
)
def test_the_real_specs_name_the_call_that_tells(venue: str, name: str, lookup: str | None) -> None:
    assert operations(venue)[name].lookup == lookup


# Nulls that nobody documented


@pytest.mark.parametrize("field", ["state", "friends", "nicknames"])
def test_a_null_for_an_optional_enum_or_list_of_an_answer_counts_as_not_given(
    tiny: ModuleType, field: str
) -> None:
    raw = tiny.Api(listed(body=[{"id": "u1", field: None}])).users.with_raw_response.list_users()
    (user,) = raw.parse()
    assert user.id == "u1"
    assert repr(getattr(user, field)) == "UNSET"
    assert field not in user.to_dict()
    assert raw.json() == [{"id": "u1", field: None}]


def test_a_null_for_an_optional_object_of_an_answer_counts_as_not_given(tiny: ModuleType) -> None:
    session = import_module(f"{tiny.__name__}.models").Session.from_dict({"tokens": [], "user": None})
    assert session.to_dict() == {"tokens": []}


def test_empty_values_are_kept(tiny: ModuleType) -> None:
    source = {"id": "u1", "friends": [], "nicknames": [], "referral": {}}
    assert import_module(f"{tiny.__name__}.models").User.from_dict(source).to_dict() == source


def test_a_documented_null_stays_a_null(tiny: ModuleType) -> None:
    source = {"id": "u1", "backup": None, "referral": None, "password": None}
    assert import_module(f"{tiny.__name__}.models").User.from_dict(source).to_dict() == source
