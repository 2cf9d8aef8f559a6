"""The pytest plugin, in test suites of their own that know nothing of this project but what is installed."""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import blocks, table
from venuekit_sandbox.pytest_plugin import SandboxFixture

pytest_plugins = ["pytester"]

PROBE = """
import json
from urllib.request import ProxyHandler, Request, build_opener

open_url = build_opener(ProxyHandler({})).open

def call(url, body=None):
    data = None if body is None else json.dumps(body).encode()
    with open_url(Request(url, data, {"Content-Type": "application/json"}), timeout=300) as answer:
        return json.load(answer)
"""


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """A directory for a test suite, with a module `probe` that calls URLs."""
    pytester.makepyfile(probe=PROBE)
    # Hypothesis would be loaded each time, and nothing here uses it.
    pytester.makepyprojecttoml(
        """
        [tool.pytest.ini_options]
        addopts = ["--strict-markers", "--strict-config", "-p", "no:hypothesispytest"]
        filterwarnings = ["error"]
        pythonpath = ["."]
        """
    )
    return pytester


def passed(suite: pytest.Pytester, count: int, *arguments: str) -> pytest.RunResult:
    result = suite.runpytest_subprocess(*arguments)
    result.assert_outcomes(passed=count)
    return result


def test_every_test_has_a_fresh_sandbox(suite: pytest.Pytester) -> None:
    suite.makepyfile(
        """
        import pytest
        from probe import call

        LOGIN = {"email": "ada@example.com", "password": "secret", "server": "S"}

        @pytest.mark.parametrize("turn", [1, 2, 3])
        def test_login(sandbox, turn):
            real = sandbox.clock.now()
            assert call(f"{sandbox.url}/_sandbox/clock")["now"] - real < 100
            assert sandbox.outbox.messages() == []
            call(f"{sandbox.url}/_sandbox/tradelocker/logins", LOGIN)
            assert "accessToken" in call(f"{sandbox.urls['tradelocker']}/auth/jwt/token", LOGIN)
            sandbox.clock.advance(1000)
            assert call(f"{sandbox.url}/_sandbox/clock")["now"] - real >= 1000
            sandbox.outbox.send(
                venue="t4", kind="sms", to="+1", subject="", text="", code=str(turn), at=0
            )
            (message,) = call(f"{sandbox.url}/_sandbox/outbox")["messages"]
            assert message["code"] == str(turn)

        def test_nothing_is_left(sandbox):
            from urllib.error import HTTPError
            with pytest.raises(HTTPError) as refusal:
                call(f"{sandbox.urls['tradelocker']}/auth/jwt/token", LOGIN)
            refusal.value.close()
            assert refusal.value.status in (400, 401, 403)
            assert list(sandbox.urls) == ["rabbitx", "stokn", "nebulaecn", "tradelocker", "t4"]
            assert all(url.startswith(sandbox.url) for url in sandbox.urls.values())

        def test_reset(sandbox):
            sandbox.clock.freeze()
            sandbox.reset()
            assert not sandbox.clock.frozen
        """
    )
    passed(suite, 5)


def test_faults_journal_and_snapshots(suite: pytest.Pytester) -> None:
    suite.makepyfile(
        """
        from probe import call

        def test_journal_and_snapshot(sandbox):
            call(f"{sandbox.url}/_sandbox/tradelocker/logins", {"email": "a@example.com", "password": "b", "server": "S"})
            taken = sandbox.snapshot()
            sandbox.reset()
            sandbox.restore(taken)
            login = {"email": "a@example.com", "password": "b", "server": "S"}
            assert "accessToken" in call(f"{sandbox.urls['tradelocker']}/auth/jwt/token", login)
            assert [entry.operation for entry in sandbox.journal.entries(venue="tradelocker")] == ["getJWTTokens"]
            assert list(sandbox.faults.all()) == []
        """
    )
    passed(suite, 1)


IN_PROCESS = """
import anyio
import httpx
import pytest

def test_in_process(sandbox):
    async def now():
        transport = httpx.ASGITransport(sandbox.app)
        async with httpx.AsyncClient(transport=transport, base_url=sandbox.url) as http:
            return (await http.get("/_sandbox/clock")).json()

    assert sandbox.url == "http://sandbox"
    assert sandbox.urls["stokn"] == "http://sandbox/stokn"
    sandbox.clock.freeze()
    assert anyio.run(now) == {"now": sandbox.clock.now(), "frozen": True}

@pytest.mark.venuekit_sandbox("port")
def test_the_marker_wins(sandbox):
    assert sandbox.url.startswith("http://127.0.0.1:")
"""


@pytest.mark.parametrize("how", ["option", "ini"])
def test_in_process(suite: pytest.Pytester, how: str) -> None:
    suite.makepyfile(IN_PROCESS)
    option = (
        "--venuekit-sandbox=in-process" if how == "option" else "--override-ini=venuekit_sandbox=in-process"
    )
    passed(suite, 2, option)


def test_a_mode_that_is_none(suite: pytest.Pytester) -> None:
    suite.makepyfile("def test_it(sandbox): pass")
    result = suite.runpytest_subprocess("--override-ini=venuekit_sandbox=sockets")
    result.stdout.fnmatch_lines(["*port or in-process is expected*"])
    assert result.ret != 0


def test_workers_have_a_sandbox_each(suite: pytest.Pytester) -> None:
    suite.makepyfile(
        """
        import os
        from pathlib import Path
        import pytest
        from probe import call

        @pytest.mark.parametrize("turn", range(6))
        def test_it(sandbox, turn):
            assert sandbox.outbox.messages() == []
            sandbox.outbox.send(venue="t4", kind="sms", to="+1", subject="", text="", code="1", at=0)
            assert len(call(f"{sandbox.url}/_sandbox/outbox")["messages"]) == 1
            Path(__file__).with_name(os.environ["PYTEST_XDIST_WORKER"]).write_text(sandbox.url)
        """
    )
    passed(suite, 6, "-n", "2")
    urls = [path.read_text() for path in suite.path.glob("gw*")]
    assert len(urls) == 2
    assert len(set(urls)) == 2


def test_a_suite_without_the_fixture_loads_nothing_of_it(suite: pytest.Pytester) -> None:
    suite.makepyfile(
        """
        import sys

        def test_it(pytestconfig):
            assert pytestconfig.pluginmanager.hasplugin("venuekit_sandbox")
            heavy = {"starlette", "uvicorn", "pydantic", "cryptography", "jsonschema_rs", "eth_account", "anyio", "httpx"}
            assert heavy & set(sys.modules) == set()
            ours = [name for name in sys.modules if name.startswith("venuekit")]
            assert sorted(ours) == ["venuekit_sandbox", "venuekit_sandbox.pytest_plugin"]
        """
    )
    # Other plugins import what they like: hypothesis and anyio are not loaded here.
    passed(suite, 1, "-p", "no:anyio", "-p", "no:hypothesispytest")


def test_a_fixture_of_ones_own_wins(suite: pytest.Pytester) -> None:
    suite.makeconftest("import pytest\n\n@pytest.fixture\ndef sandbox(): return 'mine'")
    suite.makepyfile("def test_it(sandbox): assert sandbox == 'mine'")
    passed(suite, 1)


@pytest.mark.parametrize(("page", "count"), [("docs/sandbox-pytest.md", 4), ("README.md", 1)])
def test_the_examples_of_a_page_pass_as_they_are(suite: pytest.Pytester, page: str, count: int) -> None:
    examples = [block for block in blocks(page) if block.language == "python" and "(sandbox)" in block.text]
    suite.makepyfile(**{f"test_line_{example.line}": example.text for example in examples})
    passed(suite, len(examples))
    assert len(examples) >= count


def test_the_page_names_all_that_the_fixture_has() -> None:
    rows = table("docs/sandbox-pytest.md", "## What the fixture has")
    said = {name for row in rows for name in re.findall(r"(\w+)(?:\(\w*\))?", row[0])} - {"document"}
    assert said == {name for name in vars(SandboxFixture) if not name.startswith("_")}
