"""Refusals, as RabbitX words them."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response


class Refused(Exception):
    """A call that the venue refuses: HTTP status, and the text for the envelope's `error`."""

    def __init__(self, status: int, text: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.headers = headers
        self.text = text


BAD_PAYLOAD_SIGNATURE = "payload signature is invalid"
EXPIRED_TIMESTAMP = "request timestamp is expired"
FAR_TIMESTAMP = "request timestamp is too far in the future"
BAD_WALLET_SIGNATURE = "signature does not match the wallet"
BAD_JWT = "jwt is invalid"
EXPIRED_JWT = "jwt is expired"
NOT_AUTHENTICATED = "authentication is required"
TOO_MANY_REQUESTS = "too many requests"

NO_SUCH_KEY = "NO_SUCH_KEY"
KEY_EXPIRED = "KEY_EXPIRED"
FOREIGN_ADDRESS = "NOT_ALLOWED_FOR_IP"
FOREIGN_KEY = "NOT_YOUR_KEY"
TOO_MANY_KEYS = "MAX_SECRETS_EXCEED"
UNKNOWN_REFRESH = "REFRESH_TOKEN_NOT_FOUND"
KEYLESS_REFRESH = "NO_API_KEY_FOR_REFRESH_TOKEN"
FOREIGN_REFRESH = "NOT_YOUR_REFRESH_TOKEN"


def answer(refused: Refused, *, strict: bool = False) -> Response:
    """The error envelope.

    With `strict` the only statuses are those that the vendor documents: 200, 429, and 404 and 405 for what is no call.
    """
    status = 200 if strict and refused.status not in (404, 405, 429) else refused.status
    body = {"success": False, "error": refused.text, "result": []}
    return JSONResponse(body, status_code=status, headers=refused.headers)
