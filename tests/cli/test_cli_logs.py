"""`--log`: a line for each record, with its time, whose it is, and no secret. The lines of a worker."""

from __future__ import annotations

import io
import logging
import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import url_options
from tests.cli.test_cli_durable_runs import standing, working
from tests.cli.test_cli_onboard import SECRETS
from venuekit.cli.logs import logged
from venuekit.cli.options import LogLevel

Command = Callable[..., Any]
Edit = Callable[..., Path]
_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00"


def test_a_worker_tells_when_and_who(
    command: Command, edit: Edit, urls: dict[str, str], own_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ("-v", "tradelocker", *url_options(urls))
    assert command("onboard", edit(), "--run", "jane", "--detach", *options).code == 0
    monkeypatch.setenv("VENUEKIT_LOG", "debug")
    with working("--name", "desk-2") as process:
        assert standing(own_database, "jane").active
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=300)
    assert process.returncode == 0
    lines = err.splitlines()
    logs = [line for line in lines if re.match(rf"{_TIME} [A-Z]+ desk-2 [a-z.]+: ", line)]
    assert any(" DEBUG desk-2 venuekit.transport: tradelocker.getJWTTokens: POST " in line for line in logs)
    told = [line for line in lines if line not in logs]
    assert all(re.match(rf"{_TIME} desk-2 ", line) for line in told), told
    texts = [line.split(" desk-2 ")[1] for line in told]
    assert any(text.startswith("works on sqlite:///") for text in texts)
    assert "jane tradelocker: status active (ACTIVE)" in texts
    assert texts[-1] == "calls under way may end; nothing more is begun"
    for secret in SECRETS:
        assert secret not in err


def test_one_command_with_a_log_and_without(
    command: Command, edit: Edit, urls: dict[str, str], tmp_path: Path
) -> None:
    options = ("-v", "tradelocker", *url_options(urls))
    quiet = command("onboard", edit(), "--run", "quiet", *options)
    assert (quiet.code, "venuekit.transport" in quiet.err) == (0, False)
    loud = command("onboard", edit(), "--run", "loud", *options, "--log", "debug", "--json")
    assert loud.document["run"] == "loud"
    assert re.search(rf"^{_TIME} DEBUG \S+-\d+ venuekit\.transport: tradelocker\.", loud.err, re.MULTILINE)
    people = tmp_path / "people.csv"
    people.write_text("applicant.reference\nc-1\n")
    bulk = command("bulk", people, "--template", tmp_path / "dossier.yaml", *options, "--log", "debug")
    assert "venuekit.transport: tradelocker.getJWTTokens" in bulk.err
    # A level that is switched on by one command is not left on.
    after = command("onboard", edit(), "--run", "after", *options, "--log", "warning")
    assert (after.code, "venuekit.transport" in after.err) == (0, False)
    for secret in SECRETS:
        assert secret not in loud.err + bulk.err


def test_a_level_there_is_not(command: Command, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = command("onboard", edit(), "--log", "loud")
    assert (wrong.code, "'debug', 'info', 'warning'" in wrong.err) == (2, True)
    monkeypatch.setenv("VENUEKIT_LOG", "loud")
    assert command("worker").code == 2


def test_a_secret_in_a_line_is_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever logs it, in a message, its arguments or a traceback; and no text makes a line of its own."""
    err = io.StringIO()
    monkeypatch.setattr("sys.stderr", err)
    logger = logging.getLogger("venuekit.transport")
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
    key = "0x" + "ab" * 32
    with logged(LogLevel.DEBUG) as lines:
        lines.who = "desk-2"
        logger.debug("GET /keys?totp_code=%s&page=%d", "482911", 2)
        logger.debug("answered %s\n2026-01-01 INFO forged\x1b[2J", token)
        try:
            raise ValueError(f"signed with {key}")
        except ValueError:
            logger.exception("a hook failed")
    logger.error("after the command")
    text = err.getvalue()
    for secret in ("482911", token, key):
        assert secret not in text
    first, second, third, *trace = text.splitlines()
    assert re.fullmatch(
        rf"{_TIME} DEBUG desk-2 venuekit\.transport: GET /keys\?totp_code=\*\*\*&page=2", first
    )
    assert re.search(r"answered \*\*\* 2026-01-01 INFO forged\N{REPLACEMENT CHARACTER}\[2J$", second)
    assert "ERROR desk-2 venuekit.transport: a hook failed" in third
    assert trace[-1] == "ValueError: signed with ***"
