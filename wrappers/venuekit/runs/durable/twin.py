"""The asynchronous twin of `Runs`: every method of it in a thread, so that the event loop is never held up."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import anyio
from anyio import to_thread
from anyio.from_thread import BlockingPortal

from venuekit.recipes.core import Interaction
from venuekit.runs.durable.following import Follower
from venuekit.runs.durable.queue import DEFAULT_PRIORITY
from venuekit.runs.durable.reading import is_over
from venuekit.runs.durable.retention import KEEP
from venuekit.runs.durable.service import Runs
from venuekit.runs.durable.views import DurableRun
from venuekit.runs.ledger import EventRow
from venuekit.runs.model import AsyncAnswerer, Event, OnCredentials, OnEvent, Run
from venuekit.transport.limits import RABBITX, Limit
from venuekit.transport.secret import SecretText
from venuekit.venues.defaults import DEFAULT_RETRIES, DEFAULT_TIMEOUT

if TYPE_CHECKING:
    from venuekit.auth.wallet import Signer
    from venuekit.recipes import RecipeName
    from venuekit.runs.durable.worker import Worker
    from venuekit.transport.http import ASGIApp
    from venuekit.venues.environments import Env
    from venuekit_schemas.dossier import Dossier

T = TypeVar("T")


class AsyncRuns:
    """The runs of one database. What each method does: see the method of `Runs` with its name.

    `runs` is the synchronous one.
    """

    def __init__(self, runs: Runs) -> None:
        self.runs = runs

    async def close(self) -> None:
        """Give the connections back."""
        await _thread(self.runs.close)

    async def now(self) -> float:
        """See `Runs.now`."""
        return await _thread(self.runs.now)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with anyio.CancelScope(shield=True):
            await self.close()

    async def submit(
        self,
        dossier: Dossier | None = None,
        *,
        recipe: RecipeName = "onboard",
        source_run: str | None = None,
        run: str | None = None,
        venues: Sequence[str] | None = None,
        env: Env = "sandbox",
        urls: Mapping[str, str] | None = None,
        folder: Path | None = None,
        priority: int = DEFAULT_PRIORITY,
    ) -> str:
        """See `Runs.submit`."""
        return await _thread(
            lambda: self.runs.submit(
                dossier,
                recipe=recipe,
                source_run=source_run,
                run=run,
                venues=venues,
                env=env,
                urls=urls,
                folder=folder,
                priority=priority,
            )
        )

    async def onboard(
        self,
        dossier: Dossier,
        *,
        answer: AsyncAnswerer,
        run: str | None = None,
        venues: Sequence[str] | None = None,
        env: Env = "sandbox",
        urls: Mapping[str, str] | None = None,
        folder: Path | None = None,
        on_event: OnEvent | None = None,
        on_credentials: OnCredentials | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_RETRIES,
    ) -> Run:
        """See `Runs.onboard`. `answer` is awaited in this event loop."""
        name = await self.submit(dossier, run=run, venues=venues, env=env, urls=urls, folder=folder)
        return await self.work(
            name,
            answer=answer,
            on_event=on_event,
            on_credentials=on_credentials,
            timeout=timeout,
            max_retries=max_retries,
        )

    async def work(
        self,
        run: str,
        *,
        answer: AsyncAnswerer,
        venues: Sequence[str] | None = None,
        on_event: OnEvent | None = None,
        on_credentials: OnCredentials | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_RETRIES,
    ) -> Run:
        """See `Runs.work`. When it is cancelled, the worker stops, and the run goes on when somebody works on it."""
        cancelled = False
        ended = anyio.Event()
        found: list[Run] = []
        failures: list[Exception] = []

        async with BlockingPortal() as portal:

            def ask(interaction: Interaction) -> str | None:
                return portal.call(answer, interaction)

            async def working() -> None:
                try:
                    result = await _thread(
                        lambda: self.runs.work(
                            run,
                            answer=ask,
                            venues=venues,
                            on_event=on_event,
                            on_credentials=on_credentials,
                            timeout=timeout,
                            max_retries=max_retries,
                            stop=lambda: cancelled,
                        ),
                        # Runs that are under way take no thread from those who answer.
                        anyio.CapacityLimiter(1),
                    )
                    found.append(result)
                except Exception as error:  # noqa: BLE001
                    failures.append(error)
                finally:
                    ended.set()

            async with anyio.create_task_group() as tasks:
                tasks.start_soon(working)
                try:
                    await ended.wait()
                finally:
                    # A thread cannot be cancelled: it is told, and the task group waits for it.
                    cancelled = True
                    # A question that nobody answered yet is not waited for.
                    await portal.stop(cancel_remaining=True)
        for failure in failures:
            raise failure
        return found[0]

    def worker(
        self,
        *,
        name: str | None = None,
        per_venue: int | None = None,
        concurrency: int | None = None,
        on_event: Callable[[str, Event], None] | None = None,
        apps: Mapping[str, ASGIApp] | None = None,
        signer: Signer | None = None,
        limits: Sequence[Limit] = RABBITX,
        timeout: float = DEFAULT_TIMEOUT,
        settle: float | None = None,
        keep: float = KEEP,
        max_retries: int = DEFAULT_RETRIES,
        patience: float | None = None,
        poll: float | None = None,
        impatient: Collection[str] = (),
    ) -> Worker:
        """See `Runs.worker`; for an `async with` block. It has threads of its own, and `on_event` is called there."""
        return self.runs.worker(
            name=name,
            per_venue=per_venue,
            concurrency=concurrency,
            on_event=on_event,
            apps=apps,
            signer=signer,
            limits=limits,
            timeout=timeout,
            settle=settle,
            keep=keep,
            max_retries=max_retries,
            patience=patience,
            poll=poll,
            impatient=impatient,
        )

    async def all(
        self, *, applicant: str | None = None, ids: Collection[str] | None = None
    ) -> list[DurableRun]:
        """See `Runs.all`."""
        return await _thread(lambda: self.runs.all(applicant=applicant, ids=ids))

    async def show(self, run: str) -> DurableRun:
        """See `Runs.show`."""
        return await _thread(lambda: self.runs.show(run))

    async def result(self, run: str) -> Run:
        """See `Runs.result`."""
        return await _thread(lambda: self.runs.result(run))

    async def answer(
        self, run: str, interaction: str, value: str, *, venue: str | None = None, by: str = "library"
    ) -> bool:
        """See `Runs.answer`."""
        return await _thread(lambda: self.runs.answer(run, interaction, value, venue=venue, by=by))

    async def questions(self, run: str | None = None) -> dict[str, list[Interaction]]:
        """See `Runs.questions`."""
        return await _thread(lambda: self.runs.questions(run))

    async def wait(
        self,
        run: str,
        *,
        timeout: float | None = None,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> DurableRun:
        """See `Runs.wait`."""
        end = None if timeout is None else anyio.current_time() + timeout
        while True:
            found = await self.show(run)
            if found.settled or (end is not None and anyio.current_time() >= end):
                return found
            await sleep(0.1)

    async def resume(self, run: str, *, venues: Sequence[str] | None = None) -> list[str]:
        """See `Runs.resume`."""
        return await _thread(lambda: self.runs.resume(run, venues=venues))

    async def retry_failed(self, runs: Collection[str] | None = None) -> dict[str, list[str]]:
        """See `Runs.retry_failed`."""
        return await _thread(lambda: self.runs.retry_failed(runs))

    async def reconcile(self, run: str) -> dict[str, Interaction]:
        """See `Runs.reconcile`."""
        return await _thread(lambda: self.runs.reconcile(run))

    async def cancel(self, run: str) -> list[str]:
        """See `Runs.cancel`."""
        return await _thread(lambda: self.runs.cancel(run))

    async def credentials(self, run: str) -> dict[str, dict[str, SecretText]]:
        """See `Runs.credentials`."""
        return await _thread(lambda: self.runs.credentials(run))

    async def events(
        self,
        run: str | None = None,
        *,
        after: int = 0,
        follow: bool = False,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> AsyncIterator[EventRow]:
        """See `Runs.events`."""
        follower = Follower(self.runs.ledger, run, after=after)
        while True:
            over = not follow or (run is not None and await _thread(partial(is_over, self.runs.ledger, run)))
            for row in await _thread(partial(follower.more, last=over)):
                yield row
            if over:
                return
            await sleep(0.2)

    async def history(self, run: str | None = None) -> list[str]:
        """See `Runs.history`."""
        return await _thread(lambda: list(self.runs.history(run)))

    async def purge(self, applicant: str) -> list[str]:
        """See `Runs.purge`."""
        return await _thread(lambda: self.runs.purge(applicant))

    async def reseal(self) -> int:
        """See `Runs.reseal`."""
        return await _thread(self.runs.reseal)


async def _thread(function: Callable[[], T], limiter: anyio.CapacityLimiter | None = None) -> T:
    return await to_thread.run_sync(function, limiter=limiter)


__all__ = ["AsyncRuns"]
