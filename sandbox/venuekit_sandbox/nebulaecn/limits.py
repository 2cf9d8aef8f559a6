"""Restrictions and rate limits: both off unless switched on."""

from __future__ import annotations

from venuekit_sandbox.nebulaecn.calls import Call
from venuekit_sandbox.nebulaecn.errors import deny

ATTEMPTS = 5
WINDOW = 60
_LOGIN = "identity/sessions"
_WHITELIST = "identity/users/access"
_PER_COOKIE = (
    ("PUT", "resource/users/password"),
    ("POST", "resource/phones"),
    ("POST", "resource/phones/send_code"),
    ("POST", "resource/phones/verify"),
)


def restrict(call: Call, path: str) -> None:
    """Turn the caller away while a restriction is on. Logging in stays possible during maintenance."""
    kind = call.desk.settings.restriction
    if kind == "none" or path == _WHITELIST or call.ip in call.desk.state.whitelisted:
        return
    login = path == _LOGIN
    if kind == "maintenance" and not login:
        raise deny(471, "authz.restrict.maintenance")
    if kind == "blacklist" or (kind == "blocklogin" and login and call.method == "POST"):
        raise deny(401, f"authz.restrict.{kind}")


def throttle(call: Call, path: str) -> None:
    """Five calls a minute: logins per address and per e-mail, password and phone calls per cookie."""
    if not call.desk.settings.rate_limits:
        return
    counted: list[str] = []
    if (call.method, path) == ("POST", _LOGIN):
        counted = [f"ip {call.ip}", f"email {str(call.raw.get('email', '')).casefold()}"]
    elif (call.method, path) in _PER_COOKIE and call.cookie:
        counted = [f"{call.method} {path} {call.cookie}"]
    now, attempts = call.desk.now, call.desk.state.attempts
    for name in counted:
        recent = [at for at in attempts.get(name, []) if at > now - WINDOW]
        attempts[name] = [*recent, now]
        if len(recent) >= ATTEMPTS:
            raise deny(429, "identity.session.rack_attack_limit")
