"""Refusals of T4. Their real shape is not documented; this is what the venue's framework sends by default."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse, Response


class Refused(Exception):
    """A call that is refused with this status."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


def answer(refused: Refused, trace_id: str) -> Response:
    """A problem body."""
    body = {
        "type": f"https://httpstatuses.io/{refused.status}",
        "title": HTTPStatus(refused.status).phrase,
        "status": refused.status,
        "detail": refused.detail,
        "traceId": trace_id,
    }
    return JSONResponse(body, status_code=refused.status, media_type="application/problem+json")
