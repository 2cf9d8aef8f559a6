"""Durable runs of the other recipes, on a real port: they care for the credentials of an earlier run, which keeps them."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import venuekit.runs
from tests.playground import VENUES, Playground
from venuekit import ConfigurationError
from venuekit.recipes import RecipeName
from venuekit.recipes.core import MissingFact
from venuekit.runs import CaseStatus, Run, Runs
from venuekit.runs.durable.opening import open_runs
from venuekit_schemas.dossier import Dossier

KEY = "A" * 43 + "="
CHANGED = {
    "rabbitx": {"jwt"},
    "stokn": {"access_token", "id_token"},
    "nebulaecn": {"api_key", "api_secret"},
    "tradelocker": {"access_token", "refresh_token"},
    "t4": {"token"},
}


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[Runs]:
    with venuekit.runs.open(f"sqlite:///{tmp_path}/runs.sqlite", key=KEY) as found:
        yield found


def opened(runs: Runs, dossier: Dossier, playground: Playground, *venues: str) -> str:
    """A run that has onboarded."""
    run = runs.submit(
        dossier, run="jane", venues=venues or None, urls=playground.urls, folder=Path("examples")
    )
    assert runs.work(run, answer=playground.person()).active
    # So that what is issued next differs in time.
    playground.server.sandbox.world.clock.advance(120)
    return run


def done(runs: Runs, playground: Playground, run: str) -> Run:
    return runs.work(run, answer=playground.person())


def clear(runs: Runs, run: str) -> dict[str, dict[str, str]]:
    return {
        venue: {name: secret.reveal() for name, secret in held.items()}
        for venue, held in runs.credentials(run).items()
    }


def healthy(runs: Runs, playground: Playground, run: str) -> dict[str, CaseStatus]:
    return {
        case.venue: case.status
        for case in done(runs, playground, runs.submit(recipe="health", source_run=run)).cases
    }


def test_all_venues_are_checked_rotated_checked_and_revoked(
    runs: Runs, dossier: Dossier, playground: Playground
) -> None:
    run = opened(runs, dossier, playground)
    before = clear(runs, run)
    assert set(healthy(runs, playground, run).values()) == {CaseStatus.ACTIVE}
    assert clear(runs, run) == before

    rotated = runs.submit(recipe="rotate", source_run=run)
    assert done(runs, playground, rotated).active
    after = clear(runs, run)
    assert clear(runs, rotated) == after, "both show the current ones"
    changed = {
        venue: {name for name in before[venue] if before[venue][name] != after[venue][name]}
        for venue in VENUES
    }
    assert changed == CHANGED
    assert set(healthy(runs, playground, run).values()) == {CaseStatus.ACTIVE}

    revoked = done(runs, playground, runs.submit(recipe="revoke", source_run=run))
    assert {case.status for case in revoked.cases} == {CaseStatus.CLOSED}
    assert "api_key" not in clear(runs, run)["nebulaecn"]
    assert runs.resume(runs.all()[0].id) == [], "what is closed stays so"


def test_what_is_done_is_done_anew_and_what_is_not_goes_on(
    runs: Runs, dossier: Dossier, playground: Playground
) -> None:
    run = opened(runs, dossier, playground, "tradelocker")
    first = runs.submit(recipe="rotate", source_run=run)
    assert runs.submit(recipe="rotate", source_run=run) == first, "it is under way"
    assert done(runs, playground, first).active
    second = runs.submit(recipe="rotate", source_run=first)
    assert second != first
    assert runs.show(second).source_run == run, "a run that cares has no credentials of its own"
    assert done(runs, playground, second).active
    sent = [event.step for event in runs.events(second) if event.kind == "sent"]
    assert sent == ["refresh-tokens", "prove-tokens"], "the refresh token that the first has kept was good"
    health = runs.submit(recipe="health", source_run=run)
    assert done(runs, playground, health).active
    assert runs.submit(recipe="health", source_run=run) not in (health, first, second)


def test_a_password_is_reset_and_the_account_connected_with_it(
    runs: Runs, dossier: Dossier, playground: Playground
) -> None:
    run = opened(runs, dossier, playground, "stokn", "nebulaecn")
    before = clear(runs, run)
    reset = runs.submit(recipe="reset-password", source_run=run)
    person = playground.person()
    assert runs.work(reset, answer=person).active
    after = clear(runs, run)
    for venue in ("stokn", "nebulaecn"):
        assert before[venue]["password"] != after[venue]["password"]
        assert "pending_password" not in after[venue]
    assert {"reset-code", "reset-token"} <= {question.name for question in person.asked}

    connected = runs.submit(recipe="connect", source_run=run)
    assert done(runs, playground, connected).active, "it has logged in with the new password"
    again = clear(runs, run)
    assert {venue: again[venue]["password"] for venue in again} == {
        venue: after[venue]["password"] for venue in after
    }


def test_an_account_is_connected_from_a_dossier(runs: Runs, dossier: Dossier, playground: Playground) -> None:
    """And what is connected can be cared for as what was opened."""
    opened(runs, dossier, playground, "tradelocker", "t4")
    run = runs.submit(dossier, recipe="connect", venues=["tradelocker", "t4"], urls=playground.urls)
    assert runs.submit(dossier, recipe="connect", venues=["tradelocker", "t4"], urls=playground.urls) == run
    assert done(runs, playground, run).active
    assert set(healthy(runs, playground, run)) == {"tradelocker", "t4"}


def test_a_broken_credential_is_found_and_said_why(
    runs: Runs, dossier: Dossier, playground: Playground
) -> None:
    run = opened(runs, dossier, playground, "tradelocker")
    runs.ledger.put(run, "tradelocker", {"access_token": "a.b.c"}, 0.0)
    health = runs.submit(recipe="health", source_run=run)
    (case,) = done(runs, playground, health).cases
    assert case.status is CaseStatus.FAILED
    assert {finding.credential: finding.state for finding in case.health} == {
        "access_token": "refused", "account_id": "refused", "account_number": "refused",
        "refresh_token": "unchecked",
    }  # fmt: skip
    assert "AuthenticationError" in case.health[0].why
    assert runs.retry_failed() == {} and runs.resume(health) == [], "another check is another run"


def test_a_health_check_takes_the_place_of_older_ones(
    tmp_path: Path, dossier: Dossier, playground: Playground
) -> None:
    """Each has the dossier in it. One that somebody may still look at stays, and one that looked at more."""
    later = 0.0
    url = f"sqlite:///{tmp_path}/checks.sqlite"
    with open_runs(url, key=KEY, clock=lambda: time.time() + later) as runs:
        run = opened(runs, dossier, playground, "tradelocker", "t4")

        def check(*venues: str) -> str:
            name = runs.submit(recipe="health", source_run=run, venues=venues or None)
            done(runs, playground, name)
            return name

        def kept() -> set[str]:
            return {one.id for one in runs.all()}

        first, second = check(), check()
        assert kept() == {run, first, second}
        later += 2 * 86400.0
        third = check("t4")
        assert kept() == {run, first, second, third}
        fourth = check()
        assert kept() == {run, third, fourth}
        later += 2 * 86400.0
        fifth = check()
        assert kept() == {run, fifth}
        assert len({first, second, third, fourth, fifth}) == 5, "the engine may remember each for a while"
        assert runs.submit(recipe="health", source_run=run, run="mine") == "mine"
        with pytest.raises(ConfigurationError, match="there is no run"):
            runs.show(first)
        assert {first, second} < {row.run for row in runs.events()}, "the history is only ever added to"


def test_one_run_at_a_time_changes_credentials(runs: Runs, dossier: Dossier, playground: Playground) -> None:
    run = opened(runs, dossier, playground, "nebulaecn")
    reset = runs.submit(recipe="reset-password", source_run=run)
    waits = runs.work(reset, answer=lambda question: None)
    assert waits.cases[0].waiting is not None
    rotate = runs.submit(recipe="rotate", source_run=run)
    (case,) = done(runs, playground, rotate).cases
    assert isinstance(case.error, ConfigurationError) and reset in str(case.error)
    # A check changes nothing, and may be made at any time.
    assert healthy(runs, playground, run) == {"nebulaecn": CaseStatus.ACTIVE}

    runs.resume(reset)
    assert done(runs, playground, reset).active
    assert runs.submit(recipe="rotate", source_run=run) == rotate
    runs.resume(rotate)
    assert done(runs, playground, rotate).active
    assert healthy(runs, playground, run) == {"nebulaecn": CaseStatus.ACTIVE}


def test_a_run_that_was_overtaken_changes_nothing(
    runs: Runs, dossier: Dossier, playground: Playground
) -> None:
    """It would put old credentials in the place of those that another run has made since."""
    run = opened(runs, dossier, playground, "nebulaecn")
    reset = runs.submit(recipe="reset-password", source_run=run)
    runs.work(reset, answer=lambda question: None)
    runs.cancel(reset)
    # What was begun and given up leaves nothing that looks like a password.
    assert done(runs, playground, runs.submit(recipe="rotate", source_run=run)).active
    before = clear(runs, run)
    late = runs.submit(recipe="reset-password", source_run=run)
    assert late != reset
    assert done(runs, playground, late).active
    assert clear(runs, run)["nebulaecn"]["api_key"] == before["nebulaecn"]["api_key"]


def test_what_cannot_be_asked_for_is_refused(runs: Runs, dossier: Dossier, playground: Playground) -> None:
    waiting = runs.submit(dossier, run="new", venues=["tradelocker"], urls=playground.urls)
    for reason, arguments in {
        "nothing to rotate: tradelocker: it has no credentials": {"recipe": "rotate", "source_run": waiting},
        "there is no run nowhere": {"recipe": "rotate", "source_run": "nowhere"},
        "unknown recipe 'polish'": {"recipe": "polish", "source_run": waiting},
        "a dossier or a source run": {"recipe": "rotate"},
        "no source run": {"recipe": "onboard", "source_run": waiting},
    }.items():
        with pytest.raises(ConfigurationError, match=reason):
            runs.submit(**arguments)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="rotate needs the run"):
        runs.submit(dossier, recipe="rotate")
    run = opened(runs, dossier, playground, "tradelocker")
    with pytest.raises(ConfigurationError, match="no recipe reset-password for tradelocker"):
        runs.submit(recipe="reset-password", source_run=run, venues=["tradelocker"])
    with pytest.raises(ConfigurationError, match="rabbitx: it has no case"):
        runs.submit(recipe="rotate", source_run=run, venues=["rabbitx"])
    runs.purge(dossier.applicant.reference)
    with pytest.raises(ConfigurationError, match="was purged"):
        runs.submit(recipe="rotate", source_run=run)


def test_a_run_of_an_earlier_version_is_an_onboarding(
    runs: Runs, dossier: Dossier, playground: Playground
) -> None:
    """Its options name no recipe; and an onboarding that is submitted today has the same options and id."""
    run = opened(runs, dossier, playground, "tradelocker")
    row = runs.ledger.run(run)
    assert row is not None and set(row.options) == {"env", "urls", "folder"}
    assert (runs.show(run).recipe, runs.show(run).source_run) == ("onboard", None)
    assert done(runs, playground, runs.submit(recipe="rotate", source_run=run)).active


def test_the_asynchronous_twin(tmp_path: Path, dossier: Dossier, playground: Playground) -> None:
    async def care() -> tuple[CaseStatus, list[str]]:
        async with await venuekit.runs.open_async(f"sqlite:///{tmp_path}/runs.sqlite", key=KEY) as runs:
            run = await runs.submit(dossier, venues=["tradelocker"], urls=playground.urls)
            person = playground.person()
            await runs.work(run, answer=person.answer)
            for recipe in ("rotate", "health"):
                name: RecipeName = "rotate" if recipe == "rotate" else "health"
                found = await runs.work(await runs.submit(recipe=name, source_run=run), answer=person.answer)
            return found.cases[0].status, [finding.state for finding in found.cases[0].health]

    assert asyncio.run(care()) == (CaseStatus.ACTIVE, ["works", "works", "works", "unchecked"])


def test_what_the_database_shows_of_a_password_reset(
    runs: Runs, dossier: Dossier, playground: Playground, tmp_path: Path
) -> None:
    run = opened(runs, dossier, playground, "nebulaecn")
    reset = runs.submit(recipe="reset-password", source_run=run)
    runs.work(reset, answer=lambda question: None)

    password = clear(runs, run)["nebulaecn"]["pending_password"]
    assert len(password) == 24
    assert password not in json.dumps([repr(event) for event in runs.events(reset)])
    for path in tmp_path.iterdir():
        assert password.encode() not in path.read_bytes()


def test_rabbitx_is_not_connected_from_a_dossier(
    runs: Runs, dossier: Dossier, playground: Playground
) -> None:
    """Signing in would open an account where the wallet has none."""
    run = runs.submit(dossier, recipe="connect", venues=["rabbitx"], urls=playground.urls)
    assert isinstance(done(runs, playground, run).cases[0].error, MissingFact)


def test_an_account_is_not_connected_without_its_password(runs: Runs, dossier: Dossier) -> None:
    """One that is made up would not be the account's."""
    dossier = dossier.model_copy(deep=True)
    dossier.login.password = None
    with pytest.raises(ConfigurationError, match=r"give login\.password, or venues\.stokn\.password"):
        runs.submit(dossier, recipe="connect", venues=["stokn"], folder=Path("examples"))
    assert runs.all() == []
