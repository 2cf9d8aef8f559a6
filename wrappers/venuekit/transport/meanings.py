"""What the venues' own codes mean, where the HTTP status does not say it.

stokn answers almost every refusal with 409, Barong (NebulaECN) with 422, and RabbitX does not document a status for
failed authentication at all. Codes that are not listed keep the meaning of their status.
"""

from __future__ import annotations

from collections.abc import Mapping

from venuekit.transport.errors import (
    AnswerError,
    AuthenticationError,
    ConflictError,
    NotFoundError,
    RateLimitedError,
    RejectedError,
)

_STOKN: Mapping[tuple[int, str], type[AnswerError]] = {
    (409, "6"): AuthenticationError,
    (409, "7"): RejectedError,
    (409, "9"): RejectedError,
    (409, "11"): RejectedError,
    # One number for every identity-store failure at sign-up; in practice the person is there already.
    (409, "4"): ConflictError,
    (409, "18"): ConflictError,
    # Portfolio refusals of every kind come as "null value".
    (404, "1"): RejectedError,
    (400, "invalid_client"): AuthenticationError,
}

_RABBITX_AUTHENTICATION = {
    "NO_SUCH_KEY",
    "KEY_EXPIRED",
    "NOT_ALLOWED_FOR_IP",
    "NOT_YOUR_KEY",
    "REFRESH_TOKEN_NOT_FOUND",
    "NO_API_KEY_FOR_REFRESH_TOKEN",
    "NOT_YOUR_REFRESH_TOKEN",
}

_NEBULAECN: Mapping[str, type[AnswerError]] = {
    "identity.session.invalid_otp": AuthenticationError,
    "resource.otp.invalid": AuthenticationError,
    "totp.error": AuthenticationError,
    "resource.api_key.invalid_totp": AuthenticationError,
    "resource.phone.exists": ConflictError,
    "resource.phone.number_exist": ConflictError,
    "resource.otp.already_enabled": ConflictError,
    "identity.user.active_or_doesnt_exist": ConflictError,
    "identity.user.utilized_token": ConflictError,
    "state.exists": ConflictError,
    "record.not_found": NotFoundError,
}


def meaning_of(venue: str, status: int, codes: tuple[str, ...]) -> type[AnswerError] | None:
    """The error class that a venue's own codes call for, or None when the status alone decides.

    A status of 5xx always stays a failure of the venue, whatever its body says.
    """
    if status >= 500 or not codes:
        return None
    first = codes[0]
    if venue == "stokn":
        return _STOKN.get((status, first))
    if venue == "rabbitx":
        return _rabbitx(status, first)
    if venue == "nebulaecn":
        if all(code.endswith(".taken") for code in codes):
            return ConflictError
        return _NEBULAECN.get(first)
    return None


def _rabbitx(status: int, text: str) -> type[AnswerError] | None:
    if status == 429:
        return RateLimitedError
    if text in _RABBITX_AUTHENTICATION:
        return AuthenticationError
    lowered = text.lower()
    if "signature" in lowered or "jwt" in lowered or ("timestamp" in lowered and "expired" in lowered):
        return AuthenticationError
    return None
