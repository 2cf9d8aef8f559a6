"""Restrictions and rate limits: both off unless switched on."""

from __future__ import annotations

from venuekit_sandbox.nebulaecn.calls import Call, place_of, within
from venuekit_sandbox.nebulaecn.errors import deny
from venuekit_sandbox.nebulaecn.settings import Place, Restriction
from venuekit_sandbox.nebulaecn.store import expired

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


_STATUS = {"all": 401, "ip": 401, "ip_subnet": 403, "country": 423, "continent": 423}


def restrict(call: Call, path: str) -> None:
    """Turn the caller away while a restriction holds for him. Logging in stays possible during maintenance."""
    settings = call.desk.settings
    rules = settings.restrictions
    if settings.restriction != "none":
        rules = (*rules, Restriction(settings.restriction, "all"))
    if not rules or path == _WHITELIST or call.ip in call.desk.memory.whitelisted:
        return
    place = place_of(call.ip, settings.places)
    held = {rule.category: rule for rule in reversed(rules) if _concerns(rule, call.ip, place)}
    login = path == _LOGIN
    if "whitelist" in held:
        return
    if "maintenance" in held and not login:
        raise deny(471, "authz.restrict.maintenance")
    if "blacklist" in held:
        raise deny(_STATUS[held["blacklist"].scope], "authz.restrict.blacklist")
    if "blocklogin" in held and login and call.method == "POST":
        raise deny(_STATUS[held["blocklogin"].scope], "authz.restrict.blocklogin")


def _concerns(rule: Restriction, ip: str, place: Place | None) -> bool:
    if rule.scope == "all":
        return True
    if rule.scope in ("ip", "ip_subnet"):
        return within(ip, rule.value)
    if place is None:
        return False
    return rule.value.upper() == (place.country if rule.scope == "country" else place.continent).upper()


def throttle(call: Call, path: str) -> None:
    """Five calls a minute: logins per address and per e-mail, password and phone calls per cookie."""
    if not call.desk.settings.rate_limits:
        return
    counted: list[str] = []
    if (call.method, path) == ("POST", _LOGIN):
        counted = [f"ip {call.ip}", f"email {str(call.raw.get('email', '')).casefold()}"]
    elif (call.method, path) in _PER_COOKIE and call.cookie:
        counted = [f"{call.method} {path} {call.cookie}"]
    now, attempts = call.desk.now, call.desk.memory.attempts
    for name in expired(attempts, lambda times: times[-1] + WINDOW, now):
        del attempts[name]
    for name in counted:
        recent = [at for at in attempts.get(name, []) if at > now - WINDOW]
        attempts[name] = [*recent, now]
        attempts.move_to_end(name)
        if len(recent) >= ATTEMPTS:
            raise deny(429, "identity.session.rack_attack_limit")
