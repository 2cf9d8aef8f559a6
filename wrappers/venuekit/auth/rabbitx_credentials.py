"""RabbitX's credentials: what onboarding yields, and how answers tell of new ones."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from venuekit.auth.claims import claim
from venuekit.auth.credentials import CredentialType, packed
from venuekit.auth.flows import json_object, token_text
from venuekit.auth.rabbitx_signing import Mode
from venuekit.auth.shown import NotPickled, shown
from venuekit.auth.windows import Windows, windows_before
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import Response
from venuekit.transport.jsontext import as_list, as_object
from venuekit.transport.options import check_header

__all__ = ["KIND", "RabbitXCredentials", "found_in", "renewed", "result_of"]

# A session is renewed this long before its end, in seconds.
_MARGIN = 300.0


@attrs.frozen
class RabbitXCredentials(NotPickled):
    """What onboarding yields. Either an API key with its secret, or a JWT with its random secret.

    Attributes:
        api_key: `apiSecret.Key`.
        secret: `apiSecret.Secret`, hex.
        jwt: `jwt`; lives 48 hours. Comes with an API key too, but identifies no signed call then.
        refresh_token: `refreshToken`; renews tokens once.
        random_secret: `randomSecret`, hex.

    Raises:
        ConfigurationError: they are neither pair, or both, or the key or the JWT is not plain ASCII.
    """

    api_key: str | None = attrs.field(default=None, repr=shown)
    secret: str | None = attrs.field(default=None, repr=shown)
    jwt: str | None = attrs.field(default=None, repr=shown)
    refresh_token: str | None = attrs.field(default=None, repr=shown)
    random_secret: str | None = attrs.field(default=None, repr=shown)

    def __attrs_post_init__(self) -> None:
        check_header("RabbitX's api_key", self.api_key)
        check_header("RabbitX's jwt", self.jwt)
        key_pair = bool(self.api_key), bool(self.secret)
        if key_pair == (True, True) and not self.random_secret:
            return
        if key_pair == (False, False) and self.jwt and self.random_secret:
            return
        raise ConfigurationError(
            "RabbitX credentials are api_key with secret, or jwt with random_secret (and the"
            " refresh_token that came with it), not parts of both"
        )

    @property
    def mode(self) -> Mode:
        """Which of the two they are."""
        return "api_key" if self.api_key else "frontend"

    @property
    def renewable(self) -> bool:
        """Whether `POST /jwt` can renew something of them."""
        return bool(self.jwt if self.mode == "api_key" else self.refresh_token)


def _identity(held: RabbitXCredentials) -> tuple[str | None, ...]:
    """What a signature is made with: a call that was refused with these is not sent with the same again."""
    return held.api_key, held.secret, held.jwt, held.random_secret


def _same(one: RabbitXCredentials, other: RabbitXCredentials) -> bool:
    return _identity(one) == _identity(other)


def _windows(held: RabbitXCredentials, now: float) -> Windows | None:
    """A session is renewed ahead of the end that its JWT tells, if it does."""
    if held.mode != "frontend" or not held.jwt or not held.refresh_token:
        return None
    end = claim(held.jwt, "exp")
    return windows_before(end, now, advisory=_MARGIN) if end is not None else None


def _pack(held: RabbitXCredentials) -> dict[str, str]:
    return packed(**attrs.asdict(held))


def _unpack(values: Mapping[str, str]) -> RabbitXCredentials:
    names = {field.name for field in attrs.fields(RabbitXCredentials)}
    try:
        return RabbitXCredentials(**{name: value for name, value in values.items() if name in names})
    except ConfigurationError:
        raise ValueError("parts of credentials") from None


KIND: CredentialType[RabbitXCredentials] = CredentialType(
    windows=_windows, pack=_pack, unpack=_unpack, same=_same
)


def renewed(stale: RabbitXCredentials, result: object) -> RabbitXCredentials | None:
    """The credentials after `POST /jwt`, whose result is an object or a bare JWT. None without a JWT."""
    bare = token_text(result)
    found = {"jwt": bare} if bare is not None else found_in(as_object(result) or {})
    jwt = found.get("jwt")
    if not jwt:
        return None
    if stale.mode == "api_key":
        return attrs.evolve(stale, jwt=jwt)
    # The old refresh token is used up, whether or not a new one came.
    return attrs.evolve(
        stale,
        jwt=jwt,
        random_secret=found.get("random_secret") or stale.random_secret,
        refresh_token=found.get("refresh_token"),
    )


def result_of(answer: Response) -> object:
    """The single item of `result`, which is an array on most pages and a bare value on one."""
    result = (json_object(answer) or {}).get("result")
    items = as_list(result)
    return items[0] if items else result


def found_in(result: Mapping[str, object]) -> dict[str, str]:
    """Credentials' fields in a result, named as ours."""
    pair = as_object(result.get("apiSecret", result.get("api_secret"))) or {}
    found = {
        "jwt": _first(result, "jwt", "jwt_private", "jwtPrivate"),
        "refresh_token": _first(result, "refreshToken", "refresh_token"),
        "random_secret": _first(result, "randomSecret", "random_secret"),
        "api_key": _first(pair, "Key", "key"),
        "secret": _first(pair, "Secret", "secret"),
    }
    return {name: value for name, value in found.items() if value is not None}


def _first(place: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        value = token_text(place.get(name))
        if value is not None:
            return value
    return None
