"""`venuekit sandbox` as a process: what it prints, how it ends, and that it goes on where it ended."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

# Whoever runs the tests in the background may have told its children to ignore Ctrl-C.
RUN = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from venuekit.cli import main; sys.exit(main(sys.argv[1:]))"
)
_SECONDS = 300.0
_OPEN = build_opener(ProxyHandler({})).open
LOGIN = {"email": "ada@example.com", "password": "a-secret-word", "server": "S"}


class Running:
    """A sandbox on a free port."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.process = process
        text = ""
        for line in process.stdout:
            text += line
            if line == "}\n":
                break
        self.document: dict[str, Any] = json.loads(text)

    def call(self, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(self.document["url"] + path, data, {"Content-Type": "application/json"})
        with _OPEN(request, timeout=_SECONDS) as answer:
            text = answer.read()
        return json.loads(text) if answer.headers["content-type"] == "application/json" else text.decode()

    def end(self, how: signal.Signals) -> tuple[int, str]:
        """The exit code and what was said on stderr."""
        self.process.send_signal(how)
        _, err = self.process.communicate(timeout=_SECONDS)
        assert "Traceback" not in err
        return self.process.returncode, err


@contextmanager
def running(*options: str) -> Iterator[Running]:
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "sandbox", "--port", "0", "--json", *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Running(process)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_the_pages_are_told_and_there(how: signal.Signals, code: int) -> None:
    with running() as sandbox:
        pages = sandbox.document["pages"]
        assert list(pages) == ["outbox", "rabbitx", "stokn", "nebulaecn", "tradelocker", "t4"]
        for address in pages.values():
            assert "<!doctype html>" in sandbox.call(address.removeprefix(sandbox.document["url"]))
        ended, err = sandbox.end(how)
    assert ended == code
    for address in pages.values():
        assert address in err


def test_check_judges_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENUEKIT_SANDBOX_CHECKED", "0")
    with running("--check") as sandbox:
        sandbox.call("/_sandbox/tradelocker/logins", LOGIN)
        assert "accessToken" in sandbox.call("/tradelocker/backend-api/auth/jwt/token", LOGIN)
        assert sandbox.end(signal.SIGTERM)[0] == 0


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_sandbox_goes_on_from_its_file(tmp_path: Path, how: signal.Signals) -> None:
    path = tmp_path / "state.json"
    with running("--state", str(path)) as first:
        first.call("/_sandbox/tradelocker/logins", LOGIN)
        tokens = first.call("/tradelocker/backend-api/auth/jwt/token", LOGIN)
        first.end(how)
    assert os.stat(path).st_mode & 0o077 == 0
    with running("--state", str(path)) as second:
        again = second.call(
            "/tradelocker/backend-api/auth/jwt/refresh", {"refreshToken": tokens["refreshToken"]}
        )
        assert "accessToken" in again
        second.call("/_sandbox/reset", {})
        second.end(how)
    with running("--state", str(path)) as third:
        with pytest.raises(HTTPError) as refusal:
            third.call("/tradelocker/backend-api/auth/jwt/token", LOGIN)
        refusal.value.close()
        third.end(how)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": "none"}'])
def test_a_file_that_is_no_state(tmp_path: Path, text: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(text, encoding="utf-8")
    outcome = subprocess.run(
        [sys.executable, "-c", RUN, "sandbox", "--port", "0", "--state", str(path)],
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    assert outcome.returncode == 3
    assert str(path) in outcome.stderr.replace("\n", "")
    assert "Traceback" not in outcome.stderr
    assert path.read_text(encoding="utf-8") == text


def test_a_directory_is_no_file(tmp_path: Path) -> None:
    outcome = subprocess.run(
        [sys.executable, "-c", RUN, "sandbox", "--port", "0", "--state", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    assert outcome.returncode == 3
    assert "Traceback" not in outcome.stderr
