"""Running cases for real: the synchronous and the asynchronous driver, and all venues side by side."""

from __future__ import annotations

import inspect
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import anyio

from venuekit.recipes import RecipeName
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs.gate import Gate, Stop, Stopped
from venuekit.runs.model import (
    Answerer,
    AsyncAnswerer,
    CaseDraft,
    Event,
    Interrupted,
    OnCredentials,
    OnEvent,
    Run,
)
from venuekit.runs.settings import Settings, check_venues, select_venues
from venuekit.runs.walk import Act, Call, Question, Walk, walk
from venuekit.transport.errors import VenueError, VenueKitError
from venuekit.transport.http import ASGIApp
from venuekit.transport.secret import SecretText
from venuekit.venues.defaults import DEFAULT_RETRIES, DEFAULT_TIMEOUT, SYSTEM_CLOCK, Clock
from venuekit.venues.environments import Env

if TYPE_CHECKING:
    from venuekit.auth.wallet import Signer
    from venuekit_schemas.dossier import Dossier


# How long calls under way may go on after Ctrl-C, in seconds, so that what they yield is not lost.
_GRACE = 3.0


def drive(
    steps: Walk, client: object, answer: Answerer, sleep: Callable[[float], None], gate: Gate | None = None
) -> None:
    """Do what a walk demands, in this thread. Raises what the gate raises; the walk is then over."""
    gate = gate or Gate("")
    result: object = None
    error: VenueKitError | None = None
    while True:
        try:
            demand = steps.throw(error) if error is not None else steps.send(result)
        except StopIteration:
            return
        result = error = None
        gate.enter(calling=isinstance(demand, Call))
        try:
            if isinstance(demand, Call):
                result = demand.function(client)
            elif isinstance(demand, Question):
                result = gate.ask(answer, demand.interaction)
            elif isinstance(demand, Act):
                result = demand.function()
            else:
                sleep(demand.seconds)
        except VenueKitError as raised:
            error = raised


async def drive_async(steps: Walk, client: object, answer: AsyncAnswerer, gate: Gate | None = None) -> None:
    """Do what a walk demands, in this task. Raises what the gate raises; the walk is then over."""
    gate = gate or Gate("")
    result: object = None
    error: VenueKitError | None = None
    while True:
        try:
            demand = steps.throw(error) if error is not None else steps.send(result)
        except StopIteration:
            return
        result = error = None
        gate.enter(calling=isinstance(demand, Call))
        try:
            if isinstance(demand, Call):
                result = demand.function(client)
                if inspect.isawaitable(result):
                    result = await result
            elif isinstance(demand, Question):
                result = await gate.ask_async(answer, demand.interaction)
            elif isinstance(demand, Act):
                result = demand.function()
            else:
                await anyio.sleep(demand.seconds)
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
    on_credentials: OnCredentials | None = None,
    signer: Signer | None = None,
    timeout: float = DEFAULT_TIMEOUT,
    max_retries: int = DEFAULT_RETRIES,
    clock: Clock = SYSTEM_CLOCK,
) -> Run:
    """Take one dossier to credentials on every venue it lists, side by side in threads.

    `answer`, `on_event` and `on_credentials` are called from those threads; one that raises ends its case.
    `on_credentials` gets a venue and all credentials of its case, whenever there are more: what it has stored survives
    whatever happens afterwards. `urls` maps a venue to its API base where that differs from the environment's; `apps`
    to an ASGI application to call in process. `folder` is what relative document paths start from. `signer` signs for
    the wallet instead of the dossier's `wallet.private_key`. `timeout` and `max_retries` are those of every client.
    A venue that fails does not stop the others: look at the cases.

    Raises ConfigurationError and DossierError before anything is sent, and Interrupted on Ctrl-C: then no further call
    is made, and `.run` has the cases as they stand.
    """
    return run_recipe(
        dossier,
        recipe="onboard",
        answer=answer,
        venues=venues,
        env=env,
        urls=urls,
        apps=apps,
        folder=folder,
        on_event=on_event,
        on_credentials=on_credentials,
        signer=signer,
        timeout=timeout,
        max_retries=max_retries,
        clock=clock,
    )


def run_recipe(
    dossier: Dossier,
    *,
    recipe: RecipeName,
    credentials: Mapping[str, Mapping[str, SecretText | str]] | None = None,
    answer: Answerer | None = None,
    venues: Sequence[str] | None = None,
    env: Env = "sandbox",
    urls: Mapping[str, str] | None = None,
    apps: Mapping[str, ASGIApp] | None = None,
    folder: Path | None = None,
    on_event: OnEvent | None = None,
    on_credentials: OnCredentials | None = None,
    signer: Signer | None = None,
    timeout: float = DEFAULT_TIMEOUT,
    max_retries: int = DEFAULT_RETRIES,
    clock: Clock = SYSTEM_CLOCK,
) -> Run:
    """Run one of the recipes at every venue that has it.

    `credentials` are what an earlier run has yielded, by venue and name: `case.credentials`, or what `on_credentials`
    was given. Without `answer` nobody answers. Everything else is as in `onboard`, but that the dossier is not checked
    for what only an onboarding needs.
    """
    settings = Settings(
        dossier, recipe, credentials, venues, env, urls, apps, folder, timeout, max_retries, clock, signer
    )
    drafts = [CaseDraft(venue) for venue in settings.venues]
    stop = Stop()

    def nap(seconds: float) -> None:
        """How a client waits before it tries a call again."""
        time.sleep(seconds)
        stop.check()

    def one(draft: CaseDraft) -> None:
        gate = Gate(draft.venue, stop)
        tell = gate.shielded("on_event", on_event)
        draft.on_credentials = gate.shielded("on_credentials", on_credentials)
        with suppress(Stopped), _caught(draft, gate, tell):
            recipe, facts = settings.recipe_of(draft.venue)
            with recipe.sync_client(
                **recipe.options(facts), **settings.connection(draft.venue), sleep=nap
            ) as client:
                steps = walk(
                    recipe.steps(facts),
                    draft,
                    retry_class=recipe.retry_class,
                    counted_first=recipe.counted_first,
                    on_event=tell,
                )
                drive(steps, client, answer or _nobody, time.sleep, gate)

    # Daemon threads, so that Ctrl-C is not held up by a case that waits for an answer.
    threads = [threading.Thread(target=one, args=(draft,), name=draft.venue, daemon=True) for draft in drafts]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    except BaseException as error:
        try:
            stop.now(grace=_GRACE)
        except KeyboardInterrupt:  # no patience
            pass
        if not isinstance(error, KeyboardInterrupt):
            raise
        raise Interrupted(Run(tuple(draft.freeze() for draft in drafts))) from None
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
    on_credentials: OnCredentials | None = None,
    signer: Signer | None = None,
    timeout: float = DEFAULT_TIMEOUT,
    max_retries: int = DEFAULT_RETRIES,
    clock: Clock = SYSTEM_CLOCK,
) -> Run:
    """The asynchronous twin of `onboard`: all venues side by side in tasks of this event loop, asyncio or Trio.

    When it is cancelled (which is what Ctrl-C does under `asyncio.run`), no further call is made, and what the cases
    have yielded so far was given to `on_credentials`.
    """
    return await run_recipe_async(
        dossier,
        recipe="onboard",
        answer=answer,
        venues=venues,
        env=env,
        urls=urls,
        apps=apps,
        folder=folder,
        on_event=on_event,
        on_credentials=on_credentials,
        signer=signer,
        timeout=timeout,
        max_retries=max_retries,
        clock=clock,
    )


async def run_recipe_async(
    dossier: Dossier,
    *,
    recipe: RecipeName,
    credentials: Mapping[str, Mapping[str, SecretText | str]] | None = None,
    answer: AsyncAnswerer | None = None,
    venues: Sequence[str] | None = None,
    env: Env = "sandbox",
    urls: Mapping[str, str] | None = None,
    apps: Mapping[str, ASGIApp] | None = None,
    folder: Path | None = None,
    on_event: OnEvent | None = None,
    on_credentials: OnCredentials | None = None,
    signer: Signer | None = None,
    timeout: float = DEFAULT_TIMEOUT,
    max_retries: int = DEFAULT_RETRIES,
    clock: Clock = SYSTEM_CLOCK,
) -> Run:
    """The asynchronous twin of `run_recipe`."""
    settings = Settings(
        dossier, recipe, credentials, venues, env, urls, apps, folder, timeout, max_retries, clock, signer
    )
    drafts = [CaseDraft(venue) for venue in settings.venues]

    async def one(draft: CaseDraft) -> None:
        gate = Gate(draft.venue)
        tell = gate.shielded("on_event", on_event)
        draft.on_credentials = gate.shielded("on_credentials", on_credentials)
        with _caught(draft, gate, tell):
            recipe, facts = settings.recipe_of(draft.venue)
            async with recipe.async_client(
                **recipe.options(facts), **settings.connection(draft.venue)
            ) as client:
                steps = walk(
                    recipe.steps(facts),
                    draft,
                    retry_class=recipe.retry_class,
                    counted_first=recipe.counted_first,
                    on_event=tell,
                )
                await drive_async(steps, client, answer or _nobody_async, gate)

    async with anyio.create_task_group() as tasks:
        for draft in drafts:
            tasks.start_soon(one, draft)
    return Run(tuple(draft.freeze() for draft in drafts))


def _nobody(interaction: Interaction) -> None:
    return None


async def _nobody_async(interaction: Interaction) -> None:
    return None


class _caught:
    """Ends a case as failed on any error, so that the other venues go on. A bug is named as one."""

    def __init__(self, draft: CaseDraft, gate: Gate, tell: OnEvent) -> None:
        self._draft = draft
        self._gate = gate
        self._tell = tell

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        self._gate.leave()
        if error is None:
            # What the last function of the caller raised came too late to end the case.
            self._draft.error = self._draft.error or self._gate.failure
        if not isinstance(error, Exception):
            return False
        if not isinstance(error, VenueKitError):
            bug = VenueError(f"a bug in venuekit: {type(error).__name__}", venue=self._draft.venue)
            bug.__cause__ = error
            error = bug
        self._draft.status = CaseStatus.FAILED
        self._draft.error = error
        self._tell(Event(self._draft.venue, "finished", "", str(error)))
        return True


__all__ = [
    "check_venues",
    "drive",
    "drive_async",
    "onboard",
    "onboard_async",
    "run_recipe",
    "run_recipe_async",
    "select_venues",
]
