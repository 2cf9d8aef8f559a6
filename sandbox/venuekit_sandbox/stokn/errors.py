"""The five ways in which stokn says no."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse, Response

from venuekit_sandbox.stokn.times import naive

# errorCode: HTTP status
_STATUS = {1: 404, 3: 404, 4: 409, 6: 409, 7: 409, 9: 409, 11: 409, 18: 409}

NULL_VALUE = 1
NOT_FOUND = 3
IDENTITY_REFUSED = 4
AUTH_FAILED = 6
FORGET_PASSWORD_FAILED = 7
INVALID_PASSWORD = 9
INVALID_PARAMETER = 11
NOT_ACTIVE = 18


class Refusal(Exception):
    """Any of the ways below."""


class BusinessError(Refusal):
    """An error that the venue maps to its envelope."""

    def __init__(self, code: int, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class UncaughtError(Refusal):
    """The identity provider refused, or the venue tripped: the framework's 500, or 401 without a token."""


class Unauthorized(Refusal):
    """No bearer, or a bad one."""

    def __init__(self, problem: str | None = None) -> None:
        super().__init__(problem or "no bearer token")
        self.problem = problem


class Forbidden(Refusal):
    """A good bearer without the scope."""


class Problem(Refusal):
    """A request that the framework refuses before the venue's code sees it."""

    def __init__(self, status: int, detail: str, *, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers


class OAuthError(Refusal):
    """A refusal of the token endpoint."""


def answer(error: Refusal, *, path: str, now: float, has_token: bool, strict_docs: bool) -> Response:
    """The response to a refusal. The page documents `success` and `errorCode`, and no status but 200."""
    match error:
        case BusinessError():
            # The exception never sets its own message, so the text starts with "null-".
            return JSONResponse(
                {
                    "success": False,
                    "data": None,
                    "errorCode": error.code,
                    "errorMessage": f"null-{error.detail}",
                },
                status_code=200 if strict_docs else _STATUS[error.code],
            )
        case UncaughtError() if has_token:
            return JSONResponse(
                {
                    "timestamp": f"{naive(now)[:-3]}+00:00",
                    "status": 500,
                    "error": "Internal Server Error",
                    "path": path,
                },
                status_code=500,
            )
        case UncaughtError():  # the error page is itself guarded
            return _bearer(401, "Bearer")
        case Unauthorized():
            challenge = "Bearer"
            if error.problem is not None:
                challenge += f' error="invalid_token", error_description="{error.problem}"'
            return _bearer(401, challenge)
        case Forbidden():
            return _bearer(
                403,
                'Bearer error="insufficient_scope", '
                'error_description="The request requires higher privileges than provided by the token."',
            )
        case Problem():
            body = {
                "type": "about:blank",
                "title": HTTPStatus(error.status).phrase,
                "status": error.status,
                "detail": error.detail,
                "instance": path,
            }
            return JSONResponse(
                body, status_code=error.status, headers=error.headers, media_type="application/problem+json"
            )
        case OAuthError():
            return JSONResponse({"error": str(error)}, status_code=400)
        case _:
            raise error


def _bearer(status: int, challenge: str) -> Response:
    return Response(status_code=status, headers={"WWW-Authenticate": challenge})
