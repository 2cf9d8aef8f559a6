"""Every kind of failure has its exit code, names venue and step, and does not stop the other venues."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.broken import BrokenVenue, serving
from tests.cli.conftest import url_options
from venuekit.cli.exits import PRECEDENCE, ExitCode, exit_code_of_case, exit_code_of_cases
from venuekit.recipes.checks import VENUES
from venuekit.recipes.core import CaseStatus
from venuekit.runs import Case
from venuekit.transport.errors import ConfigurationError

Command = Callable[..., Any]
Edit = Callable[..., Path]
HTML = {"Content-Type": "text/html"}
TOKENS = json.dumps(
    {"accessToken": "a", "refreshToken": "b", "expireDate": "2030-01-01T00:00:00.000Z"}
).encode()


@pytest.mark.parametrize(
    ("venue", "code", "kind"),
    [
        (BrokenVenue(200, b"<html>maintenance</html>", headers=HTML), 1, "UnexpectedAnswer"),
        (BrokenVenue(201, TOKENS[:-20]), 1, "UnexpectedAnswer"),
        (BrokenVenue(201, b"[]"), 1, "UnexpectedAnswer"),
        (BrokenVenue(302, b"", headers={"Location": "https://example.com/"}), 1, "UnexpectedAnswer"),
        (BrokenVenue(401, b'{"message": "no"}'), 4, "AuthenticationError"),
        (BrokenVenue(403, b'{"message": "no"}'), 4, "AuthenticationError"),
        (BrokenVenue(400, b'{"message": "no"}'), 5, "RejectedError"),
        (BrokenVenue(409, b'{"message": "no"}'), 5, "ConflictError"),
        (BrokenVenue(500, b"<html>", headers=HTML), 6, "UnavailableError"),
        (BrokenVenue(520, b"<html>", headers=HTML), 6, "UnavailableError"),
        (BrokenVenue(201, TOKENS, trouble="cut"), 6, "ConnectionFailed"),
        (BrokenVenue(trouble="drop"), 6, "ConnectionFailed"),
        (BrokenVenue(trouble="hang"), 6, "TimedOut"),
        (BrokenVenue(429, b"{}", headers={"Retry-After": "7"}), 7, "RateLimitedError"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_broken_venue(
    command: Command, edit: Edit, urls: dict[str, str], venue: BrokenVenue, code: int, kind: str
) -> None:
    """TradeLocker misbehaves; RabbitX beside it finishes."""
    venue.calls.clear()
    with serving(venue):
        options = url_options({"rabbitx": urls["rabbitx"], "tradelocker": venue.url})
        chosen = ("--venue", "rabbitx", "--venue", "tradelocker")
        # As long as the venue that answers needs on a busy machine, and no longer than that for the other.
        timeout = "15" if venue.trouble == "hang" else "60"
        outcome = command(
            "onboard", edit(), *chosen, "--json", "--timeout", timeout, "--max-retries", "0", *options
        )
    assert venue.calls == ["POST /auth/jwt/token"]
    assert outcome.code == code
    assert outcome.case("rabbitx")["status"] == "active"
    case = outcome.case("tradelocker")
    assert case["status"] == "failed"
    assert case["error"]["type"] == kind
    assert (case["error"]["venue"], case["error"]["operation"]) == ("tradelocker", "getJWTTokens")
    assert (case["steps"][0]["name"], case["steps"][0]["status"]) == ("log-in", "failed")
    assert "tradelocker: failed at log-in" in outcome.err
    assert "tradelocker.getJWTTokens: " in outcome.err
    assert "sandbox-password" not in outcome.out + outcome.err


def test_an_unreachable_venue(command: Command, edit: Edit) -> None:
    with serving(BrokenVenue()) as venue:
        url = venue.url
    only = ("--venue", "tradelocker", "--url", f"tradelocker={url}", "--max-retries", "0")
    outcome = command("onboard", edit(), *only)
    assert outcome.code == 6
    assert "Start it with: venuekit sandbox" in outcome.err


def test_retries_are_counted(command: Command, edit: Edit) -> None:
    busy = BrokenVenue(503, b"{}", headers={"Retry-After": "0.1"})
    with serving(busy) as venue:
        only = ("--venue", "tradelocker", "--url", f"tradelocker={venue.url}", "--max-retries", "1")
        outcome = command("onboard", edit(), *only)
    assert (outcome.code, len(venue.calls)) == (6, 2)


def test_a_lost_answer_to_a_call_that_must_not_be_repeated(command: Command, edit: Edit) -> None:
    with serving(BrokenVenue(trouble="drop")) as venue:
        outcome = command("onboard", edit(), "--venue", "t4", "--json", "--url", f"t4={venue.url}")
    assert outcome.code == 11
    case = outcome.case("t4")
    assert (case["status"], case["error"]["operation"]) == ("ambiguous", "onboardUser")
    assert venue.calls.count("POST /admin/v1/onboarding") == 1


@pytest.mark.parametrize(
    ("change", "venue", "code"),
    [
        (("    password: sandbox-password", "    password: wrong-password"), "tradelocker", 4),
        (("    server: SANDBOX ", "    server: ELSEWHERE "), "tradelocker", 4),
        (("    client_secret: sandbox-secret", "    client_secret: wrong-secret"), "stokn", 4),
        (("    api_key: sandbox ", "    api_key: wrong-key "), "t4", 4),
        (("  password: Kal31-ewwqXrew", "  password: Password1"), "nebulaecn", 5),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_the_sandbox_refuses(
    command: Command, edit: Edit, urls: dict[str, str], change: tuple[str, str], venue: str, code: int
) -> None:
    other = "rabbitx" if venue != "rabbitx" else "tradelocker"
    chosen = ("--venue", venue, "--venue", other)
    outcome = command("onboard", edit(change), *chosen, "--json", *url_options(urls))
    assert outcome.code == code, outcome.err
    assert outcome.case(venue)["status"] == "failed"
    assert outcome.case(other)["status"] == "active"
    for secret in ("wrong-password", "wrong-secret", "wrong-key", "Kal31-ewwqXrew"):
        assert secret not in outcome.out + outcome.err


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        (('00000000001"', '00000000002"'), "wallet.private_key", "does not belong to wallet.address"),
        (('"0x0000', '"hello'), "wallet.private_key", "not a private key"),
        (("  password: Kal31-ewwqXrew", "  password: abc"), "login.password", "nebulaecn"),
    ],
)
def test_a_secret_that_cannot_be_right_sends_nothing(
    command: Command, edit: Edit, change: tuple[str, str], path: str, message: str
) -> None:
    dossier = edit(change)
    with serving(BrokenVenue()) as venue:
        outcome = command("onboard", dossier, "--json", *url_options(dict.fromkeys(VENUES, venue.url)))
    assert (outcome.code, venue.calls) == (3, [])
    [problem] = outcome.document["error"]["problems"]
    assert (problem["path"], problem["line"] > 0) == (path, True)
    assert message in problem["message"]
    assert "nothing was sent" in outcome.err
    plan = command("plan", dossier, "--json")
    assert (plan.code, plan.document["problems"]) == (3, [problem])


def test_a_reason_is_said_once(command: Command, edit: Edit) -> None:
    with serving(BrokenVenue(401, b'{"message": "nobody"}')) as venue:
        outcome = command("onboard", edit(), "-v", "tradelocker", "--url", f"tradelocker={venue.url}")
    assert outcome.err.count("nobody") == 1
    assert "tradelocker: step failed log-in\n" in outcome.err


def case(status: CaseStatus, error: Exception | None = None) -> Case:
    return Case("t4", status, "", (), {}, error=error)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (case(CaseStatus.ACTIVE), 0),
        (case(CaseStatus.FAILED), 1),
        (case(CaseStatus.FAILED, ConfigurationError("x")), 3),
        (case(CaseStatus.REJECTED), 5),
        (case(CaseStatus.CLOSED), 0),
        (case(CaseStatus.ACTION_REQUIRED), 10),
        (case(CaseStatus.IN_REVIEW), 10),
        (case(CaseStatus.APPROVED), 10),
        (case(CaseStatus.AMBIGUOUS), 11),
    ],
)
def test_code_of_a_case(given: Case, code: int) -> None:
    assert exit_code_of_case(given) == code


def test_the_worst_case_decides() -> None:
    samples = {
        ExitCode.DONE: case(CaseStatus.ACTIVE),
        ExitCode.PAUSED: case(CaseStatus.ACTION_REQUIRED),
        ExitCode.REJECTED: case(CaseStatus.REJECTED),
        ExitCode.INVALID: case(CaseStatus.FAILED, ConfigurationError("x")),
        ExitCode.FAILED: case(CaseStatus.FAILED),
        ExitCode.AMBIGUOUS: case(CaseStatus.AMBIGUOUS),
    }
    for one, other in itertools.permutations(samples, 2):
        worst = min(one, other, key=PRECEDENCE.index)
        assert exit_code_of_cases([samples[one], samples[other]]) == worst
    assert exit_code_of_cases([]) == 0
    assert set(PRECEDENCE) == set(ExitCode) - {ExitCode.USAGE, ExitCode.INTERRUPTED}
