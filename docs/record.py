"""Record `venuekit demo`, and the commands of a durable run, as animated SVGs: real, in a pseudo-terminal, at their speed.

    python -m docs.record            write docs/images/demo.svg and docs/images/durable.svg

What moves is what the command showed. A viewer that does not animate shows the last picture.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

from cryptography.fernet import Fernet

from docs.screen import Run, Screen, Style

TARGET = Path(__file__).resolve().parent / "images" / "demo.svg"
DURABLE = TARGET.with_name("durable.svg")
EXAMPLE = TARGET.parents[2] / "examples" / "dossier.yaml"
COLUMNS, ROWS = 80, 200
COMMAND = ("venuekit", "demo")

_CHAR, _LINE, _SIZE, _MARGIN, _BAR = 8.4, 16.0, 14, 16, 34
_HOLD = 8.0
_MIN_FRAME = 0.1
_BREATH = 1.0
_COLORS = {
    "": "#c9d1d9",
    "black": "#6e7681",
    "red": "#ff7b72",
    "green": "#56d364",
    "yellow": "#e3b341",
    "blue": "#79c0ff",
    "magenta": "#d2a8ff",
    "cyan": "#76e3ea",
    "white": "#ffffff",
}

Lines = tuple[tuple[Run, ...], ...]


def run(command: Sequence[str], **variables: str) -> Iterator[tuple[float, str]]:
    """Run a command in a pseudo-terminal; yields seconds since its start, and what it wrote."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("COLORTERM", "NO_COLOR", "FORCE_COLOR")
    }
    environment = {**kept, "TERM": "xterm", "COLUMNS": str(COLUMNS), "LINES": str(ROWS), **variables}
    started = time.monotonic()
    program = [str(Path(sys.executable).with_name(command[0])), *command[1:]]
    with subprocess.Popen(
        program, stdin=follower, stdout=follower, stderr=follower, env=environment
    ) as process:
        os.close(follower)
        rest = b""
        while True:
            try:
                chunk = os.read(leader, 65536)
            except OSError:  # how Linux says that the other side has closed
                chunk = b""
            if not chunk:
                break
            # An escape sequence or a character may be cut; keep what comes after the last line end or sequence.
            rest += chunk
            whole, rest = _whole(rest)
            yield time.monotonic() - started, whole.decode()
        yield time.monotonic() - started, rest.decode()
    os.close(leader)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}; nothing is written")


def _whole(data: bytes) -> tuple[bytes, bytes]:
    """What can be shown now, and the beginning of something that is not complete yet."""
    escape_at = data.rfind(b"\x1b")
    if escape_at >= 0 and not any(chr(byte).isalpha() for byte in data[escape_at + 1 :]):
        return data[:escape_at], data[escape_at:]
    for cut in range(min(3, len(data))):
        try:
            data[: len(data) - cut].decode()
        except UnicodeDecodeError:
            continue
        return data[: len(data) - cut], data[len(data) - cut :]
    return data, b""


def frames(written: Iterator[tuple[float, str]]) -> list[tuple[float, Lines]]:
    """The pictures, each with the second at which it appeared. Pictures of less than a tenth of a second are dropped."""
    screen = Screen()
    shown: list[tuple[float, Lines]] = []
    for at, text in written:
        screen.feed(text)
        lines = screen.lines()
        if shown and at - shown[-1][0] < _MIN_FRAME:
            shown[-1] = (shown[-1][0], lines)
        elif not shown or shown[-1][1] != lines:
            shown.append((at, lines))
    return shown


def durable_session() -> Iterator[tuple[float, str]]:
    """One durable run, command by command. Where nothing is shown for long, a second is enough."""
    from venuekit import runs
    from venuekit_sandbox import SandboxServer

    with tempfile.TemporaryDirectory() as folder, SandboxServer(port=8900) as server:
        url = f"sqlite:///{folder}/runs.sqlite"
        variables = {"VENUEKIT_DATABASE_URL": url, "VENUEKIT_VAULT_KEY": Fernet.generate_key().decode()}
        now = 0.0

        def typed(command: str) -> tuple[float, str]:
            return now, f"\x1b[1m\x1b[32m$\x1b[0m \x1b[1m{command}\x1b[0m\r\n"

        def step(command: str) -> Iterator[tuple[float, str]]:
            nonlocal now
            yield typed(command)
            before = 0.0
            for at, text in run(command.replace("dossier.yaml", str(EXAMPLE)).split(), **variables):
                now += min(at - before, _BREATH)
                before = at
                yield now, text
            now += _BREATH

        with runs.open(url, key=variables["VENUEKIT_VAULT_KEY"]) as opened:
            yield from step("venuekit onboard dossier.yaml -v t4 --run jane --detach")
            yield typed("venuekit worker &")
            now += _BREATH
            with _worker(variables):
                [asked] = [case.waiting for case in opened.wait("jane", timeout=120).cases]
            if asked is None:
                raise SystemExit("T4 asks nothing; nothing is written")
            yield from step("venuekit runs")
            # The back office does what it is asked for.
            _post(f"{server.url}/_sandbox/t4/enable", {"username": asked.applicant})
            # The worker is away meanwhile: on a slow machine it would have looked by itself.
            yield from step("venuekit answer jane enable-account done --by desk-2")
            with _worker(variables):
                opened.wait("jane", timeout=120)
            yield from step("venuekit show jane --timeline")
            yield from step("venuekit credentials jane")


@contextmanager
def _worker(variables: dict[str, str]) -> Iterator[None]:
    program = [str(Path(sys.executable).with_name("venuekit")), "worker"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(program, env={**os.environ, **variables}, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        finally:
            process.terminate()


def _post(url: str, document: object) -> None:
    request = Request(url, json.dumps(document).encode(), {"Content-Type": "application/json"})
    with build_opener(ProxyHandler({})).open(request, timeout=10):
        pass


def svg(pictures: Sequence[tuple[float, Lines]], *, command: str, prompt: bool = True) -> str:
    """An animated SVG of pictures, in a terminal window; with `prompt`, under the command that made them."""
    height = _BAR + _MARGIN + _LINE * (max(len(lines) for _, lines in pictures) + 2) + _MARGIN / 2
    width = 2 * _MARGIN + _CHAR * COLUMNS
    total = pictures[-1][0] + _HOLD
    body, style = [], []
    for number, (at, lines) in enumerate(pictures):
        last = number == len(pictures) - 1
        until = total if last else pictures[number + 1][0]
        style.append(_keyframes(number, 0.0 if number == 0 else at / total, until / total, total))
        shown = "".join(_line(row + prompt, runs) for row, runs in enumerate(lines))
        hidden = "" if last else ' visibility="hidden"'
        body.append(f'<g id="f{number}"{hidden}>\n{shown}</g>\n')
    first = _line(0, (Run(0, "$", Style("green", bold=True)), Run(2, command, Style(bold=True))))
    dots = "".join(
        f'<circle cx="{_MARGIN + 6 + 20 * i}" cy="{_BAR / 2}" r="6" fill="{color}"/>'
        for i, color in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img" aria-label="A recording of the command {escape(command)}">\n'
        f"<style>\ntext {{ font: {_SIZE}px 'DejaVu Sans Mono', Menlo, Consolas, monospace; white-space: pre }}\n"
        f".b {{ font-weight: bold }} .d {{ opacity: .6 }} .i {{ font-style: italic }}\n"
        f"{''.join(style)}</style>\n"
        f'<rect width="100%" height="100%" rx="8" fill="#0d1117"/>{dots}\n{first if prompt else ""}{"".join(body)}</svg>\n'
    )


def _keyframes(number: int, start: float, end: float, total: float) -> str:
    """Visible between two parts of the whole time, and again in the next round."""
    before = "" if start == 0 else f"0%, {start * 100 - 0.001:.3f}% {{ visibility: hidden }} "
    after = "" if end >= 1 else f" {end * 100 + 0.001:.3f}%, 100% {{ visibility: hidden }}"
    return (
        f"@keyframes k{number} {{ {before}{start * 100:.3f}%, {end * 100:.3f}% {{ visibility: visible }}{after} }}\n"
        f"#f{number} {{ animation: k{number} {total:.2f}s step-end infinite }}\n"
    )


def _line(row: int, runs: Sequence[Run]) -> str:
    y = _BAR + _MARGIN + _LINE * row
    parts = []
    for part in runs:
        look = part.style
        names = "".join(name for name, on in (("b", look.bold), ("d", look.dim), ("i", look.italic)) if on)
        kind = f' class="{" ".join(names)}"' if names else ""
        parts.append(
            f'<text x="{_MARGIN + _CHAR * part.column:.1f}" y="{y:.1f}" textLength="{_CHAR * len(part.text):.1f}" '
            f'xml:space="preserve" fill="{_COLORS[look.color]}"{kind}>{escape(part.text)}</text>\n'
        )
    return "".join(parts)


def main() -> int:
    """Record, and write the pictures."""
    TARGET.parent.mkdir(exist_ok=True)
    for target, written, command, prompt in (
        (TARGET, run(COMMAND), " ".join(COMMAND), True),
        (DURABLE, durable_session(), "venuekit onboard --detach", False),
    ):
        pictures = frames(written)
        target.write_text(svg(pictures, command=command, prompt=prompt), encoding="utf-8")
        sys.stderr.write(f"{target.name}: {len(pictures)} pictures, {pictures[-1][0]:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
