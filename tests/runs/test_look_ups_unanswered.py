"""Look-ups that the venue does not answer: nobody gets a verdict, nothing is sent twice, and the case goes on later."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from tests.playground import PATIENCE, Person, Playground
from tests.recipes.harness import ASGIApp, Scope, in_process
from venuekit import AmbiguousOutcome, ConnectionFailed, RateLimitedError, UnavailableError
from venuekit.recipes import RECIPES, RecipeName
from venuekit.runs import Case, CaseStatus, run_recipe
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.runner import Pulse, Runner
from venuekit_schemas.dossier import Dossier

KEY = "A" * 43 + "="
START = 4_000_000_020.0
FOLDER = Path("examples")
# How a look-up fails: the status that answers it, or 0 for a connection that is dropped.
FAULTS = {503: UnavailableError, 429: RateLimitedError, 0: ConnectionFailed}


@dataclass(frozen=True)
class LookUp:
    """`operation` tells whether `effect` has happened, or whose the thing is that is there already."""

    venue: str
    recipe: RecipeName
    effect: str
    operation: str

    def __str__(self) -> str:
        return f"{self.venue}-{self.recipe}-{self.effect}"


# The answer to `effect` is lost after it happened.
LOST = [
    LookUp("t4", "onboard", "onboardUser", "login"),
    LookUp("stokn", "onboard", "signUp", "login"),
    LookUp("stokn", "onboard", "createPortfolio", "getAccount"),
    LookUp("stokn", "reset-password", "changePassword", "login"),
    LookUp("nebulaecn", "onboard", "createUser", "createSession"),
    LookUp("nebulaecn", "onboard", "confirmEmail", "getMe"),
    LookUp("nebulaecn", "onboard", "verifyPhone", "getMe"),
    LookUp("nebulaecn", "onboard", "createProfile", "getMyProfiles"),
    LookUp("nebulaecn", "onboard", "createDocument", "listDocuments"),
    LookUp("nebulaecn", "onboard", "enableOtp", "getMe"),
    LookUp("nebulaecn", "rotate", "deleteApiKey", "listApiKeys"),
    LookUp("nebulaecn", "reset-password", "confirmPasswordReset", "createSession"),
    LookUp("tradelocker", "rotate", "refreshJWTTokens", "getJWTTokens"),
]
# `effect` is refused, as the applicant is there already: from an earlier run.
TAKEN = [
    LookUp("t4", "onboard", "onboardUser", "login"),
    LookUp("stokn", "onboard", "signUp", "login"),
    LookUp("nebulaecn", "onboard", "createUser", "createSession"),
]

EVERY_LOOK_UP = pytest.mark.parametrize(
    ("look_up", "taken"), [(one, False) for one in LOST] + [(one, True) for one in TAKEN], ids=str
)


class Venue:
    """The sandbox. Once `effect` was called, the look-up is not answered for as long as the venue is `down`."""

    def __init__(self, app: ASGIApp, look_up: LookUp, fault: int, *, loses: bool) -> None:
        self._app = app
        self._effect = _matcher(look_up.venue, look_up.effect)
        self._look_up = _matcher(look_up.venue, look_up.operation)
        self._fault = fault
        self._loses = loses
        self.down = True
        self.effects = 0
        self.unanswered = 0

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._effect(scope):
            self.effects += 1
            await self._act(scope, receive, send)
        elif self.effects and self.down and self._look_up(scope):
            self.unanswered += 1
            if not self._fault:
                raise httpx.ReadError("dropped")
            await send({"type": "http.response.start", "status": self._fault, "headers": []})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._app(scope, receive, send)

    async def _act(self, scope: Scope, receive: Any, send: Any) -> None:
        if not self._loses:
            await self._app(scope, receive, send)
            return

        async def swallow(message: Any) -> None:
            return None

        self._loses = False
        await self._app(scope, receive, swallow)
        raise httpx.ReadError("dropped")


def _matcher(venue: str, name: str) -> Callable[[Scope], bool]:
    operation = RECIPES[venue].operations[name]
    path = re.compile(re.sub(r"\{[^}]*\}", "[^/]+", operation.path) + "$")
    return lambda scope: scope["method"] == operation.method and bool(path.search(scope["path"]))


class Somebody:
    """One applicant at one venue, in memory or in durable runs that are walked leg by leg. Time is the sandbox's."""

    def __init__(
        self, look_up: LookUp, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.venue, self.dossier, self.playground = look_up.venue, dossier, playground
        self.person: Person = playground.person()
        self.clock = playground.server.sandbox.world.clock
        self.clock.freeze(START)
        self.app: ASGIApp = playground.server.sandbox.app
        self.credentials: dict[str, str] = {}
        monkeypatch.setattr("venuekit.runs.drivers.time.sleep", self.clock.advance)

    def in_memory(self, recipe: RecipeName) -> Case:
        (case,) = run_recipe(
            self.dossier,
            recipe=recipe,
            credentials={self.venue: self.credentials},
            answer=self.person,
            venues=[self.venue],
            folder=FOLDER,
            apps=in_process(self.playground, **{self.venue: self.app}),
            timeout=PATIENCE,
            max_retries=0,
            clock=self.clock.now,
        ).cases
        self.credentials |= {name: secret.reveal() for name, secret in case.credentials.items()}
        self.go_on()
        return case

    def go_on(self) -> None:
        """NebulaECN's second factor, which an earlier run has kept, is given to the next in the dossier."""
        if "totp_secret" in self.credentials:
            self.dossier = self.dossier.model_copy(deep=True)
            assert self.dossier.venues.nebulaecn is not None
            self.dossier.venues.nebulaecn.totp_secret = SecretStr(self.credentials["totp_secret"])

    async def sleep(self, seconds: float) -> None:
        self.clock.advance(seconds)


class Written(Somebody):
    """The same with a ledger."""

    def open(self, folder: Path) -> None:
        self.runs = open_runs(f"sqlite:///{folder}/runs.sqlite", key=KEY, clock=self.clock.now)

    def submit(self, recipe: RecipeName, run: str) -> None:
        self.run = (
            self.runs.submit(self.dossier, run=run, venues=[self.venue], folder=FOLDER)
            if recipe == "onboard"
            else self.runs.submit(recipe=recipe, source_run="first", run=run)
        )

    def leg(self) -> str:
        """Walk a leg, or answer what is asked; the state afterwards."""
        case = self.runs.ledger.case(self.run, self.venue)
        assert case is not None
        if case.state == "waiting":
            for question in self.runs.questions(self.run)[self.run]:
                assert question.kind != "operator", question.prompt
                self.runs.answer(self.run, question.name, str(self.person(question)), venue=self.venue)
        elif case.state != "ended":
            self.clock.advance(max(0.0, case.due - self.clock.now()))
            pulse = Pulse()
            pulse.beat()
            runner = Runner(
                self.runs.ledger,
                worker="w",
                version="1",
                pulse=pulse,
                apps=in_process(self.playground, **{self.venue: self.app}),
                settle=0.0,
                clock=self.clock.now,
                sleep=self.sleep,
            )
            asyncio.run(runner.run(self.run, self.venue, case.leg))
        after = self.runs.ledger.case(self.run, self.venue)
        assert after is not None
        return after.state

    def finish(self) -> None:
        while self.leg() != "ended":
            continue
        (case,) = self.runs.show(self.run).cases
        assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
        held = self.runs.credentials(self.run)[self.venue]
        self.credentials = {name: secret.reveal() for name, secret in held.items()}
        self.go_on()


@pytest.mark.parametrize("fault", FAULTS)
@EVERY_LOOK_UP
def test_in_memory_it_is_no_verdict(
    look_up: LookUp,
    taken: bool,
    fault: int,
    dossier: Dossier,
    playground: Playground,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    somebody = Somebody(look_up, dossier, playground, monkeypatch)
    if taken or look_up.recipe != "onboard":
        assert somebody.in_memory("onboard").status is CaseStatus.ACTIVE
    venue = Venue(somebody.app, look_up, fault, loses=not taken)
    somebody.app = venue
    somebody.clock.advance(120)

    case = somebody.in_memory(look_up.recipe)

    if taken:
        assert (case.status, type(case.error)) == (CaseStatus.FAILED, FAULTS[fault]), case.error
    else:
        assert isinstance(case.error, AmbiguousOutcome), case.error
        assert case.status is CaseStatus.AMBIGUOUS
    assert venue.effects == 1
    assert venue.unanswered

    venue.down = False
    somebody.clock.advance(120)
    again = somebody.in_memory(look_up.recipe)
    assert again.status is CaseStatus.ACTIVE, again.error


@pytest.mark.parametrize("fault", FAULTS)
@EVERY_LOOK_UP
def test_a_durable_case_comes_again(
    look_up: LookUp,
    taken: bool,
    fault: int,
    dossier: Dossier,
    playground: Playground,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    somebody = Written(look_up, dossier, playground, monkeypatch)
    somebody.open(tmp_path)
    with somebody.runs:
        if taken or look_up.recipe != "onboard":
            somebody.submit("onboard", "first")
            somebody.finish()
        venue = Venue(somebody.app, look_up, fault, loses=not taken)
        somebody.app = venue
        somebody.clock.advance(120)
        somebody.submit(look_up.recipe, "second")

        for unanswered in (1, 2, 3):
            while venue.unanswered < unanswered:
                assert somebody.leg() != "ended", somebody.runs.show(somebody.run).cases
        assert somebody.leg() == "queued"
        assert venue.effects == 1

        venue.down = False
        somebody.finish()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_session_that_cannot_be_closed_ends_by_itself(
    fault: int, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_out = LookUp("nebulaecn", "onboard", "createApiKey", "deleteSession")
    somebody = Somebody(log_out, dossier, playground, monkeypatch)
    venue = Venue(somebody.app, log_out, fault, loses=False)
    somebody.app = venue

    case = somebody.in_memory("onboard")

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    assert venue.unanswered
