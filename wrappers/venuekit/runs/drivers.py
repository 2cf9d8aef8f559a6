"""Running cases for real: the synchronous and the asynchronous driver, and all venues side by side."""

from __future__ import annotations

import asyncio
import inspect
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from venuekit.recipes import RECIPES, VenueRecipe
from venuekit.recipes.core import CaseStatus
from venuekit.recipes.facts import Facts
from venuekit.runs.model import (
    Answerer,
    AsyncAnswerer,
    Case,
    CaseDraft,
    Event,
    OnEvent,
    Run,
)
from venuekit.runs.walk import Call, Question, Walk, walk
from venuekit.transport.errors import ConfigurationError, VenueError, VenueKitError
from venuekit.transport.http import ASGIApp
from venuekit.venues._base import DEFAULT_TIMEOUT, SYSTEM_CLOCK, Clock, Env

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier


def drive(steps: Walk, client: object, answer: Answerer, sleep: Callable[[float], None]) -> None:
    """Do what a walk demands, in this thread."""
    result: object = None
    error: VenueKitError | None = None
    while True:
        try:
            demand = steps.throw(error) if error is not None else steps.send(result)
        except StopIteration:
            return
        result = error = None
        try:
            if isinstance(demand, Call):
                result = demand.function(client)
            elif isinstance(demand, Question):
                result = answer(demand.interaction)
            else:
                sleep(demand.seconds)
        except VenueKitError as raised:
            error = raised


async def drive_async(steps: Walk, client: object, answer: AsyncAnswerer) -> None:
    """Do what a walk demands, in this task."""
    result: object = None
    error: VenueKitError | None = None
    while True:
        try:
            demand = steps.throw(error) if error is not None else steps.send(result)
        except StopIteration:
            return
        result = error = None
        try:
            if isinstance(demand, Call):
                result = demand.function(client)
                if inspect.isawaitable(result):
                    result = await result
            elif isinstance(demand, Question):
                result = await answer(demand.interaction)
            else:
                await asyncio.sleep(demand.seconds)
        except VenueKitError as raised:
            error = raised


def onboard(
    dossier: Dossier,
    *,
    answer: Answerer,
    venues: Sequence[str] | None = None,
    env: Env = "sandbox",
    urls: Mapping[str, str] | None = None,
    apps: Mapping[str, ASGIApp] | None = None,
    folder: Path | None = None,
    on_event: OnEvent | None = None,
    timeout: float = DEFAULT_TIMEOUT,
    clock: Clock = SYSTEM_CLOCK,
) -> Run:
    """Take one dossier to credentials on every venue it lists, side by side in threads.

    `answer` and `on_event` are called from those threads. `urls` maps a venue to its API base where that differs from
    the environment's; `apps` to an ASGI application to call in process. `folder` is what relative document paths
    start from. A venue that fails does not stop the others: look at the cases. Raises ConfigurationError and
    DossierError before anything is sent.
    """
    settings = _Settings(dossier, venues, env, urls, apps, folder, timeout, clock)
    drafts = [CaseDraft(venue) for venue in settings.venues]
    tell = on_event or _ignore

    def one(draft: CaseDraft) -> None:
        with _caught(draft, tell):
            recipe, facts = settings.recipe(draft.venue)
            with recipe.sync_client(**recipe.options(facts), **settings.connection(draft.venue)) as client:
                steps = walk(recipe.steps(facts), draft, retry_class=recipe.retry_class, on_event=tell)
                drive(steps, client, answer, time.sleep)

    # Daemon threads, so that Ctrl-C is not held up by a case that waits for an answer.
    threads = [threading.Thread(target=one, args=(draft,), name=draft.venue, daemon=True) for draft in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Run(tuple(draft.freeze() for draft in drafts))


async def onboard_async(
    dossier: Dossier,
    *,
    answer: AsyncAnswerer,
    venues: Sequence[str] | None = None,
    env: Env = "sandbox",
    urls: Mapping[str, str] | None = None,
    apps: Mapping[str, ASGIApp] | None = None,
    folder: Path | None = None,
    on_event: OnEvent | None = None,
    timeout: float = DEFAULT_TIMEOUT,
    clock: Clock = SYSTEM_CLOCK,
) -> Run:
    """The asynchronous twin of `onboard`: all venues side by side in tasks of this event loop."""
    settings = _Settings(dossier, venues, env, urls, apps, folder, timeout, clock)
    drafts = [CaseDraft(venue) for venue in settings.venues]
    tell = on_event or _ignore

    async def one(draft: CaseDraft) -> None:
        with _caught(draft, tell):
            recipe, facts = settings.recipe(draft.venue)
            async with recipe.async_client(
                **recipe.options(facts), **settings.connection(draft.venue)
            ) as client:
                steps = walk(recipe.steps(facts), draft, retry_class=recipe.retry_class, on_event=tell)
                await drive_async(steps, client, answer)

    await asyncio.gather(*(one(draft) for draft in drafts))
    return Run(tuple(draft.freeze() for draft in drafts))


class _caught:
    """Ends a case as failed on any error, so that the other venues go on. A bug is named as one."""

    def __init__(self, draft: CaseDraft, tell: OnEvent) -> None:
        self._draft = draft
        self._tell = tell

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if error is None or not isinstance(error, Exception):
            return False
        if not isinstance(error, VenueKitError):
            bug = VenueError(f"a bug in venuekit: {type(error).__name__}", venue=self._draft.venue)
            bug.__cause__ = error
            error = bug
        self._draft.status = CaseStatus.FAILED
        self._draft.error = error
        self._tell(Event(self._draft.venue, "finished", "", str(error)))
        return True


class _Settings:
    """The arguments of a run, checked once before anything is sent."""

    def __init__(
        self,
        dossier: Dossier,
        venues: Sequence[str] | None,
        env: Env,
        urls: Mapping[str, str] | None,
        apps: Mapping[str, ASGIApp] | None,
        folder: Path | None,
        timeout: float,
        clock: Clock,
    ) -> None:
        self.venues = select_venues(dossier, venues)
        self._facts = Facts(dossier, env=env, folder=folder or Path.cwd(), clock=clock)
        self._urls = dict(urls or {})
        self._apps = dict(apps or {})
        for venue in (*self._urls, *self._apps):
            if venue not in RECIPES:
                raise ConfigurationError(f"unknown venue {venue!r}; known are {', '.join(RECIPES)}")
        self._env = env
        self._timeout = timeout

    def recipe(self, venue: str) -> tuple[VenueRecipe, Facts]:
        return RECIPES[venue], self._facts

    def connection(self, venue: str) -> dict[str, object]:
        return {
            "env": self._env,
            "base_url": self._urls.get(venue),
            "timeout": self._timeout,
            "app": self._apps.get(venue),
        }


def select_venues(dossier: Dossier, venues: Sequence[str] | None) -> tuple[str, ...]:
    """The venues of a run: those asked for, else all that the dossier lists. ConfigurationError for others."""
    listed = tuple(venue for venue in RECIPES if getattr(dossier.venues, venue) is not None)
    if venues is None:
        return listed
    for venue in venues:
        if venue not in RECIPES:
            raise ConfigurationError(f"unknown venue {venue!r}; known are {', '.join(RECIPES)}")
        if venue not in listed:
            raise ConfigurationError(f"the dossier has no section venues.{venue}")
    return tuple(dict.fromkeys(venues))


def _ignore(event: Event) -> None:
    return None


def cases_by_venue(run: Run) -> Mapping[str, Case]:
    """The cases of a run by venue."""
    return {case.venue: case for case in run.cases}
