"""What the venues' own codes mean, where the HTTP status does not say it.

stokn answers almost every refusal with 409, Barong (NebulaECN) with 422, and RabbitX does not document a status for
failed authentication at all. Codes that are not listed keep the meaning of their status.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from venuekit.transport.errors import (
    AnswerError,
    AuthenticationError,
    ConflictError,
    NotFoundError,
    RateLimitedError,
    RejectedError,
)
from venuekit.transport.missing import (
    AlreadyExists,
    CaptchaRequired,
    EmailUnconfirmed,
    KycPending,
    OtpRejected,
    OtpRequired,
    PhoneExists,
    SignatureExpired,
    TotpReplayed,
    TotpRequired,
    UsernameTaken,
)

# By status and `errorCode`.
_STOKN: Mapping[tuple[int, str], type[AnswerError]] = {
    (409, "6"): AuthenticationError,
    (409, "7"): RejectedError,
    (409, "9"): RejectedError,
    (409, "11"): RejectedError,
    # One number for every identity-store failure at sign-up; in practice the person is there already.
    (409, "4"): ConflictError,
    (409, "18"): KycPending,
    # Portfolio refusals of every kind come as "null value".
    (404, "1"): RejectedError,
    (400, "invalid_client"): AuthenticationError,
}

_RABBITX: Mapping[str, type[AnswerError]] = dict.fromkeys(
    (
        "NO_SUCH_KEY",
        "KEY_EXPIRED",
        "NOT_ALLOWED_FOR_IP",
        "NOT_YOUR_KEY",
        "REFRESH_TOKEN_NOT_FOUND",
        "NO_API_KEY_FOR_REFRESH_TOKEN",
        "NOT_YOUR_REFRESH_TOKEN",
    ),
    AuthenticationError,
)
# Sentences of which only the sense is documented. The first that fits counts.
_RABBITX_SENTENCES: tuple[tuple[re.Pattern[str], type[AnswerError]], ...] = (
    (re.compile(r"timestamp.*expired|expired.*timestamp", re.IGNORECASE | re.DOTALL), SignatureExpired),
    (re.compile(r"signature|\bjwt\b", re.IGNORECASE), AuthenticationError),
)

_NEBULAECN: Mapping[str, type[AnswerError]] = {
    "identity.session.missing_otp": OtpRequired,
    "resource.user.missing_otp_code": OtpRequired,
    "identity.session.invalid_otp": OtpRejected,
    "resource.otp.invalid": OtpRejected,
    "resource.api_key.invalid_totp": OtpRejected,
    "resource.service_accounts.invalid_totp": OtpRejected,
    "resource.user.invalid_otp": OtpRejected,
    "totp.error": TotpReplayed,
    "resource.api_key.2fa_disabled": TotpRequired,
    "resource.service_accounts.2fa_disabled": TotpRequired,
    "identity.session.not_active": EmailUnconfirmed,
    "authz.user_not_active": EmailUnconfirmed,
    "identity.captcha.required": CaptchaRequired,
    "identity.captcha.mandatory_fields": CaptchaRequired,
    "authz.nonce_expired": SignatureExpired,
    "authz.nonce_not_valid_timestamp": SignatureExpired,
    "resource.phone.exists": PhoneExists,
    "resource.phone.number_exist": AlreadyExists,
    "resource.otp.already_enabled": ConflictError,
    "identity.user.active_or_doesnt_exist": ConflictError,
    "identity.user.utilized_token": ConflictError,
    "state.exists": AlreadyExists,
    "record.not_found": NotFoundError,
}

# Only for 409, whose body is not documented beyond "username already exists".
_T4_SENTENCES: tuple[tuple[re.Pattern[str], type[AnswerError]], ...] = (
    (re.compile(r"user ?name.*(?:exist|taken|use)", re.IGNORECASE | re.DOTALL), UsernameTaken),
    (re.compile(r"exist|taken|in use", re.IGNORECASE), AlreadyExists),
)


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
        if status == 429:
            return RateLimitedError
        return _RABBITX.get(first) or _sense(_RABBITX_SENTENCES, first)
    if venue == "nebulaecn":
        if all(code.endswith(".taken") for code in codes):
            return UsernameTaken if codes == ("username.taken",) else AlreadyExists
        return _NEBULAECN.get(first)
    if venue == "t4" and status == 409:
        return _sense(_T4_SENTENCES, first)
    return None


def _sense(
    sentences: tuple[tuple[re.Pattern[str], type[AnswerError]], ...], text: str
) -> type[AnswerError] | None:
    return next((kind for pattern, kind in sentences if pattern.search(text)), None)
