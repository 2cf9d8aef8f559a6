"""On a real (pseudo-) terminal: questions, hidden answers, Ctrl-C, and the sandbox as a process."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import stat
import subprocess
import sys
import termios
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from tests.cli.broken import BrokenVenue, serving
from tests.cli.conftest import url_options
from venuekit.cli.autopilot import Autopilot
from venuekit.cli.terminal import TerminalAsker
from venuekit.runs import Interaction
from venuekit.transport.errors import VenueError

Edit = Callable[..., Path]
# Whoever runs the tests in the background may have told its children to ignore Ctrl-C.
RUN = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from venuekit.cli import main; sys.exit(main(sys.argv[1:]))"
)
_SECONDS = 300.0


class Terminal:
    """A command on a pseudo-terminal, with stdout apart."""

    def __init__(self, *arguments: object) -> None:
        self._master, slave = pty.openpty()
        self.slave = slave
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, *map(str, arguments)],
            stdin=slave,
            stderr=slave,
            stdout=subprocess.PIPE,
            env={**os.environ, "COLUMNS": "120", "TERM": "xterm"},
            start_new_session=True,
        )
        self.seen = ""
        self._new = ""

    def until(self, *patterns: str) -> str:
        """Read until the new text ends with one of the patterns; give the new text. Empty when the process has ended."""
        ends = time.monotonic() + _SECONDS
        while time.monotonic() < ends:
            plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self._new)
            if any(re.search(pattern + r"\s*$", plain) for pattern in patterns):
                self._new = ""
                return plain
            ready, _, _ = select.select([self._master], [], [], 0.2)
            if ready:
                text = os.read(self._master, 65_536).decode(errors="replace")
                self.seen += text
                self._new += text
            elif self.process.poll() is not None:
                return ""
        raise AssertionError(f"none of {patterns} was shown: {self._new!r}")

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def echoes(self) -> bool:
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)

    def end(self) -> str:
        """Wait for the end, and give stdout."""
        out, _ = self.process.communicate(timeout=_SECONDS)
        return bytes(out).decode()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()
        os.close(self._master)
        os.close(self.slave)


HIDDEN, DONE = r"answer \(hidden\):", "Ctrl-D to stop here:"


def question(text: str) -> Interaction:
    """The question at the end of what the terminal shows, as far as the sandbox must know it."""
    venue, prompt = re.findall(r"(?m)^(stokn|nebulaecn|t4): (.+?)\r?$", text)[-1]
    kind: Any = "sms" if "SMS" in prompt else "email" if "e-mail" in prompt else "kyc"
    if "activat" in prompt or venue == "t4":
        kind = "back_office"
    to = {"sms": "+13125550123", "email": "john.smith@example.com"}.get(kind)
    return Interaction(
        venue=venue,
        name="x",
        kind=kind,
        mode="form",
        prompt=prompt,
        applicant="john.smith@example.com",
        to=to,
    )


def test_a_person_onboards_on_all_venues(edit: Edit, urls: dict[str, str], server: Any) -> None:
    pilot = Autopilot(server.url)
    terminal = Terminal("onboard", edit(), "--json", *url_options(urls))
    typed: list[str] = []
    try:
        while text := terminal.until(HIDDEN, DONE):
            answer = pilot(question(text))
            assert answer is not None
            hidden = bool(re.search(HIDDEN + r"\s*$", text))
            assert terminal.echoes() is not hidden
            if hidden:
                typed.append(answer)
            terminal.type((answer if hidden else "") + "\n")
        document = json.loads(terminal.end())
        assert terminal.process.returncode == 0, terminal.seen
        assert [case["status"] for case in document["cases"]] == ["active"] * 5
        assert len(typed) == 3
        for code in typed:
            assert code not in terminal.seen
    finally:
        terminal.close()


def test_end_of_input_pauses(edit: Edit, urls: dict[str, str]) -> None:
    terminal = Terminal("onboard", edit(), "--venue", "stokn", "--json", *url_options(urls))
    try:
        assert terminal.until(HIDDEN)
        terminal.type("\n")  # an empty line is no answer
        assert terminal.until(HIDDEN)
        terminal.type("\x04")
        [case] = json.loads(terminal.end())["cases"]
        assert (terminal.process.returncode, case["status"]) == (10, "action_required")
        assert terminal.echoes()
    finally:
        terminal.close()


def test_ctrl_c_at_a_hidden_question(edit: Edit, urls: dict[str, str]) -> None:
    terminal = Terminal("onboard", edit(), "--venue", "stokn", *url_options(urls))
    try:
        assert terminal.until(HIDDEN)
        assert not terminal.echoes()
        os.killpg(terminal.process.pid, signal.SIGINT)
        out = terminal.end()
        assert re.search(r"stokn\W+action_required", out)
        assert "Kal31-ewwqXrew" not in out
        terminal.until("never")
        assert terminal.process.returncode == 130
        assert terminal.echoes()
        assert "interrupted" in terminal.seen
        assert "Traceback" not in terminal.seen
        assert "Fatal" not in terminal.seen
    finally:
        terminal.close()


def test_ctrl_c_keeps_what_there_is(edit: Edit, urls: dict[str, str], tmp_path: Path) -> None:
    """In the file of credentials, and in the document."""
    file = tmp_path / "credentials.json"
    options = ("-v", "rabbitx", "-v", "t4", "--json", "--reveal", "--credentials-file", file)
    terminal = Terminal("onboard", edit(), *options, *url_options(urls))
    try:
        assert terminal.until(DONE)
        _until(lambda: "api_secret" in file.read_text())
        os.killpg(terminal.process.pid, signal.SIGINT)
        document = json.loads(terminal.end())
        terminal.until("never")
        assert terminal.process.returncode == 130
    finally:
        terminal.close()
    held = json.loads(file.read_text())
    assert (document["interrupted"], [case["venue"] for case in document["cases"]]) == (
        True,
        ["rabbitx", "t4"],
    )
    assert held == {case["venue"]: case["credentials"] for case in document["cases"]}
    assert {"user_id", "password"} <= set(held["t4"])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if "credentials" in path.name] == [file.name]


def _until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + _SECONDS
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_ctrl_c_while_a_venue_is_silent(edit: Edit) -> None:
    with serving(BrokenVenue(trouble="hang")) as venue:
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                RUN,
                "onboard",
                str(edit()),
                "-v",
                "tradelocker",
                "--url",
                f"tradelocker={venue.url}",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert venue.arrived.wait(_SECONDS)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=_SECONDS)
    assert (process.returncode, out) == (130, "")
    assert "interrupted" in err
    assert "Traceback" not in err


def test_the_sandbox_as_a_process() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "sandbox", "--port", "0", "--json"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        document = json.loads(_document(process.stdout))
        with urllib.request.urlopen(f"{document['url']}/_sandbox/health", timeout=_SECONDS) as answer:
            assert json.load(answer)["status"] == "ok"
        assert document["venues"]["tradelocker"] == f"{document['url']}/tradelocker/backend-api"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=_SECONDS)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    assert process.returncode == 130
    assert "demo@example.com / sandbox-password / server SANDBOX" in err
    assert "Traceback" not in err


def _document(lines: IO[str]) -> str:
    text = ""
    for line in lines:
        text += line
        if line == "}\n":
            break
    return text


def test_a_sandbox_on_a_port_that_is_taken(server: Any, command: Callable[..., Any]) -> None:
    outcome = command("sandbox", "--port", server.url.rpartition(":")[2])
    assert outcome.code == 3
    assert "cannot use 127.0.0.1:" in outcome.err


class Reader:
    """A pipe to type into, and the text that an asker writes."""

    def __init__(self) -> None:
        self.fd, self._write = os.pipe()
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass

    def type(self, text: bytes, *, last: bool = False) -> None:
        os.write(self._write, text)
        if last:
            os.close(self._write)


def ask(kind: str = "otp", mode: str = "form", **options: Any) -> Interaction:
    return Interaction(venue="t4", name="q", kind=kind, mode=mode, prompt="What?", applicant="x", **options)  # type: ignore[arg-type]


def test_lines_are_kept_for_the_next_question() -> None:
    reader = Reader()
    with TerminalAsker(out=reader, fd=reader.fd) as asker:  # type: ignore[arg-type]
        reader.type(b"\n  one \r\ntwo\n\nlast", last=True)
        assert asker(ask()) == "one"
        assert asker(ask(secret=True)) == "two"
        assert asker(ask("kyc", "acknowledge")) == "done"
        assert asker(ask()) == "last"
        assert asker(ask()) is None
        assert asker(ask("kyc", "redirect", url="https://example.com/\x1b[2J")) is None
    os.close(reader.fd)
    assert "https://example.com/" in reader.text
    assert "\x1b" not in reader.text


def test_a_line_that_was_meant_for_another_question_is_no_yes() -> None:
    reader = Reader()
    with TerminalAsker(out=reader, fd=reader.fd) as asker:  # type: ignore[arg-type]
        reader.type(b"eyJhbGciOiJSUzI1NiJ9\n no\n Y \n")
        assert asker(ask("back_office", "acknowledge")) == "done"
        assert reader.text.count("Enter when done") == 3
        reader.type(b"done\nx", last=True)
        assert asker(ask("back_office", "acknowledge")) == "done"
        assert asker(ask("back_office", "acknowledge")) is None
    os.close(reader.fd)
    assert "eyJ" not in reader.text


def test_one_question_at_a_time() -> None:
    reader = Reader()
    answers: list[str | None] = []
    with TerminalAsker(out=reader, fd=reader.fd) as asker:  # type: ignore[arg-type]
        threads = [threading.Thread(target=lambda: answers.append(asker(ask()))) for _ in range(4)]
        for thread in threads:
            thread.start()
        reader.type(b"1\n2\n3\n4\n", last=True)
        for thread in threads:
            thread.join(_SECONDS)
    os.close(reader.fd)
    # Each has one line, whoever of the four was first; and nobody's question stands within another's.
    assert sorted(map(str, answers)) == ["1", "2", "3", "4"]
    assert reader.text == reader.text[: len(reader.text) // 4] * 4


def test_the_autopilot_says_what_the_sandbox_refuses(server: Any) -> None:
    pilot = Autopilot(server.url)
    with pytest.raises(VenueError, match="answered 404"):
        pilot(ask("back_office", "acknowledge"))
    assert pilot(ask("otp", to="+10000000")) is None
    assert pilot(ask("captcha")) is None
    with pytest.raises(VenueError, match="does not answer"):
        Autopilot("http://127.0.0.1:9")(ask("otp", to="+1"))
