"""`onboard` and `onboard_async`: what they refuse before anything is sent, and what a bug or a clock does to a run."""

from __future__ import annotations

import asyncio
import dataclasses
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.playground import PATIENCE, VENUES, Playground
from tests.recipes.harness import MODES, Mode, accounts, in_process, walk_dossier
from venuekit import ConfigurationError, DossierError, VenueError
from venuekit.recipes import RECIPES
from venuekit.recipes.core import CaseStatus, Interaction, Recipe, mark
from venuekit.runs import Event, Run, onboard, onboard_async
from venuekit_schemas.dossier import Dossier


@pytest.mark.parametrize("mode", MODES)
def test_a_bug_in_one_recipe_does_not_stop_the_others(
    mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    def buggy(facts: object) -> Recipe[None]:
        yield from mark(CaseStatus.SUBMITTED)
        raise ZeroDivisionError("with a-secret-value in it")

    monkeypatch.setitem(RECIPES, "stokn", dataclasses.replace(RECIPES["stokn"], steps=buggy))
    events: list[Event] = []

    run = walk_dossier(dossier, playground.person(), mode=mode, urls=playground.urls, events=events)

    for case in run.cases:
        assert case.status is (CaseStatus.FAILED if case.venue == "stokn" else CaseStatus.ACTIVE)
    error = run.case("stokn").error
    assert isinstance(error, VenueError)
    assert str(error) == "stokn: a bug in venuekit: ZeroDivisionError"
    assert isinstance(error.__cause__, ZeroDivisionError)
    assert [event.detail for event in events if event.venue == "stokn"][-1] == str(error)


def test_a_constructor_that_refuses_fails_its_case_only(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(facts: object) -> dict[str, Any]:
        raise ConfigurationError("stokn: not like this")

    monkeypatch.setitem(RECIPES, "stokn", dataclasses.replace(RECIPES["stokn"], options=refuse))

    run = walk_dossier(dossier, playground.person(), urls=playground.urls)

    assert run.case("stokn").status is CaseStatus.FAILED
    assert str(run.case("stokn").error) == "stokn: not like this"
    assert {case.status for case in run.cases if case.venue != "stokn"} == {CaseStatus.ACTIVE}
    assert accounts(playground.server.sandbox)["stokn"] == 0


@pytest.mark.parametrize(
    "options",
    [
        {"venues": ["kraken"]},
        {"urls": {"kraken": "https://kraken.example"}},
        {"apps": {"kraken": object()}},
    ],
)
def test_what_is_refused_before_anything_is_sent(
    options: dict[str, Any], dossier: Dossier, playground: Playground
) -> None:
    with pytest.raises(ConfigurationError, match="kraken"):
        onboard(dossier, answer=playground.person(), **options)
    with pytest.raises(ConfigurationError, match="kraken"):
        asyncio.run(onboard_async(dossier, answer=playground.person().answer, **options))


@pytest.mark.parametrize("env", ["demo", "live"])
def test_secrets_in_clear_are_for_the_sandbox_only(
    env: Any, dossier: Dossier, playground: Playground
) -> None:
    """The example dossier has its secrets in clear: no case gets as far as a call."""
    with pytest.raises(DossierError) as caught:
        walk_dossier(dossier, playground.person(), env=env, urls=playground.urls)

    assert {problem.path for problem in caught.value.problems} >= {"login.password", "wallet.private_key"}
    # The example's wallet is on a test net, which is another fault in live.
    others = [problem for problem in caught.value.problems if problem.path != "venues.rabbitx.network"]
    assert all("sandbox only" in problem.message for problem in others)
    assert accounts(playground.server.sandbox) == {**dict.fromkeys(VENUES, 0), "tradelocker": 1}


def test_cases_run_side_by_side(dossier: Dossier, playground: Playground) -> None:
    """A person who takes time for one venue does not hold up the others: all three questions are open at once."""
    together = threading.Barrier(3, timeout=300)
    person = playground.person()
    met: set[str] = set()

    def answer(interaction: Interaction) -> str | None:
        if interaction.venue not in met:
            met.add(interaction.venue)
            together.wait()
        return person(interaction)

    run = onboard(dossier, answer=answer, urls=playground.urls, timeout=PATIENCE)

    assert run.active
    assert met == {"stokn", "nebulaecn", "t4"}


def test_cases_run_side_by_side_in_one_event_loop(dossier: Dossier, playground: Playground) -> None:
    person = playground.person()

    async def main() -> bool:
        waiting: set[str] = set()
        everybody = asyncio.Event()

        async def answer(interaction: Interaction) -> str | None:
            waiting.add(interaction.venue)
            if waiting == {"stokn", "nebulaecn", "t4"}:
                everybody.set()
            await asyncio.wait_for(everybody.wait(), 300)
            return person(interaction)

        return (await onboard_async(dossier, answer=answer, urls=playground.urls, timeout=PATIENCE)).active

    assert asyncio.run(main())


def test_documents_are_found_from_the_folder(
    dossier: Dossier, playground: Playground, tmp_path: Path
) -> None:
    for document in dossier.documents or []:
        for file in document.files:
            file.path = Path(file.path).name
    (tmp_path / "passport-front.png").write_bytes(b"\x89PNG\r\n\x1a\n front")
    (tmp_path / "passport-back.jpg").write_bytes(b"\xff\xd8\xff back")

    with pytest.raises(DossierError, match=r"passport-front\.png does not exist"):
        walk_dossier(
            dossier, playground.person(), venues=["nebulaecn"], urls=playground.urls, folder=tmp_path / "no"
        )
    assert accounts(playground.server.sandbox)["nebulaecn"] == 0

    assert walk_dossier(
        dossier, playground.person(), venues=["nebulaecn"], urls=playground.urls, folder=tmp_path
    ).active


# A code of the second factor is good for one use.


class Time:
    """One clock for the client and, frozen at the same moment, for the sandbox."""

    def __init__(self, playground: Playground, at: float) -> None:
        self._clock = playground.server.sandbox.world.clock
        self._clock.freeze(at)
        self.slept: list[float] = []

    def now(self) -> float:
        return self._clock.now()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._clock.advance(seconds)


@pytest.mark.parametrize("offset", [0.0, 0.4, 14.0, 29.0, 29.999])
def test_two_codes_in_one_moment_need_no_wait(
    offset: float, dossier: Dossier, playground: Playground
) -> None:
    """Switching 2FA on and making the key each take a code, and no time passes between them."""
    time = Time(playground, 4_000_000_020.0 + offset)

    run = walk_dossier(
        dossier, playground.person(), venues=["nebulaecn"], apps=in_process(playground), clock=time.now
    )

    assert run.active, run.cases[0].error
    assert time.slept == []


def test_the_way_goes_on_when_every_code_was_used(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier run has used up the codes of this moment: the recipe waits for the next one, and not longer."""
    time = Time(playground, 4_000_000_000.0 + 11)
    monkeypatch.setattr("venuekit.runs.drivers.time.sleep", time.sleep)
    events: list[Event] = []

    def run() -> Run:
        return onboard(
            dossier,
            answer=playground.person(),
            venues=["nebulaecn"],
            apps=in_process(playground),
            clock=time.now,
            timeout=PATIENCE,
            on_event=events.append,
        )

    first = run()
    assert first.active and time.slept == []
    assert dossier.venues.nebulaecn
    from pydantic import SecretStr

    dossier.venues.nebulaecn.totp_secret = SecretStr(first.cases[0].credentials["totp_secret"].reveal())

    second = run()

    assert second.active, second.cases[0].error
    assert len(time.slept) == 1
    assert 0 < time.slept[0] <= 30.01
    assert [event.kind for event in events].count("pausing") == 1


def test_a_person_who_types_spaces_is_understood(dossier: Dossier, playground: Playground) -> None:
    person = playground.person()

    def answer(interaction: Interaction) -> str | None:
        given = person(interaction)
        return f"  {given}\n" if given else given

    assert onboard(dossier, answer=answer, urls=playground.urls, timeout=PATIENCE).active


def test_a_run_of_no_venue_is_refused(dossier: Dossier, playground: Playground) -> None:
    with pytest.raises(ConfigurationError, match="no venue is chosen"):
        onboard(dossier, answer=playground.person(), venues=[], urls=playground.urls)
    assert not Run(()).active


def test_a_recipe_that_asks_forever_is_not_ours(dossier: Dossier, playground: Playground) -> None:
    """stokn and NebulaECN look at a decision a limited number of times."""
    person = playground.person()

    def answer(interaction: Interaction) -> str | None:
        return "done" if interaction.kind in ("kyc", "back_office") else person(interaction)

    run = onboard(
        dossier, answer=answer, venues=["stokn", "nebulaecn"], urls=playground.urls, timeout=PATIENCE
    )

    assert {case.status for case in run.cases} <= {
        CaseStatus.REJECTED,
        CaseStatus.IN_REVIEW,
        CaseStatus.ACTION_REQUIRED,
    }
    assert all(len(case.steps) < 80 for case in run.cases)
