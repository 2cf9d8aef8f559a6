"""How a client connects: certificates, proxies, HTTP/2, and what a fork leaves to the child."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.faults.calls import API_KEY, MODES, Mode, log_in, read, run
from tests.faults.matrix import FITS, GOOD
from tests.transport.wire import Received, Scripted, WireServer, answer, closed_port, kept
from venuekit import T4, ConfigurationError, Connection, ConnectionFailed
from venuekit.transport import http, options

AWAY = "https://venue.invalid"


@pytest.fixture
def fresh_context() -> Iterator[None]:
    """The process makes its TLS contexts anew, here and for the next test."""
    http.shared_ssl_context.cache_clear()
    yield
    http.shared_ssl_context.cache_clear()


# Certificates.


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("tls", ["certifi", "system"])
def test_a_certificate_of_nobody_is_refused_before_anything_is_sent(
    mode: Mode, tls: Any, server_tls: ssl.SSLContext, fresh_context: None
) -> None:
    with WireServer(GOOD, tls=server_tls) as server:
        seen = run(mode, server.url, read, connection=Connection(tls=tls), max_retries=0)

    assert isinstance(seen.error, ConnectionFailed)
    assert seen.error.sent is False
    assert server.connections == 1
    assert server.received == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("tls", ["certifi", "system"])
def test_ssl_cert_file_is_honoured(
    mode: Mode,
    tls: Any,
    server_tls: ssl.SSLContext,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
    fresh_context: None,
) -> None:
    if tls == "system" and sys.platform != "linux":
        pytest.skip("the variable is OpenSSL's; other systems have stores of their own")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with WireServer(GOOD, tls=server_tls) as server:
        seen = run(mode, server.url, read, connection=Connection(tls=tls))

    assert seen.error is None
    assert len(server.received) == 1


def test_the_process_has_one_context_of_each_kind(fresh_context: None) -> None:
    import truststore

    assert http.shared_ssl_context("certifi") is http.shared_ssl_context("certifi")
    assert isinstance(http.shared_ssl_context("system"), truststore.SSLContext)
    for context in (http.shared_ssl_context("certifi"), http.shared_ssl_context("system")):
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.check_hostname


def test_ca_certificates_are_parsed_once_and_only_for_tls(
    monkeypatch: pytest.MonkeyPatch, fresh_context: None
) -> None:
    made: list[object] = []
    make = ssl.create_default_context

    def counted(**options: Any) -> ssl.SSLContext:
        made.append(options)
        return make(**options)

    monkeypatch.setattr(ssl, "create_default_context", counted)
    T4(api_key="x", base_url="http://127.0.0.1:1").close()
    assert len(made) == 0
    for _ in range(3):
        T4(api_key="x", env="demo").close()
    assert len(made) == 1


@pytest.mark.parametrize(
    ("connection", "missing", "extra"),
    [(Connection(http2=True), "h2", "http2"), (Connection(tls="system"), "truststore", "tls")],
)
@pytest.mark.parametrize("mode", MODES)
def test_an_extra_that_is_not_installed_is_named(
    mode: Mode,
    connection: Connection,
    missing: str,
    extra: str,
    monkeypatch: pytest.MonkeyPatch,
    fresh_context: None,
) -> None:
    monkeypatch.setattr(options, "find_spec", lambda name: None if name == missing else find_spec(name))
    seen = run(mode, AWAY, read, connection=connection, env="demo")

    assert isinstance(seen.error, ConfigurationError)
    assert f"pip install 'venuekit[{extra}]'" in str(seen.error)
    assert seen.requests == []


# Proxies.


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_asked_for_the_outside_world(
    mode: Mode, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It learns the name of the venue, and no credential."""
    with WireServer(answer(502)) as proxy:
        monkeypatch.setenv(name, proxy.url)
        seen = run(mode, AWAY, read, env="demo", max_retries=0)

    assert isinstance(seen.error, ConnectionFailed) and not seen.error.sent
    [asked] = proxy.received
    assert (asked.method, asked.path) == ("CONNECT", "venue.invalid:443")
    assert "authorization" not in asked.headers
    assert API_KEY not in str(asked)


@pytest.mark.parametrize("mode", MODES)
def test_no_proxy_is_honoured(mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    with WireServer(answer(502)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        monkeypatch.setenv("NO_PROXY", "venue.invalid")
        seen = run(mode, AWAY, read, env="demo", max_retries=0)

    assert isinstance(seen.error, ConnectionFailed)
    assert proxy.connections == 0


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("how", ["environment", "argument"])
def test_loopback_never_goes_through_a_proxy(mode: Mode, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with WireServer(answer(502)) as proxy, WireServer(GOOD) as server:
        if how == "environment":
            for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
                monkeypatch.setenv(name, proxy.url)
        given = Connection(proxy=proxy.url) if how == "argument" else Connection()
        for host in ("127.0.0.1", "localhost"):
            assert run(mode, f"http://{host}:{server.port}", log_in, connection=given).error is None

    assert proxy.connections == 0
    assert len(server.received) == 2


@pytest.mark.parametrize("mode", MODES)
def test_the_password_of_a_proxy_does_not_show(mode: Mode) -> None:
    url = f"http://jane:hunter22hunter22@127.0.0.1:{closed_port()}"
    connection = Connection(proxy=url)
    seen = run(mode, AWAY, read, env="demo", connection=connection, max_retries=0)

    assert isinstance(seen.error, ConnectionFailed) and not seen.error.sent
    assert "hunter22" not in f"{seen.error} {seen.error!r} {connection!r}"
    with pytest.raises(ConfigurationError) as caught:
        T4(api_key="x", env="demo", connection=Connection(proxy="jane:hunter22hunter22@127.0.0.1"))
    assert "hunter22" not in str(caught.value)


# Forks. A process of its own forks, for this one has threads.

_FORKING = """
import asyncio, json, os, sys
from venuekit import T4, AsyncT4

def names(client, who):
    return [client.users.get_user_eula(f"{who}-{n}") for n in range(20)]

def found(answers, who):
    seen = [answer.additional_properties["path"].split("/")[-2] for answer in answers]
    assert seen == [f"{who}-{n}" for n in range(20)], seen

def wait_for(child):
    # The child goes first, while the connection of before is open.
    if child:
        _, status = os.waitpid(child, 0)
        assert status == 0, status

def sync(url):
    client = T4(api_key="key", base_url=url)
    found(names(client, "before"), "before")
    child = os.fork()
    wait_for(child)
    who = "parent" if child else "child"
    found(names(client, who), who)
    return child

def later(url):
    async def use(client, who):
        found([await call for call in names(client, who)], who)
    async def start():
        client = AsyncT4(api_key="key", base_url=url)
        await use(client, "before")
        return client
    loop = asyncio.new_event_loop()
    client = loop.run_until_complete(start())
    child = os.fork()
    if child:
        wait_for(child)
        loop.run_until_complete(use(client, "parent"))
        loop.run_until_complete(client.aclose())
        loop.close()
    else:
        asyncio.run(use(client, "child"))
    return child

child = {"sync": sync, "async": later}[sys.argv[1]](sys.argv[2])
if not child:
    os._exit(0)
"""
_FORKING_IN_PROCESS = """
import os, sys
from venuekit import T4, NotFoundError
from venuekit_sandbox import Sandbox

client = T4(api_key="sandbox", app=Sandbox().app)
def ask():
    try:
        client.users.get_user_eula("nobody")
    except NotFoundError:
        return
    raise AssertionError("found")
ask()
child = os.fork()
ask()
if not child:
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize("mode", MODES)
def test_a_forked_process_makes_connections_of_its_own(mode: Mode) -> None:
    def echo(request: Received) -> Scripted:
        return kept({**FITS, "path": request.path})

    with WireServer(echo) as server:
        _run(_FORKING, mode, server.url)

    used: dict[str, set[int]] = {}
    for request in server.received:
        used.setdefault(request.path.split("/")[-2].partition("-")[0], set()).add(request.connection)
    assert len(server.received) == 60
    assert used["before"] == used["parent"]
    assert not used["child"] & used["parent"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_forked_process_calls_an_application_of_its_own() -> None:
    _run(_FORKING_IN_PROCESS)


def _run(script: str, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_answers_of_the_tests_fit() -> None:
    """Else a wrong answer would look like a fault."""
    assert json.loads(GOOD.raw.partition(b"\r\n\r\n")[2]) == FITS
