"""The outbox as a page: escaped, filtered, and unable to load anything from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import httpx

from venuekit_sandbox import Sandbox, outbox_page

EVIL = "<script>alert(1)</script>\"'&"


class Page(HTMLParser):
    """What a browser would see: the elements, and the text and the copyable code of each message."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__()
        assert response.status_code == 200
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        self.elements: list[str] = []
        self.messages: list[str] = []
        self.codes: list[str] = []
        self.links: list[str] = []
        self.filters: dict[str, str] = {}
        self._inside = False
        self._select = ""
        self.feed(response.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag == "article":
            self._inside = True
            self.messages.append("")
        if "data-copy" in found:
            self.codes.append(found["data-copy"] or "")
        if tag in ("select", "input"):
            self._select = found["name"] or ""
            self.filters[self._select] = found.get("value") or ""
        if tag == "option" and "selected" in found:
            self.filters[self._select] = found["value"] or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.messages[-1] += data


def send(
    sandbox: Sandbox, code: str, *, venue: str = "stokn", kind: str = "sms", to: str = "+1", text: str = ""
) -> None:
    assert kind in ("sms", "email")
    sandbox.world.outbox.send(
        venue=venue,
        kind="sms" if kind == "sms" else "email",
        to=to,
        subject="Subject",
        text=text,
        code=code,
        at=sandbox.world.clock.now(),
    )


def shown(control: httpx.Client, **filters: str) -> Page:
    return Page(control.get("/outbox.html", params=filters))


def test_newest_first_with_codes_to_copy(sandbox: Sandbox, control: httpx.Client) -> None:
    assert shown(control).messages == []
    send(sandbox, "111111")
    send(sandbox, "222222", venue="nebulaecn", kind="email", to="ada@example.com", text="Hello")
    page = shown(control)
    assert page.codes == ["222222", "111111"]
    for part in ("nebulaecn", "email", "ada@example.com", "Subject", "Hello", "222222"):
        assert part in page.messages[0]


def test_a_message_is_text_and_nothing_else(sandbox: Sandbox, control: httpx.Client) -> None:
    send(sandbox, "1")
    plain = shown(control)
    sandbox.reset()
    send(sandbox, EVIL, to=EVIL, text=EVIL)
    page = shown(control, q="script")
    assert page.elements == plain.elements
    assert page.codes == [EVIL]
    assert page.messages[0].count(EVIL) == 3
    assert shown(control, q=EVIL).filters["q"] == EVIL


def test_what_is_no_unicode_text_is_shown_anyhow(sandbox: Sandbox, control: httpx.Client) -> None:
    send(sandbox, "1", text="half \ud83d")
    assert "half ?" in shown(control).messages[0]


def test_filters(sandbox: Sandbox, control: httpx.Client) -> None:
    send(sandbox, "1", text="Hello $venues")
    send(sandbox, "2", venue="nebulaecn")
    send(sandbox, "3", venue="nebulaecn", kind="email", to="Ada@example.com")
    assert shown(control, venue="nebulaecn").codes == ["3", "2"]
    assert shown(control, kind="sms").codes == ["2", "1"]
    assert shown(control, venue="nebulaecn", kind="sms").codes == ["2"]
    assert shown(control, q="hELLO").codes == ["1"]
    assert shown(control, q="ada@").codes == ["3"]
    assert shown(control, q="nobody").codes == []
    assert shown(control, venue="", kind="", q="").codes == ["3", "2", "1"]
    filters = {"venue": "nebulaecn", "kind": "sms", "q": "a"}
    assert shown(control, **filters).filters == filters


def test_a_long_outbox_is_cut_and_says_so(sandbox: Sandbox, control: httpx.Client) -> None:
    for number in range(outbox_page.SHOWN + 5):
        send(sandbox, str(number))
    response = control.get("/outbox.html")
    page = Page(response)
    assert len(page.messages) == outbox_page.SHOWN
    assert page.codes[0] == str(outbox_page.SHOWN + 4)
    assert f"{outbox_page.SHOWN + 5} messages" in response.text


def test_the_policy_admits_this_script_and_style_and_no_other_host(control: httpx.Client) -> None:
    response = control.get("/outbox.html")
    rules = dict(rule.split(" ", 1) for rule in response.headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'self'"
    for name in ("style", "script"):
        (text,) = re.findall(rf"<{name}>(.*?)</{name}>", response.text, re.DOTALL)
        assert (
            rules[f"{name}-src"]
            == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        )
    assert Page(response).links == ["data:,"]
