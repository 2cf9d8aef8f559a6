"""What stands between a run and the functions of its caller: Ctrl-C, and errors that are not ours."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

from venuekit.recipes.core import Interaction
from venuekit.runs.answers import checked
from venuekit.transport.errors import ConfigurationError, VenueError, VenueKitError

P = ParamSpec("P")
T = TypeVar("T")


class Stopped(BaseException):
    """Ends a case in its thread because the run was interrupted. Never leaves `onboard`."""


class Stop:
    """One per run: tells its cases to end before their next call, and knows who is in the middle of one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._stopped = False
        self._calling: set[Gate] = set()

    def now(self, *, grace: float) -> None:
        """Stop. Calls under way get `grace` seconds to end, so that what they yield is kept."""
        with self._changed:
            self._stopped = True
            self._changed.wait_for(lambda: not self._calling, timeout=grace)

    def check(self) -> None:
        """Raise Stopped when the run was interrupted."""
        with self._changed:
            if self._stopped:
                raise Stopped

    def arrive(self, gate: Gate) -> None:
        """What the last call of a case has yielded is put away."""
        with self._changed:
            self._calling.discard(gate)
            self._changed.notify_all()

    def call(self, gate: Gate) -> None:
        """A case makes a call."""
        with self._changed:
            if self._stopped:
                raise Stopped
            self._calling.add(gate)


class Gate:
    """One per case: every demand of its walk passes here, and so does every function of the caller.

    An error of `on_event` or `on_credentials` must not get between a call and the putting away of what it yielded: it
    is held, and ends the case before its next call. A function that has raised is not called again for the case.
    """

    def __init__(self, venue: str, stop: Stop | None = None) -> None:
        self.venue = venue
        self.failure: VenueKitError | None = None
        self.stop = stop or Stop()
        self._broken: set[str] = set()

    def enter(self, *, calling: bool) -> None:
        """Before each demand. Raises Stopped, or what a function of the caller has raised."""
        self.stop.arrive(self)
        self.stop.check()
        if self.failure is not None:
            raise self.failure
        if calling:
            self.stop.call(self)

    def leave(self) -> None:
        """The case has ended."""
        self.stop.arrive(self)

    def shielded(self, name: str, function: Callable[P, None] | None) -> Callable[P, None]:
        """The caller's function `name`, or one that does nothing, as one that never raises."""

        def call(*args: P.args, **kwargs: P.kwargs) -> None:
            if function is None or name in self._broken:
                return
            try:
                function(*args, **kwargs)
            except Exception as error:  # noqa: BLE001
                self._broken.add(name)
                self.failure = self.failure or self._not_ours(name, error)

        return call

    def ask(self, answer: Callable[[Interaction], str | None], interaction: Interaction) -> str | None:
        """What a person answers; None for nothing. Raises ConfigurationError for what is no answer to this."""
        try:
            answered: object = answer(interaction)
        except VenueKitError:
            raise
        except Exception as error:
            raise self._not_ours("answer", error) from error
        if inspect.iscoroutine(answered):
            answered.close()
            raise ConfigurationError("answer() is async: use onboard_async")
        return self._text(answered, interaction)

    async def ask_async(
        self, answer: Callable[[Interaction], Awaitable[str | None]], interaction: Interaction
    ) -> str | None:
        """The same with an asynchronous answerer."""
        try:
            waiting: object = answer(interaction)
            if not inspect.isawaitable(waiting):
                raise ConfigurationError("answer() is not async: onboard_async needs an `async def`")
            answered: object = await waiting
        except VenueKitError:
            raise
        except Exception as error:
            raise self._not_ours("answer", error) from error
        return self._text(answered, interaction)

    def _text(self, answered: object, interaction: Interaction) -> str | None:
        if answered is None or (isinstance(answered, str) and not answered.strip()):
            return None
        if isinstance(answered, str):
            return checked(interaction, answered)
        raise ConfigurationError(f"answer() gave {type(answered).__name__}; text or None is expected")

    def _not_ours(self, name: str, error: Exception) -> VenueKitError:
        if isinstance(error, VenueKitError):
            return error
        # Its message may quote an answer, which may be a code.
        ours = VenueError(f"{name}() raised {type(error).__name__}", venue=self.venue)
        ours.__cause__ = error
        return ours
