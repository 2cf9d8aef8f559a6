"""Following the history: every event once and in order, whatever transactions are doing; and who may be named in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import anyio
import pytest
import sqlalchemy as sa

from tests.playground import Playground
from tests.runs.databases import KEY, NOW, new_url
from venuekit import ConfigurationError
from venuekit import runs as durable
from venuekit.runs.durable.twin import AsyncRuns
from venuekit.runs.ledger.tables import events
from venuekit_schemas.dossier import Dossier

# A history that is followed is read a few times after what a test does; more often only when it hangs.
_LOOKS = 50


@pytest.fixture(params=["file", "postgresql"])
def runs(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[durable.Runs]:
    with durable.open(new_url(request.param, tmp_path), key=KEY) as found:
        yield found


@pytest.fixture
def many(tmp_path: Path) -> Iterator[durable.Runs]:
    """A database that several write to at once."""
    with durable.open(new_url("postgresql", tmp_path), key=KEY) as found:
        yield found


class Writer:
    """A transaction that writes one event of a run."""

    def __init__(self, runs: durable.Runs, run: str) -> None:
        self._db = runs.ledger.engine.connect()
        row = {"run": run, "venue": "t4", "at": NOW, "kind": "status", "detail": "draft"}
        row |= dict.fromkeys(("step", "operation", "worker", "version"), "")
        self.number: int = self._db.execute(events.insert().returning(events.c.number), row).scalar_one()

    def commit(self) -> None:
        self._db.commit()
        self._db.close()

    def rollback(self) -> None:
        self._db.close()


class Enough(Exception):
    """The follower has looked as often as a test wants."""


Look = Callable[[], None]


def nothing() -> None: ...


def followed(runs: durable.Runs, run: str | None, *looks: Look) -> list[int]:
    """The numbers that a follower is told. Between its looks happens one of `looks` after the other, and then nothing."""
    left = [*looks, *[nothing] * 3]

    def sleep(seconds: float) -> None:
        if not left:
            raise Enough
        left.pop(0)()

    told: list[int] = []
    with pytest.raises(Enough):
        for row in runs.events(run, follow=True, sleep=sleep):
            told.append(row.number)
    return told


def followed_async(runs: durable.Runs, run: str | None, *looks: Look) -> list[int]:
    left = [*looks, *[nothing] * 3]

    async def sleep(seconds: float) -> None:
        if not left:
            raise Enough
        left.pop(0)()

    told: list[int] = []

    async def follow() -> None:
        found = AsyncRuns(runs).events(run, follow=True, sleep=sleep)
        with pytest.raises(Enough):
            async for row in found:
                told.append(row.number)

    anyio.run(follow)
    return told


Followed = Callable[..., list[int]]


@pytest.mark.parametrize("followed", [followed, followed_async])
@pytest.mark.parametrize("of_all", [True, False])
def test_two_transactions_that_end_the_other_way_round(
    followed: Followed, of_all: bool, many: durable.Runs, dossier: Dossier
) -> None:
    run = many.submit(dossier, run="jane", venues=["t4"])
    [submitted] = [row.number for row in many.events(run)]
    first, second = Writer(many, run), Writer(many, run)
    assert first.number < second.number

    told = followed(many, None if of_all else run, second.commit, nothing, first.commit)

    assert told == [submitted, first.number, second.number]


@pytest.mark.parametrize("followed", [followed, followed_async])
def test_transactions_that_overlap_without_end(
    followed: Followed, many: durable.Runs, dossier: Dossier
) -> None:
    """There is always somebody who writes; what is told is late by that, and complete."""
    run = many.submit(dossier, run="jane", venues=["t4"])
    [before] = [row.number for row in many.events(run)]
    numbers: list[int] = []
    under_way: list[Writer] = []

    def next_two() -> None:
        older, younger = Writer(many, run), Writer(many, run)
        numbers.extend((older.number, younger.number))
        younger.commit()
        end()
        under_way.append(older)

    def end() -> None:
        if under_way:
            under_way.pop().commit()

    assert followed(many, run, *[next_two] * 8, end) == [before, *numbers]


def test_a_number_that_nobody_gets(many: durable.Runs, dossier: Dossier) -> None:
    """A transaction that was given up leaves a gap, and the history goes on."""
    run = many.submit(dossier, run="jane", venues=["t4"])
    [before] = [row.number for row in many.events(run)]
    lost, kept = Writer(many, run), Writer(many, run)

    assert followed(many, run, kept.commit, lost.rollback) == [before, kept.number]


def test_it_is_told_although_others_write_for_long(many: durable.Runs, dossier: Dossier) -> None:
    """What a transaction of another table does, however long, holds nothing up."""
    run = many.submit(dossier, run="jane", venues=["t4"])
    with many.ledger.engine.begin() as db:
        db.execute(sa.text("create table other (x integer)"))
    with many.ledger.engine.connect() as db:
        db.execute(sa.text("insert into other values (1)"))
        writer = Writer(many, run)
        assert followed(many, run, writer.commit)[-1] == writer.number


def test_it_ends_with_the_run(runs: durable.Runs, dossier: Dossier) -> None:
    run = runs.submit(dossier, venues=["t4", "stokn"])
    looks = 0

    def sleep(seconds: float) -> None:
        nonlocal looks
        looks += 1
        assert looks < _LOOKS
        runs.cancel(run)

    kinds = [row.kind for row in runs.events(run, follow=True, sleep=sleep)]

    assert kinds == ["submitted", "submitted", "cancelled", "cancelled"]
    assert [row.kind for row in runs.events(run)] == kinds
    assert [row.number for row in runs.events(run, after=2)] == [3, 4]


@pytest.mark.parametrize("is_async", [False, True])
def test_it_ends_with_a_run_that_is_deleted(is_async: bool, runs: durable.Runs, dossier: Dossier) -> None:
    """As a health check is, in whose place stands a newer one: what has happened is told all the same."""
    run = runs.submit(dossier, run="jane", venues=["t4"])
    looks = 0

    def look() -> None:
        nonlocal looks
        looks += 1
        assert looks < _LOOKS
        runs.ledger.forget(run)

    def sleep(seconds: float) -> None:
        look()

    async def sleep_async(seconds: float) -> None:
        look()

    async def follow(run: str) -> list[str]:
        return [row.kind async for row in AsyncRuns(runs).events(run, follow=True, sleep=sleep_async)]

    def kinds(run: str) -> list[str]:
        if is_async:
            return anyio.run(follow, run)
        return [row.kind for row in runs.events(run, follow=True, sleep=sleep)]

    assert kinds(run) == ["submitted"]
    assert looks == 1
    assert kinds(run) == ["submitted"], "also for whoever comes later"
    with pytest.raises(ConfigurationError, match="there is no run joe"):
        kinds("joe")


def test_who_answered_is_told_for_good(runs: durable.Runs, dossier: Dossier, playground: Playground) -> None:
    """By a label of an operator, which is nothing of the applicant's: it remains when the applicant is erased."""
    run = runs.submit(dossier, venues=["stokn"], urls=playground.urls)
    runs.work(run, answer=lambda question: None)
    [question] = runs.questions(run)[run]
    code = playground.person()(question)
    assert code is not None
    with pytest.raises(ConfigurationError, match="by a label"):
        runs.answer(run, question.name, code, by="Jane Smith <jane@example.com>")
    with pytest.raises(ConfigurationError, match="by a label"):
        runs.work(run, answer=lambda question: None, by="x" * 65)
    assert runs.questions(run) == {run: [question]}

    assert runs.answer(run, question.name, code, by="desk-2")
    runs.purge(dossier.applicant.reference)

    told = [(row.kind, row.detail) for row in runs.events(run) if row.kind in ("answered", "purged")]
    assert told == [("answered", "by desk-2"), ("purged", "")]
    assert runs.questions(run) == {}
    assert runs.credentials(run) == {"stokn": {}}
    assert runs.all(applicant=dossier.applicant.reference) == []
