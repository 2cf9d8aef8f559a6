"""Durable runs from an event loop, asyncio's and Trio's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import anyio
import pytest

from tests.playground import Playground
from tests.runs.databases import KEY, NOW, new_url
from venuekit import ConfigurationError, DossierError, VenueError
from venuekit import runs as durable
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs import AsyncRuns
from venuekit.runs.durable.opening import open_runs
from venuekit_schemas.dossier import Dossier

Story = Callable[[Callable[[], Awaitable[None]]], None]


async def nobody(question: Interaction) -> None:
    return None


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/runs.sqlite"


@pytest.fixture(params=["asyncio", "trio"])
def loop(request: pytest.FixtureRequest) -> Story:
    def run(story: Callable[[], Awaitable[None]]) -> None:
        anyio.run(story, backend=request.param)

    return run


async def opened(url: str) -> AsyncRuns:
    return await durable.open_async(url, key=KEY)


def test_a_run_that_a_worker_works_on(
    loop: Story, url: str, dossier: Dossier, playground: Playground
) -> None:
    async def story() -> None:
        async with await opened(url) as runs:
            run = await runs.submit(
                dossier, run="jane", venues=["stokn", "rabbitx"], urls=playground.urls, priority=7
            )
            assert (await runs.show(run)).cases[0].state == "queued"
            assert (
                await runs.submit(dossier, run="jane", venues=["stokn", "rabbitx"], urls=playground.urls)
                == run
            )
            with pytest.raises(ConfigurationError, match="another dossier"):
                await runs.submit(dossier, run="jane", venues=["t4"])
            person = playground.person()
            async with runs.worker():
                while not (found := await runs.wait(run, timeout=120)).active:
                    for question in (await runs.questions(run))[run]:
                        value = await person.answer(question)
                        assert value is not None
                        name, venue = question.name, question.venue
                        assert await runs.answer(run, name, value, venue=venue, by="desk-2")
                        assert not await runs.answer(run, name, value, venue=venue)
            assert [case.status for case in found.cases] == [CaseStatus.ACTIVE] * 2
            assert [one.id for one in await runs.all(applicant=dossier.applicant.reference)] == [run]
            assert (await runs.result(run)).active
            held = await runs.credentials(run)
            assert {"api_key", "api_secret"} <= held["rabbitx"].keys()
            assert held["stokn"]["password"].reveal() == "Kal31-ewwqXrew"
            told = [row async for row in runs.events(run)]
            assert [row async for row in runs.events(run, follow=True)] == told
            assert [row async for row in runs.events(run, after=told[3].number)] == told[4:]
            assert len(await runs.history(run)) == len(told)
            assert {"by desk-2"} == {row.detail for row in told if row.kind == "answered"}
            assert await runs.resume(run) == []
            assert await runs.reseal() == 0

    loop(story)


def test_a_run_that_is_worked_on_here(
    loop: Story, url: str, dossier: Dossier, playground: Playground
) -> None:
    async def story() -> None:
        async with await opened(url) as runs:
            told: list[str] = []
            kept: dict[str, int] = {}
            venues = ["stokn", "tradelocker"]
            first = await runs.onboard(dossier, answer=nobody, urls=playground.urls, venues=venues)
            assert [case.status for case in first.cases] == [CaseStatus.ACTION_REQUIRED, CaseStatus.ACTIVE]
            finished = await runs.onboard(
                dossier,
                answer=playground.person().answer,
                on_event=lambda event: told.append(event.kind),
                on_credentials=lambda venue, held: kept.update({venue: len(held)}),
                urls=playground.urls,
                venues=venues,
            )
            assert finished.active
            assert len(await runs.all()) == 1, "the same dossier is the same run"
            assert "step_done" in told
            assert kept == {case.venue: len(case.credentials) for case in finished.cases}

    loop(story)


def test_what_fails_and_what_is_left(loop: Story, url: str, dossier: Dossier, playground: Playground) -> None:
    async def story() -> None:
        fault = {"venue": "tradelocker", "operation": "getJWTTokens", "effect": "status", "status": 503}
        rule = playground.tell("faults", fault)
        async with await opened(url) as runs:
            run = await runs.submit(dossier, venues=["tradelocker", "t4"], urls=playground.urls)
            failed = await runs.work(run, answer=nobody, max_retries=0)
            assert failed.cases[0].status is CaseStatus.FAILED
            playground.server.sandbox.world.faults.remove(rule["id"])
            assert await runs.retry_failed([run]) == {run: ["tradelocker"]}
            assert (await runs.work(run, answer=nobody)).cases[0].status is CaseStatus.ACTIVE
            assert await runs.reconcile(run) == {}
            assert await runs.cancel(run) == ["t4"]
            assert [row.kind async for row in runs.events(run, follow=True)][-1] == "cancelled"
            assert (await runs.wait(run)).state == "cancelled"
            assert await runs.purge(dossier.applicant.reference) == [run]
            assert await runs.credentials(run) == {"tradelocker": {}, "t4": {}}
            with pytest.raises(ConfigurationError, match="was purged"):
                await runs.submit(dossier, run=run, venues=["t4"])

    loop(story)


def test_it_goes_on_after_it_was_cancelled(
    loop: Story, url: str, dossier: Dossier, playground: Playground
) -> None:
    """A question that nobody answers holds nothing up, and is put again."""

    async def story() -> None:
        async with await opened(url) as runs:
            run = await runs.submit(dossier, venues=["stokn"], urls=playground.urls)
            asked: list[Interaction] = []
            with anyio.CancelScope() as scope:

                async def never(question: Interaction) -> str | None:
                    asked.append(question)
                    scope.cancel()
                    await anyio.sleep_forever()
                    raise AssertionError("unreachable")

                await runs.work(run, answer=never)
            assert scope.cancelled_caught
            assert (await runs.questions(run))[run] == asked
            assert (await runs.work(run, answer=playground.person().answer)).active

    loop(story)


def test_what_the_caller_raises_is_raised(
    loop: Story, url: str, dossier: Dossier, playground: Playground
) -> None:
    async def story() -> None:
        async with await opened(url) as runs:
            run = await runs.submit(dossier, venues=["stokn"], urls=playground.urls)

            async def broken(question: Interaction) -> str | None:
                raise ZeroDivisionError

            with pytest.raises(VenueError, match=r"answer\(\) raised ZeroDivisionError"):
                await runs.work(run, answer=broken)
            assert len((await runs.questions(run))[run]) == 1

    loop(story)


def test_what_is_refused(loop: Story, url: str, dossier: Dossier) -> None:
    async def story() -> None:
        with pytest.raises(ConfigurationError, match="in memory"):
            await opened("sqlite://")
        async with await opened(url) as runs:
            dossier.documents[0].expires = dossier.documents[0].expires.replace(year=2001)
            with pytest.raises(DossierError, match="has expired"):
                await runs.submit(dossier)
            with pytest.raises(ConfigurationError, match="there is no run nobody"):
                await runs.show("nobody")
            assert await runs.all() == []
            assert await runs.questions() == {}

    loop(story)


def test_the_letters_of_a_text_are_no_ids(loop: Story, url: str, dossier: Dossier) -> None:
    async def story() -> None:
        async with await opened(url) as runs:
            for run in ("a", "b", "ab"):
                await runs.submit(dossier, run=run, venues=["t4"])
            assert [one.id for one in await runs.all(ids=["ab"])] == ["ab"]
            with pytest.raises(ConfigurationError, match="ids must be a list"):
                await runs.all(ids="ab")
            with pytest.raises(ConfigurationError, match="ids must be a list"):
                runs.runs.all(ids="ab")

    loop(story)


@pytest.mark.parametrize("kind", ["file", "postgresql"])
def test_what_time_it_is(loop: Story, kind: str, tmp_path: Path) -> None:
    """For all who work on the database: a server's clock goes before that of this machine."""

    async def story() -> None:
        runs = open_runs(new_url(kind, tmp_path), key=KEY, clock=lambda: NOW)
        async with AsyncRuns(runs) as twin:
            if kind == "file":
                assert await twin.now() == runs.now() == NOW
            else:
                assert NOW < runs.now() < await twin.now()
        with pytest.raises(ConfigurationError, match="closed"):
            await twin.now()

    loop(story)
