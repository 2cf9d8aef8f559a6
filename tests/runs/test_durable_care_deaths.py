"""Workers that die at every point of a rotation and of a password reset: nothing is done twice, nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.playground import Playground
from tests.recipes.care import START, Recorded
from tests.recipes.harness import in_process
from venuekit.recipes import RecipeName
from venuekit.runs import CaseStatus, run_recipe
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.runner import Pulse, Runner
from venuekit.runs.durable.service import Runs
from venuekit_schemas.dossier import Dossier

KEY = "A" * 43 + "="
WRITES = ("begin", "settle", "once", "hold", "leave")


class Died(BaseException):
    """The worker is gone. Nobody may catch it."""


class Account:
    """One applicant at one venue, whose cases are walked leg by leg. Time is the sandbox's."""

    def __init__(self, folder: Path, venue: str, dossier: Dossier, playground: Playground) -> None:
        self.venue, self.dossier, self.playground = venue, dossier, playground
        self.clock = playground.server.sandbox.world.clock
        self.clock.freeze(START)
        self.wire = Recorded(playground.server.sandbox.app)
        self.person = playground.person()
        self.runs: Runs = open_runs(f"sqlite:///{folder}/runs.sqlite", key=KEY, clock=self.clock.now)
        self._writes = {name: getattr(self.runs.ledger, name) for name in WRITES}
        self.run = self.runs.submit(dossier, run="jane", venues=[venue], folder=Path("examples"))
        self.finish(self.run)

    def dies_at(self, number: int | None) -> None:
        """Die at the write of this number from now on; None: never.

        That is after an intent was written, and before anything else is: between the two stands the call.
        """
        left = [number or 0]

        def dying(method: Callable[..., Any], *, after: bool) -> Callable[..., Any]:
            def write(*args: Any, **options: Any) -> Any:
                left[0] -= 1
                if left[0] == 0 and options.get("after") is not None:
                    # The outcome that the intent takes along is lost with it.
                    raise Died
                left[0] -= options.get("after") is not None
                result = method(*args, **options) if after or left[0] else None
                if left[0] == 0:
                    raise Died
                return result

            return write

        for name, method in self._writes.items():
            setattr(
                self.runs.ledger, name, method if number is None else dying(method, after=name == "begin")
            )

    def leg(self, run: str) -> bool:
        """Walk a leg, answering what is asked; False when there is none left."""
        case = self.runs.ledger.case(run, self.venue)
        assert case is not None
        if case.state == "ended":
            return False
        if case.state == "waiting":
            for question in self.runs.questions(run)[run]:
                self.runs.answer(run, question.name, str(self.person(question)), venue=self.venue)
            return True
        self.clock.advance(max(0.0, case.due - self.clock.now()))
        pulse = Pulse()
        pulse.beat()
        apps = in_process(self.playground, **{self.venue: self.wire})
        runner = Runner(
            self.runs.ledger,
            worker="w",
            version="1",
            pulse=pulse,
            apps=apps,
            settle=0.0,
            clock=self.clock.now,
            sleep=self.sleep,
        )
        asyncio.run(runner.run(run, self.venue, case.leg))
        return True

    async def sleep(self, seconds: float) -> None:
        self.clock.advance(seconds)

    def finish(self, run: str) -> None:
        self.dies_at(None)
        while self.leg(run):
            continue
        (case,) = self.runs.show(run).cases
        assert (case.status, case.error) == (CaseStatus.ACTIVE, None)

    def die(self, run: str, number: int) -> bool:
        """Whether the worker has died, rather than come to the end."""
        self.dies_at(number)
        with suppress(Died):
            while self.leg(run):
                continue
            return False
        return True

    def stored(self) -> dict[str, str]:
        held = self.runs.credentials(self.run)[self.venue]
        return {name: secret.reveal() for name, secret in held.items()}

    def works(self, recipe: RecipeName) -> None:
        """What is stored, and nothing else, is used."""
        (case,) = run_recipe(
            self.dossier,
            recipe=recipe,
            credentials={self.venue: self.stored()},
            answer=self.playground.person(),
            venues=[self.venue],
            apps=in_process(self.playground),
            clock=self.clock.now,
        ).cases
        assert (case.status, case.error) == (CaseStatus.ACTIVE, None)


def keys(playground: Playground) -> list[str]:
    """The API keys of the only user at NebulaECN."""
    venues: Any = playground.server.sandbox.venues
    (user,) = venues["nebulaecn"].desk.state.users.values()
    return [key.kid for key in user.api_keys]


def every_death(account: Account, recipe: RecipeName, look: Callable[[], None]) -> int:
    """Run a recipe again and again, with a death at each of its points in turn; how many there were."""
    for number in range(1, 200):
        account.clock.advance(300)
        account.wire.calls.clear()
        account.person.asked.clear()
        run = account.runs.submit(recipe=recipe, source_run=account.run)
        if not account.die(run, number):
            account.runs.close()
            return number - 1
        look()
        account.finish(run)
        asked = [question.name for question in account.person.asked]
        assert len(asked) == len(set(asked)), "nobody is asked the same twice"
        look()
    raise AssertionError("it never ends")


def test_rotating_a_key(tmp_path: Path, dossier: Dossier, playground: Playground) -> None:
    account = Account(tmp_path, "nebulaecn", dossier, playground)

    def look() -> None:
        assert account.stored()["api_key"] in keys(playground), "the old key goes when the new one is stored"
        if account.runs.all()[0].active:
            assert keys(playground) == [account.stored()["api_key"]]
            account.works("health")

    assert every_death(account, "rotate", look) > 12


def test_rotating_tokens_that_are_good_for_one_use(
    tmp_path: Path, dossier: Dossier, playground: Playground
) -> None:
    account = Account(tmp_path, "tradelocker", dossier, playground)

    def look() -> None:
        refreshed = [path for _, path in account.wire.calls if path.endswith("/refresh")]
        assert len(refreshed) <= 1, "a refresh token is sent once"
        if account.runs.all()[0].active:
            account.works("health")

    assert every_death(account, "rotate", look) > 6


@pytest.mark.parametrize(("venue", "path"), [("nebulaecn", "/confirm_code"), ("stokn", "/change-password")])
def test_resetting_a_password(
    venue: str, path: str, tmp_path: Path, dossier: Dossier, playground: Playground
) -> None:
    account = Account(tmp_path, venue, dossier, playground)

    def look() -> None:
        changes = [call for call in account.wire.calls if call[1].endswith(path)]
        assert len(changes) <= 1, "a password is set once"
        if account.runs.all()[0].active:
            assert len(changes) == 1
            assert "pending_password" not in account.stored()
            account.clock.advance(120)
            account.works("connect")

    assert every_death(account, "reset-password", look) > 12
