"""Refusals, as TradeLocker words them: one body on the auth routes, another on the trade routes."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse, Response


class Refused(Exception):
    """A call that is refused with this status."""

    def __init__(self, status: int, *messages: str) -> None:
        super().__init__("; ".join(messages))
        self.status = status
        self.messages = messages


def auth_answer(refused: Refused) -> Response:
    """`{statusCode, message, error}`; several messages make a list."""
    messages = refused.messages
    body = {
        "statusCode": refused.status,
        "message": messages[0] if len(messages) == 1 else list(messages),
        "error": HTTPStatus(refused.status).phrase,
    }
    return JSONResponse(body, status_code=refused.status)


def trade_answer(refused: Refused) -> Response:
    """`{s: "error", errmsg}`."""
    return JSONResponse({"s": "error", "errmsg": str(refused)}, status_code=refused.status)
