"""The API reference of each venue: complete, about this sandbox, and from this sandbox only."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from codegen.documents import SPECS, load_plain
from venuekit_sandbox import reference

Connect = Callable[[str], httpx.Client]
VENUES = ["rabbitx", "stokn", "nebulaecn", "tradelocker", "t4"]


@pytest.mark.parametrize("venue", VENUES)
def test_the_document_is_the_spec_with_this_sandbox_as_its_server(connect: Connect, venue: str) -> None:
    document = connect(f"/{venue}").get("/openapi.json").json()
    spec = load_plain(SPECS / f"{venue}.yaml")
    below = "/backend-api" if venue == "tradelocker" else ""
    assert [server["url"] for server in document["servers"]] == [f"http://sandbox/{venue}{below}"]
    assert not re.search(r'"servers": \[(?!\{"url": "http://sandbox)', json.dumps(document))
    assert document["components"] == json.loads(json.dumps(spec["components"], default=str))
    assert document["paths"].keys() == spec["paths"].keys()
    OpenAPIV31SpecValidator(document).validate()


@pytest.mark.parametrize("venue", VENUES)
def test_the_page_loads_only_what_the_sandbox_serves(connect: Connect, venue: str) -> None:
    http = connect(f"/{venue}")
    page = http.get("/docs")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    (source,) = re.findall(r'<script src="([^"]+)">', page.text)
    script = http.get(f"/{source}")
    assert script.status_code == 200
    assert script.headers["content-type"].startswith("text/javascript")
    assert f'"{reference.SCALAR}"' in script.text or f"`{reference.SCALAR}`" in script.text
    (start,) = re.findall(r"<script>(.+)</script>", page.text)
    settings = json.loads(start.removeprefix("Scalar.createApiReference('#app', ").removesuffix(")"))
    assert http.get(f"/{settings['url']}").json()["openapi"] == "3.1.0"
    rules = dict(rule.split(" ", 1) for rule in page.headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'none'"
    digest = base64.b64encode(hashlib.sha256(start.encode()).digest()).decode()
    assert rules["script-src"] == f"'self' 'sha256-{digest}'"
    assert {rules[name] for name in ("connect-src", "font-src", "img-src")} == {
        "'self'",
        "'self' data:",
        "'self' data: blob:",
    }


def test_the_script_is_sent_as_it_is_stored_if_the_browser_takes_that(connect: Connect) -> None:
    http = connect("/t4")
    path = f"/docs/scalar-{reference.SCALAR}.js"
    stored = files("venuekit_sandbox").joinpath("pages", "scalar.js.gz").read_bytes()
    packed = http.get(path, headers={"Accept-Encoding": "br, gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["content-length"] == str(len(stored))
    assert packed.content == gzip.decompress(stored)
    plain = http.get(path, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == gzip.decompress(stored)
    assert plain.headers["vary"] == "Accept-Encoding"


def test_the_licence_of_the_script_is_beside_it() -> None:
    text = files("venuekit_sandbox").joinpath("pages", "scalar.LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License") and "Scalar" in text
    root = Path(__file__).parents[2]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "sandbox/venuekit_sandbox/pages/scalar.LICENSE" in project["license-files"]
