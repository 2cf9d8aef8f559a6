"""RabbitX, imitated: sign in with a wallet, then sign every write.

Mounted at `/rabbitx`.

* `POST /onboarding` checks the wallet's signature, EIP-191 or EIP-712, over the sign-in text and `RBT-TS`, for
  every network of the chain that the `EID` header selects (absent: `rbx`). A `trader` signs with the wallet
  itself, a `vault` is signed for by a wallet with a role on it.
* `is_client: true` answers `profile, jwt, refreshToken, randomSecret`; anything else answers `profile, jwt,
  apiSecret`. The same wallet on the same chain is always the same profile, and keeps its API key while that is
  valid.
* `POST /jwt` and `POST /secrets/refresh` need `RBT-TS` and `RBT-SIGNATURE`: HMAC-SHA256, keyed by the secret,
  of the SHA-256 of the body's raw JSON members. Refresh tokens work once.
* `GET /account` needs the API key, the cookie or `RBT-JWT`, and no signature. `GET /account/validate?jwt=`
  needs nothing else. A JWT lives 48 hours.
* Every answer is `{success, error, result[]}`. Each address has 1200 tokens a minute; beyond that: 429 with
  `X-RateLimit-Retry-After`.

Inferred, because no page says: the statuses of refusals (401 for proofs that fail, 400 for malformed
requests, 403 for what belongs to somebody else), the fixed one-minute window, the life of an API key and of an
unused refresh token (90 days), ten keys per profile, pages of the lists inside a profile.

The back office, the switches, the magic wallets and every behaviour with its test: docs/sandbox-rabbitx.md.
"""

from __future__ import annotations

from venuekit_sandbox.rabbitx.wire import RabbitX
from venuekit_sandbox.world import VenueApp, World

__all__ = ["create"]


def create(world: World) -> VenueApp:
    """The venue, seeded."""
    return RabbitX(world)
