"""What labels do to a user: state, level and the fate of API keys."""

from __future__ import annotations

from venuekit_sandbox.nebulaecn.calls import Desk
from venuekit_sandbox.nebulaecn.state import Label, Scope, User, UserState
from venuekit_sandbox.nebulaecn.store import Holder

_TRIGGERS: dict[str, UserState] = {
    "ban": "banned",
    "fraud": "banned",
    "delete": "deleted",
    "suspicious": "locked",
    "lock": "locked",
}
"""A label with one of these keys, whatever its value and scope, puts the user into a state."""


def find_label(user: User, key: str, *, scope: Scope | None = None) -> Label | None:
    return next((item for item in user.labels if item.key == key and scope in (None, item.scope)), None)


def set_private(desk: Desk, user: User, key: str, value: str) -> None:
    """Create or change a private label, then let it take effect."""
    found = find_label(user, key, scope="private")
    if found is None:
        user.labels.append(Label(key, value, "private", desk.now, desk.now))
    else:
        found.value = value
        found.updated_at = desk.now
    refresh(desk, user)


def drop_private(desk: Desk, user: User, key: str) -> None:
    """Remove a private label, then let that take effect."""
    found = find_label(user, key, scope="private")
    if found is not None:
        user.labels.remove(found)
    refresh(desk, user)


def refresh(desk: Desk, user: User) -> None:
    """Work out state and level anew; called whenever a private label changes."""
    held = {(item.key, item.value) for item in user.labels if item.scope == "private"}
    level = 0
    for rung in desk.settings.levels:
        if rung not in held:
            break
        level += 1
    user.level = level
    before, user.state = user.state, _state(user, held)
    user.updated_at = desk.now
    if before == "active" and user.state != "active":
        deactivate_keys(desk, user)


def _state(user: User, held: set[tuple[str, str]]) -> UserState:
    keys = {item.key for item in user.labels}
    for key, state in _TRIGGERS.items():
        if key in keys:
            return state
    return "active" if ("email", "verified") in held else "pending"


def decide(desk: Desk, user: User, verdict: str) -> None:
    """The vendor's verdict on the documents, `verified` or `rejected`.

    The submitted profile becomes verified either way: it does so in the original as soon as the vendor knows the
    applicant, whatever becomes of the documents.
    """
    for profile in user.profiles:
        if profile.state == "submitted":
            profile.state = "verified"
            profile.updated_at = desk.now
            set_private(desk, user, "profile", "verified")
    set_private(desk, user, "document", verdict)


def deactivate_keys(desk: Desk, user: User) -> None:
    """Every key of the user and of the service accounts he owns stops working."""
    holders: list[Holder] = [user, *desk.state.accounts_of(user)]
    for holder in holders:
        for key in holder.api_keys:
            if key.state == "active":
                key.state = "inactive"
                key.updated_at = desk.now
