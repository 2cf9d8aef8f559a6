"""The kinds of refusal that stokn has."""

from __future__ import annotations

import httpx


def business(response: httpx.Response) -> tuple[int, int]:
    """Status and errorCode of an envelope failure."""
    body = response.json()
    assert set(body) == {"success", "data", "errorCode", "errorMessage"}, body
    assert body["success"] is False and body["data"] is None
    assert body["errorMessage"].startswith("null-")
    return response.status_code, body["errorCode"]


def problem(response: httpx.Response, status: int) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert set(response.json()) == {"type", "title", "status", "detail", "instance"}


def framework(response: httpx.Response) -> None:
    assert response.status_code == 500
    assert set(response.json()) == {"timestamp", "status", "error", "path"}


def bare(response: httpx.Response, status: int) -> str:
    assert response.status_code == status, response.text
    assert response.content == b""
    return response.headers["WWW-Authenticate"]
