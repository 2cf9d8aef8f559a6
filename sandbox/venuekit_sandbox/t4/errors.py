"""Refusals of T4. Their real shape is not documented; this is what the venue's framework sends by default."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from venuekit_sandbox.t4.memory import ErrorShape


class Refused(Exception):
    """A call that is refused with this status."""

    def __init__(self, status: int, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.headers = headers
        self.detail = detail


def body(refused: Refused, trace_id: str, shape: ErrorShape) -> dict[str, object]:
    """What a refusal says."""
    title = HTTPStatus(refused.status).phrase
    if shape == "message":
        return {"message": refused.detail}
    if shape == "error":
        return {"error": title, "message": refused.detail, "statusCode": refused.status}
    return {
        "type": f"https://httpstatuses.io/{refused.status}",
        "title": title,
        "status": refused.status,
        "detail": refused.detail,
        "traceId": trace_id,
    }
