"""What the HTTP library logs passes a guard first."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest

from venuekit import T4
from venuekit.transport.logs import mask_log


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            'HTTP Request: DELETE https://x/me?password=hunter22&otp_code=123456&limit=5 "HTTP/1.1 200 OK"',
            'HTTP Request: DELETE https://x/me?password=***&otp_code=***&limit=5 "HTTP/1.1 200 OK"',
        ),
        (
            "complete return_value=(b'HTTP/1.1', 200, b'OK', [(b'Date', b'today'), (b'Set-Cookie', b'a=\"b\\'c\"; Path=/'),"
            " (b'X-Request-Id', b'r-7'), (b'X-RateLimit-Remaining', b'9')])",
            "complete return_value=(b'HTTP/1.1', 200, b'OK', [(b'Date', b'today'), (b'Set-Cookie', b'***'),"
            " (b'X-Request-Id', b'***'), (b'X-RateLimit-Remaining', b'9')])",
        ),
        (
            """complete return_value=[(b'Location', b'https://x/?token=a\\'b"hunter22'), (b'Date', b'today')]""",
            "complete return_value=[(b'Location', b'***'), (b'Date', b'today')]",
        ),
        # Cut off: with one way too many to read an escape, this would take for ever.
        ("return_value=[(b'X-Secret', b'" + r"\xe9" * 1000, "return_value=[(b'X-Secret', b'***'"),
        ("return_value=[(b'X-Secret', b'hunter22\\", "return_value=[(b'X-Secret', b'***'"),
        ("a token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl there", "a token *** there"),
        ("connect_tcp.started host='127.0.0.1' port=8900", "connect_tcp.started host='127.0.0.1' port=8900"),
    ],
)
def test_a_line(line: str, shown: str) -> None:
    assert mask_log(line) == shown


@pytest.mark.parametrize(
    "name",
    ["httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy", "httpcore.socks"],
)
def test_every_logger_of_the_library_is_guarded(name: str, caplog: pytest.LogCaptureFixture) -> None:
    T4(api_key="k").close()
    with caplog.at_level(1):
        logging.getLogger(name).info("GET %s", "https://x/?jwt=hunter22")
    assert "GET https://x/?jwt=***" in caplog.text
    assert "hunter22" not in caplog.text


@pytest.mark.parametrize("name", ["hpack.hpack", "hpack.table"])
def test_header_blocks_of_http2_are_not_logged(name: str, caplog: pytest.LogCaptureFixture) -> None:
    T4(api_key="k").close()
    with caplog.at_level(1):
        logging.getLogger(name).debug("Adding %s to the header table", (b"authorization", b"Bearer hunter22"))
    assert caplog.text == ""


def test_all_loggers_of_the_library_are_known() -> None:
    """Another version may have more: then the guard must know them. In a process of its own, for its loggers."""
    code = (
        "import logging, venuekit; from venuekit import T4, Connection;"
        "T4(api_key='k', connection=Connection(http2=True)).close();"
        "import httpcore, h2.connection;"
        "names = [n for n, l in logging.root.manager.loggerDict.items() if n.split('.')[0] in"
        " ('httpx', 'httpcore', 'httpx2', 'httpcore2', 'hpack', 'h2', 'h11') and isinstance(l, logging.Logger)];"
        "print(sorted(n for n in names if not logging.getLogger(n).filters))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.stdout.strip() == "[]", told.stdout + told.stderr


def test_a_library_says_nothing_on_its_own() -> None:
    """Without a configuration of the program's, no warning of ours reaches stderr."""
    code = "import venuekit.transport.calls, logging; logging.getLogger('venuekit.auth').warning('x')"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
