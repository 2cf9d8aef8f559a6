"""From an HTTP answer to a typed error: what a refusal looks like on five venues' wires.

The content type is not trusted: one venue's gateway serves JSON as text/plain. An answer under 200 can be a refusal
too: RabbitX and stokn say `success: false`, TradeLocker says `s: "error"`, T4 puts a status into the body.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from venuekit.transport.echoes import scrubber
from venuekit.transport.errors import (
    AnswerError,
    AuthenticationError,
    ConflictError,
    NotFoundError,
    RateLimitedError,
    RejectedError,
    StatusError,
    UnavailableError,
    UnexpectedAnswer,
)
from venuekit.transport.jsontext import as_list, as_object, parse_json
from venuekit.transport.meanings import meaning_of
from venuekit.transport.missing import KycPending
from venuekit.transport.secret import SecretText, mask_body, mask_text

if TYPE_CHECKING:
    from venuekit.transport.http import Response

# Of what the venue says, this much goes into a message for people. `.body` and `.codes` have more.
_SAID_LIMIT = 500
_REQUEST_ID_HEADERS = ("x-request-id", "x-amzn-requestid", "x-correlation-id", "cf-ray")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a body says of a failure: the venue's codes, a sentence, and a status of its own when it has one."""

    codes: tuple[str, ...] = ()
    text: str = ""
    status: int | None = None


def read_refusal(body: object) -> Refusal | None:
    """The refusal that a JSON body spells out whatever its HTTP status, or None when it spells out none."""
    body = as_object(body)
    if body is None:
        return None
    if body.get("success") is False:
        code = body.get("errorCode")
        text = _text(body.get("errorMessage")) or _text(body.get("error"))
        codes = (str(code),) if code is not None else ((text,) if text else ())
        return Refusal(codes, text)
    result = as_object(body.get("result"))
    if result is not None:
        inner = result.get("statusCode")
        if isinstance(inner, int) and inner >= 400:
            return Refusal(_messages(result.get("value")), status=inner)
    if body.get("s") not in (None, "ok"):
        text = _text(body.get("errmsg"))
        return Refusal((text,) if text else (), text)
    return None


def raise_for_answer(response: Response, *, venue: str, operation: str) -> None:
    """Raise the typed error for an answer that is not a success; return for one that is.

    The body must have been read. Used by the transport for every call, and by auth flows for their own.
    """
    error = error_for_answer(response, venue=venue, operation=operation)
    if error is not None:
        raise error


def error_for_answer(response: Response, *, venue: str, operation: str) -> AnswerError | None:
    """The typed error for an answer, or None for a success."""
    status = response.status_code
    text = body_text(response)
    parsed = _json(text)
    refusal = read_refusal(parsed)
    if 200 <= status < 300 and refusal is None:
        return None
    scrub = scrubber(response)
    request_id = _masked_or_none(_request_id(response.headers, parsed), scrub)
    body = mask_body(scrub(text))

    if 300 <= status < 400:
        target = response.headers.get("location", "nowhere")
        return UnexpectedAnswer(
            f"a redirect to {mask_text(scrub(target.split('?')[0]))}, which is not followed",
            venue=venue,
            operation=operation,
            status=status,
            request_id=request_id,
            body=body,
            raw_body=SecretText(text),
        )
    if refusal is None:
        refusal = Refusal(_messages(parsed))
    effective = refusal.status if refusal.status is not None else status
    kind = _kind(venue, effective, refusal.codes, html=parsed is None and text.lstrip().startswith("<"))
    error = kind(
        _sentence(response, effective, refusal, kind, parsed is None and bool(text.strip()), scrub),
        venue=venue,
        operation=operation,
        status=status,
        codes=[mask_text(scrub(code)) for code in refusal.codes],
        request_id=request_id,
        body=body,
        raw_body=SecretText(text),
    )
    if isinstance(error, RateLimitedError | UnavailableError):
        error.retry_after = retry_after(response.headers)
    if isinstance(error, KycPending):
        error.account_id = _sent_account(response)
    return error


def unexpected_answer(response: Response, *, venue: str, operation: str, why: str) -> UnexpectedAnswer:
    """The error for a success that cannot be read. The raw answer stays on it."""
    text = body_text(response)
    scrub = scrubber(response)
    return UnexpectedAnswer(
        f"HTTP {response.status_code} {why}",
        venue=venue,
        operation=operation,
        status=response.status_code,
        request_id=_masked_or_none(_request_id(response.headers, _json(text)), scrub),
        body=mask_body(scrub(text)),
        raw_body=SecretText(text),
    )


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, from `Retry-After` (seconds or a date) or RabbitX's `X-RateLimit-Retry-After`."""
    for name in ("retry-after", "x-ratelimit-retry-after"):
        value = headers.get(name)
        if value is None:
            continue
        try:
            seconds = float(value)
        except ValueError:
            pass
        else:
            if math.isfinite(seconds):
                return max(0.0, seconds)
            continue
        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
        except ValueError:
            continue
    return None


def _kind(venue: str, status: int, codes: tuple[str, ...], *, html: bool) -> type[AnswerError]:
    meant = meaning_of(venue, status, codes)
    if meant is not None:
        return meant
    if status == 429:
        return RateLimitedError
    if status >= 500:
        return UnavailableError
    if status == 401:
        return AuthenticationError
    if html:
        # A firewall's page in front of the API, not the venue's own word.
        return UnexpectedAnswer
    if status == 403:
        return AuthenticationError
    if status in (404, 410):
        return NotFoundError
    if status == 409:
        return ConflictError
    return RejectedError


def _sentence(
    response: Response,
    status: int,
    refusal: Refusal,
    kind: type[AnswerError],
    not_json: bool,
    scrub: Callable[[str], str],
) -> str:
    said = mask_text(scrub(refusal.text)) or ", ".join(mask_text(scrub(code)) for code in refusal.codes)
    number = f"HTTP {response.status_code}"
    if status != response.status_code:
        number += f" with status {status} in the body"
    if said:
        return f"{number}: {said if len(said) <= _SAID_LIMIT else said[:_SAID_LIMIT] + '…'}"
    if not_json:
        content_type = response.headers.get("content-type", "no content type").split(";")[0]
        return f"{number} with a body that is not JSON ({mask_text(scrub(content_type))})"
    return f"{number} {'refused' if issubclass(kind, StatusError) else 'without a word'}"


def _messages(said: object) -> tuple[str, ...]:
    """Codes or texts from the bodies that failures have: Barong, OAuth, Spring, RFC 7807, TradeLocker, T4."""
    if isinstance(said, str):
        return (said,) if said else ()
    body = as_object(said)
    if body is None:
        return ()
    if isinstance(body.get("errors"), list):
        return tuple(str(item) for item in as_list(body["errors"]))
    for name in ("errmsg", "message", "detail", "error", "title"):
        value = body.get(name)
        if isinstance(value, str) and value:
            return (value,)
        if listed := as_list(value):
            return tuple(str(item) for item in listed)
    return ()


def _json(text: str) -> object:
    try:
        return parse_json(text)
    except ValueError:
        return None


def body_text(response: Response) -> str:
    """The body as text. JSON is UTF-8, and the charset that an answer claims can be nonsense."""
    return response.content.decode("utf-8", errors="replace")


def request_id_of(response: Response) -> str | None:
    """What the venue, or the server in front of it, calls a request: for their support."""
    return _request_id(response.headers, _json(body_text(response)))


def _request_id(headers: Mapping[str, str], said: object) -> str | None:
    for name in _REQUEST_ID_HEADERS:
        value = headers.get(name)
        if value:
            return value
    body = as_object(said)
    if body is not None:
        for holder in (body, as_object(body.get("metadata"))):
            if holder is not None:
                found = holder.get("request_id") or holder.get("requestId")
                if isinstance(found, str) and found:
                    return found
    return None


def _masked_or_none(text: str | None, scrub: Callable[[str], str]) -> str | None:
    return None if text is None else mask_text(scrub(text))


def _sent_account(response: Response) -> str | None:
    """The account that the request was about."""
    try:
        sent = as_object(_json(response.request.content.decode("utf-8", "replace")))
    except RuntimeError:  # an answer that was made by hand
        return None
    return _text((sent or {}).get("accountId")) or None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


__all__ = [
    "Refusal",
    "error_for_answer",
    "raise_for_answer",
    "read_refusal",
    "request_id_of",
    "retry_after",
    "unexpected_answer",
]
