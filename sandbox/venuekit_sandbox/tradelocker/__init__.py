"""TradeLocker, imitated: sign in, renew, list accounts, read their state.

Mounted at `/tradelocker`, with the API under `/tradelocker/backend-api`. There is no sign-up: logins come
from the broker, here from the fixture (demo@example.com / sandbox-password / SANDBOX) or from the control
plane.

* `POST /auth/jwt/token` answers 201 with two JWTs of the documented claims: the access token lives 3600 s,
  the refresh token 604800 s, and `expireDate` is the access token's `exp` in UTC with milliseconds. Wrong
  credentials or server: 403, as seen in the field.
* `POST /auth/jwt/refresh` answers 201 with two new tokens. A refresh token works once (inferred); a used or
  expired one is 401, something else is 400.
* `GET /auth/jwt/all-accounts` answers the bare `accounts`; `id` and `accNum` are digits in a string, and the
  balance is a string called `accountBalance`.
* `/trade/*` needs the bearer and the header `accNum`: absent or not a number is 400, an account that the
  login does not have is 404. Answers are `{"s": "ok", "d": ...}`, refusals `{"s": "error", "errmsg": ...}`.
* A missing, foreign, expired or wrong kind of bearer is 401.

The back office, the switches, the magic applicants and every behaviour with its test:
docs/sandbox-tradelocker.md.
"""

from __future__ import annotations

from venuekit_sandbox.tradelocker.wire import TradeLocker
from venuekit_sandbox.world import VenueApp, World

__all__ = ["create"]


def create(world: World) -> VenueApp:
    """The venue, seeded."""
    return TradeLocker(world)
