"""Answers that the spec of a venue does not describe are told, and do not reach the caller."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

import httpx
import pytest
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp

from tests.sandbox.conftest import InProcess
from venuekit_sandbox import Sandbox, checks, specs
from venuekit_sandbox.checks import Violation, checked
from venuekit_sandbox.rabbitx.wire import RabbitX

TOKEN = "/tradelocker/backend-api/auth/jwt/token"
ACCOUNT = "/tradelocker/backend-api/trade/accounts/7080/state"
GOOD = {"accessToken": "a", "refreshToken": "b", "expireDate": "2030-01-01T00:00:00.000Z"}
JSON = {"content-type": "application/json"}


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """The violations of these tests are wanted."""
    checks.violations.clear()
    yield
    checks.violations.clear()


def answering(
    response: Response, path: str = TOKEN, method: str = "POST", venue: str = "tradelocker"
) -> httpx.Response:
    """What a caller gets when the venue answers `response`."""

    async def answer(request: object) -> Response:
        return response

    route: BaseRoute = Route("/{rest:path}", answer, methods=["GET", "POST", "PUT", "DELETE"])
    app: ASGIApp = Router([Mount(f"/{venue}", app=checked(Router([route]), venue))])
    with httpx.Client(transport=InProcess(app), base_url="http://sandbox") as http:
        return http.request(method, path)


def body(document: object, status: int = 201, headers: Mapping[str, str] = JSON) -> Response:
    return Response(json.dumps(document), status, headers)


def only(answer: httpx.Response) -> Violation:
    (violation,) = checks.violations
    assert answer.status_code == 500
    assert answer.headers["content-type"].startswith("text/plain")
    assert str(violation) in answer.text
    return violation


def test_what_the_spec_describes_passes_unchanged() -> None:
    answer = answering(body(GOOD))
    assert (answer.status_code, answer.json()) == (201, GOOD)
    assert checks.violations == []


def test_what_the_spec_has_no_operation_for_is_not_checked() -> None:
    for path, method in ((f"{TOKEN}/more", "POST"), (TOKEN, "DELETE"), ("/tradelocker/docs", "GET")):
        assert answering(Response("odd", 299), path, method).status_code == 299
    assert checks.violations == []


def test_a_member_of_another_type_is_named_without_its_value() -> None:
    answer = answering(body(GOOD | {"accessToken": 424242}))
    violation = only(answer)
    assert (violation.venue, violation.operation, violation.status) == ("tradelocker", "getJWTTokens", 201)
    assert any("/accessToken" in problem for problem in violation.problems)
    assert "424242" not in answer.text


def test_a_missing_member_is_named() -> None:
    violation = only(answering(body({"refreshToken": "very-secret"})))
    assert any("accessToken" in problem for problem in violation.problems)
    assert "very-secret" not in str(violation)


def test_a_body_that_is_not_json() -> None:
    assert only(answering(Response("{", 201, JSON))).problems == ("the body is not JSON",)


@pytest.mark.parametrize("kind", ["text/html", "application/xml", ""])
def test_a_content_type_that_is_not_declared(kind: str) -> None:
    (problem,) = only(answering(body(GOOD, headers={"content-type": kind} if kind else {}))).problems
    assert problem.startswith("content type ") and "application/json" in problem


def test_an_empty_answer_where_one_is_declared() -> None:
    (problem,) = only(answering(Response(b"", 201))).problems
    assert problem.startswith("content type none")


def test_a_refusal_may_be_empty() -> None:
    assert answering(Response(b"", 401)).status_code == 401
    assert checks.violations == []


def test_a_body_where_none_is_declared() -> None:
    path = "/nebulaecn/api/v2/auth/resource/api_keys/someone"
    answer = answering(body({"a": 1}, 204), path, "DELETE", venue="nebulaecn")
    assert only(answer).problems == ("a body where none is declared",)


def test_placeholders_in_paths() -> None:
    violation = only(answering(body({"s": 5}, 200), ACCOUNT, "GET"))
    assert violation.operation == "getAccountState"
    other = "/tradelocker/backend-api/trade/accounts"
    checks.violations.clear()
    assert only(answering(body({"s": 5}, 200), other, "GET")).operation == "listTradeAccounts"


TINY: dict[str, object] = {
    "servers": [{"url": "http://127.0.0.1:8900/tiny/v1"}],
    "paths": {
        "/thing/{id}": {
            "get": {
                "operationId": "getThing",
                "responses": {
                    "200": {
                        "headers": {
                            "X-Left": {"required": True, "schema": {"type": "integer"}},
                            "X-More": {"schema": {"enum": ["yes", "no"]}},
                        },
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}},
                            "text/*": {"schema": {"$ref": "#/components/schemas/Thing"}},
                        },
                    },
                    "4XX": {"content": {"application/json": {"schema": {"required": ["wrong"]}}}},
                    "default": {"$ref": "#/components/responses/Other"},
                },
            }
        },
        "/thing/new": {"get": {"operationId": "newThing", "responses": {"204": {"description": "Nothing."}}}},
    },
    "components": {
        "schemas": {
            "Thing": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}}
        },
        "responses": {"Other": {"content": {"application/json": {"schema": {"required": ["other"]}}}}},
    },
}


@pytest.fixture
def tiny(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Lets a venue with the spec TINY answer, and gives the problems that were found."""
    monkeypatch.setattr(specs, "document", lambda venue: TINY)

    def problems(
        document: object, status: int = 200, path: str = "/tiny/v1/thing/5", **headers: str
    ) -> list[str]:
        checks.violations.clear()
        sent = JSON | {name.replace("_", "-"): value for name, value in headers.items()}
        answer = answering(body(document, status, sent), path, "GET", venue="tiny")
        assert answer.status_code == (500 if checks.violations else status)
        return [problem for violation in checks.violations for problem in violation.problems]

    return problems


def test_headers(tiny: Callable[..., list[str]]) -> None:
    assert tiny({}, x_left="5") == []
    assert tiny({}, x_left="5", x_more="yes") == []
    assert tiny({}) == ["header X-Left is missing"]
    (problem,) = tiny({}, x_left="hidden")
    assert problem.startswith("header X-Left") and "hidden" not in problem
    (problem,) = tiny({}, x_left="5", x_more="perhaps")
    assert problem.startswith("header X-More")


def test_a_status_that_is_not_declared_has_to_fit_what_is(tiny: Callable[..., list[str]]) -> None:
    assert tiny({"wrong": 1}, 404) == []
    assert tiny({"other": 1}, 404) != []
    assert tiny({"other": 1}, 502) == []
    assert tiny({"wrong": 1}, 502) != []
    assert tiny(None, 200, "/tiny/v1/thing/new") == ["this status is not declared"]


def test_formats(tiny: Callable[..., list[str]]) -> None:
    assert tiny({"at": "2030-01-01T00:00:00Z"}, x_left="1") == []
    (problem,) = tiny({"at": "tomorrow"}, x_left="1")
    assert problem.startswith("body /at: ") and "tomorrow" not in problem


def test_json_under_a_name_of_text(tiny: Callable[..., list[str]]) -> None:
    assert tiny({"at": "2030-01-01T00:00:00Z"}, x_left="1", content_type="text/plain; charset=utf-8") == []
    assert tiny({"at": 5}, x_left="1", content_type="text/plain") != []


@pytest.mark.parametrize(
    ("argument", "variable", "status"), [(True, "0", 500), (False, "1", 500), (False, "0", 204)]
)
def test_a_sandbox_is_checked_by_argument_or_environment(
    monkeypatch: pytest.MonkeyPatch, argument: bool, variable: str, status: int
) -> None:
    class Odd(RabbitX):
        """Answers every call with 204, which no operation declares."""

        def routes(self) -> list[BaseRoute]:
            async def answer(request: object) -> Response:
                return Response(status_code=204)

            return [Route("/account", answer)]

    monkeypatch.setenv("VENUEKIT_SANDBOX_CHECKED", variable)
    sandbox = Sandbox(checked=argument, venues=[Odd])
    with httpx.Client(transport=InProcess(sandbox.app), base_url="http://sandbox") as http:
        assert http.get("/rabbitx/account").status_code == status
