"""Asking a person on the terminal: one question at a time, codes hidden."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TextIO

from venuekit.cli.facts import span
from venuekit.cli.plain import printable
from venuekit.runs.answers import DONE

if TYPE_CHECKING:
    from venuekit.runs import Interaction

try:
    import termios
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

_LINE = 4096


def nobody(interaction: Interaction) -> str | None:
    """The answerer where no person is there: every case that needs one pauses."""
    return None


class TerminalAsker:
    """An answerer that asks on this process's terminal. Use as a context manager.

    Questions of several venues come one after another, whatever thread they come from. `quiet` is entered around each
    question, to stop a moving display. End of input means that nobody answers: the case pauses.

    Leaving the context restores the terminal, even when another thread is still in the middle of a hidden question;
    that is what happens on Ctrl-C.
    """

    def __init__(
        self,
        *,
        out: TextIO | None = None,
        fd: int | None = None,
        quiet: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        self._out = sys.stderr if out is None else out
        self._fd = sys.stdin.fileno() if fd is None else fd
        self._quiet = quiet
        self._turn = threading.Lock()
        self._before: Any = None  # terminal settings, of a shape that only termios knows
        self._rest = b""

    def __enter__(self) -> Self:
        if termios is not None and os.isatty(self._fd):
            self._before = termios.tcgetattr(self._fd)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._restore()

    def __call__(self, interaction: Interaction, *, note: str = "") -> str | None:
        """Ask, and wait for a line. `note` is shown with the question."""
        with self._turn, self._quiet():
            self._say(f"\n{interaction.venue}: {interaction.prompt}\n")
            if note:
                self._say(f"  {note}\n")
            if interaction.url:
                self._say(f"  {interaction.url}\n")
            if interaction.expires_in is not None:
                rest = (
                    f"within {span(interaction.expires_in)}"
                    if interaction.expires_in
                    else "it may be too late"
                )
                self._say(f"  ({rest})\n")
            if interaction.mode == "form":
                return self._form(secret=interaction.secret)
            return self._acknowledgement()

    def _acknowledgement(self) -> str | None:
        # A line meant for another question, such as a pasted code, is no yes.
        while True:
            line = self._line("  Enter when done, Ctrl-D to stop here: ", hidden=False)
            if line is None:
                return None
            if line.strip().lower() in ("", *DONE):
                return "done"
            self._say("  Only Enter, y, yes or done counts as an answer here.\n")

    def _form(self, *, secret: bool) -> str | None:
        while True:
            line = self._line("  answer (hidden): " if secret else "  answer: ", hidden=secret)
            if line is None or line.strip():
                return line.strip() if line is not None else None

    def _line(self, prompt: str, *, hidden: bool) -> str | None:
        """One line without its end; None at the end of input.

        Read from the file descriptor itself: a thread that waits in `sys.stdin` would hold its lock when the process
        ends, and Python then aborts.
        """
        if hidden:
            self._echo_off()
        self._say(prompt)
        try:
            while b"\n" not in self._rest:
                chunk = os.read(self._fd, _LINE)
                if not chunk:
                    break
                self._rest += chunk
        except OSError:
            return None
        finally:
            if hidden:
                self._restore()
                self._say("\n")
        line, end, self._rest = self._rest.partition(b"\n")
        return line.decode(errors="replace").rstrip("\r") if line or end else None

    def _echo_off(self) -> None:
        if termios is None or self._before is None:
            return
        silent = list(self._before)
        silent[3] &= ~termios.ECHO
        termios.tcsetattr(self._fd, termios.TCSADRAIN, silent)

    def _restore(self) -> None:
        if termios is not None and self._before is not None:
            termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

    def _say(self, text: str) -> None:
        self._out.write(printable(text))
        self._out.flush()
