"""Who may call what at stokn."""

from __future__ import annotations

from venuekit_sandbox import tokens
from venuekit_sandbox.asgi import Call
from venuekit_sandbox.stokn.errors import Forbidden, Unauthorized
from venuekit_sandbox.stokn.identity import Identity

USER_WRITE, ADMIN_WRITE, ACCOUNT_READ = (
    "stokn-api/user.Write",
    "stokn-api/admin.Write",
    "stokn-api/account.Read",
)

Claims = dict[str, object]


def claims(identity: Identity, call: Call) -> Claims | None:
    """What the bearer says; None without one. Raises `Unauthorized` for a bad one."""
    token = call.credentials("Bearer")
    if token is None:
        return None
    try:
        return identity.read(token)
    except tokens.ExpiredToken:
        raise Unauthorized("Jwt expired") from None
    except tokens.BadToken:
        raise Unauthorized("Invalid token") from None


def needed(identity: Identity, call: Call, scope: str | None = None) -> Claims:
    """The claims of a bearer that must be there. Raises `Unauthorized`, or `Forbidden` without the scope."""
    found = claims(identity, call)
    if found is None:
        raise Unauthorized
    if scope is not None and scope not in str(found.get("scope", "")).split():
        raise Forbidden
    return found
