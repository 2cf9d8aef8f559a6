"""RabbitX's signature over any JSON there is, held against the parts that the text was written from.

`tests/auth` does the same with what `json.dumps` writes. Here nothing of the standard library's JSON is involved.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.properties.jsontexts import objects
from venuekit import RabbitX, RejectedError
from venuekit.auth.rabbitx_signing import payload_signature, payload_text
from venuekit.auth.rawjson import raw_members
from venuekit_clients.rabbitx.models import RefreshJwtRequest
from venuekit_sandbox.rabbitx import payload

Written = tuple[str, list[tuple[str, str]]]


def what_is_hashed(members: list[tuple[str, str]], method: str, path: str, timestamp: int) -> str:
    """The rule in other words: the last of equal names counts, ours before the body's; then by code point."""
    lines: list[tuple[str, str]] = []
    taken = {"method", "path"}
    for name, text in reversed(members):
        if name not in taken:
            taken.add(name)
            lines.append((name, text[1:-1] if text[0] == '"' else text))
    lines += [("method", method.upper()), ("path", path)]
    lines.sort(key=lambda line: [ord(character) for character in line[0]])
    return "".join(f"{name}={text}" for name, text in lines) + str(timestamp)


@given(
    objects(),
    st.sampled_from(["GET", "post", "Delete"]),
    st.sampled_from(["/orders", "/a/b%20c"]),
    st.integers(0),
)
@example(('{"a":1,"\\u0061":2}', [("a", "1"), ("a", "2")]), "POST", "/orders", 0)
@example(('{"path":"/evil","method":"X"}', [("path", '"/evil"'), ("method", '"X"')]), "POST", "/orders", 0)
def test_the_signature_of_any_json(written: Written, method: str, path: str, timestamp: int) -> None:
    body, members = written
    expected = what_is_hashed(members, method, path, timestamp)
    raw = body.encode()
    assert raw_members(raw) == dict(members)
    assert payload_text(method, path, raw, timestamp) == expected
    digest = hashlib.sha256(expected.encode("utf-8", "surrogatepass")).digest()
    signature = hmac.new(bytes.fromhex("5ec7e7" * 8), digest, hashlib.sha256).hexdigest()
    assert payload_signature(method, path, raw, timestamp, secret="0x" + "5ec7e7" * 8) == f"0x{signature}"


@given(objects())
def test_the_sandbox_reads_the_same_with_code_of_its_own(written: Written) -> None:
    raw = written[0].encode()
    ours = payload_text("POST", "/jwt", raw, 7)
    assert payload.signed_text(raw, method="POST", path="/jwt", timestamp=7) == ours


@given(objects(), st.data())
def test_what_is_cut_off_is_not_signed(written: Written, data: st.DataObject) -> None:
    body = written[0].rstrip()
    cut = body[: data.draw(st.integers(len(body) - len(body.lstrip()) + 1, len(body) - 1), label="cut at")]
    try:
        payload_text("POST", "/jwt", cut.encode(), 7)
    except ValueError:
        return
    raise AssertionError(f"{cut!r} was signed")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.booleans())
def test_what_a_client_sends_carries_the_signature_of_the_bytes_on_the_wire(
    token: str, is_client: bool
) -> None:
    seen: list[tuple[dict[str, str], bytes]] = []

    async def venue(scope: Any, receive: Any, send: Any) -> None:
        message = await receive()
        seen.append(({name.decode(): value.decode() for name, value in scope["headers"]}, message["body"]))
        await send({"type": "http.response.start", "status": 400, "headers": []})
        await send({"type": "http.response.body", "body": b"{}"})

    with RabbitX(api_key="key", api_secret="ab" * 32, app=venue, clock=lambda: 1_700_000_000.0) as client:
        with pytest.raises(RejectedError):
            client.auth.refresh_jwt(body=RefreshJwtRequest(is_client=is_client, refresh_token=token))
    [(headers, body)] = seen
    text = payload.signed_text(body, method="POST", path="/jwt", timestamp=int(headers["rbt-ts"]))
    assert headers["rbt-signature"] == payload.signature(text, "ab" * 32)
    assert json.loads(body) == {"is_client": is_client, "refresh_token": token}
