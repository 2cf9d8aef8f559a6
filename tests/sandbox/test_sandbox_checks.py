"""Answers that the spec of a venue does not describe are told, and do not reach the caller."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import httpx
import pytest
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp

from tests.sandbox.conftest import InProcess
from venuekit_sandbox import checks
from venuekit_sandbox.checks import Violation, checked

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


def answering(response: Response, path: str = TOKEN, method: str = "POST", venue: str = "tradelocker") -> httpx.Response:
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


def test_headers_are_compared_with_their_schemas() -> None:
    path = "/rabbitx/account"
    document = {"success": False, "error": "TOO_MANY", "result": []}
    wrong = answering(body(document, 429, JSON | {"X-RateLimit-Retry-After": "soon"}), path, "GET", venue="rabbitx")
    print(wrong.text)
