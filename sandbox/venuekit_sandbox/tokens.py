"""JWTs that follow the sandbox clock instead of real time."""

from __future__ import annotations

import functools
from collections.abc import Mapping

_ALGORITHM = "HS256"
_MAX_LENGTH = 4096  # far beyond what is issued; a token is parsed before its signature is known to be good


class BadToken(ValueError):
    """Not a JWT of this sandbox: malformed, of another key, or without what is needed."""


class ExpiredToken(BadToken):
    """A genuine JWT whose time is over."""


def issue(claims: Mapping[str, object], *, key: str, at: float, life: int) -> str:
    """A JWT with `iat` = `at` and `exp` = `at` + `life`, both in whole unix seconds."""
    import jwt  # costs a tenth of the start

    return jwt.encode({**claims, "iat": int(at), "exp": int(at) + life}, key, algorithm=_ALGORITHM)


def read(
    token: str, *, key: str, now: float, audience: str | None = None, ignore_expiry: bool = False
) -> dict[str, object]:
    """The claims of a genuine, unexpired token. Raises `ExpiredToken` or `BadToken`."""
    if len(token) > _MAX_LENGTH:
        raise BadToken("not a token of this venue")
    claims = dict(_genuine(token, key, audience))
    expires = claims.get("exp")
    if not isinstance(expires, int):
        raise BadToken("the token has no expiry")
    if not ignore_expiry and now >= expires:
        raise ExpiredToken("the token has expired")
    return claims


@functools.lru_cache(maxsize=4096)
def _genuine(token: str, key: str, audience: str | None) -> Mapping[str, object]:
    """The claims of a token with a good signature, whatever its time. Most tokens are read again and again."""
    import jwt

    # PyJWT would compare with real time, so its own time checks are off.
    options = {
        "verify_exp": False,
        "verify_iat": False,
        "verify_nbf": False,
        "verify_aud": audience is not None,
    }
    try:
        claims: dict[str, object] = jwt.decode(
            token,
            key,
            algorithms=[_ALGORITHM],
            audience=audience,
            options=options,  # type: ignore[arg-type]
        )
    except (jwt.PyJWTError, ValueError) as problem:
        raise BadToken("not a token of this venue") from problem
    return claims
