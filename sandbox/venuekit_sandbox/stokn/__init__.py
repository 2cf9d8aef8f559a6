"""stokn, imitated: sign-up, login with a text message, identity check, portfolios.

Mounted at `/stokn`. Fixture: the client `sandbox` with the secret `sandbox-secret` and all three scopes. What it
does, switch by switch, is in `docs/sandbox-stokn.md`. Choices of the sandbox, where no source says what the venue
does:

* A password needs 8 characters with upper case, lower case, digit and symbol; a number the E.164 form.
* After `forget-password` the next login, with the code or with the old password, opens a NEW_PASSWORD_REQUIRED
  session that `change-password` answers: the page means it so, and says no more.
* TRADING is accepted and the name of a portfolio kept, as documented; the published code does neither.
* Unknown members of a body are refused, so that typing mistakes are found.
"""

from __future__ import annotations

from venuekit_sandbox.stokn.wire import Stokn
from venuekit_sandbox.world import VenueApp, World

__all__ = ["create"]


def create(world: World) -> VenueApp:
    """The venue, seeded."""
    return Stokn(world)
