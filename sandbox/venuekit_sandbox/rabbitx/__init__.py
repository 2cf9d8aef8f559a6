"""RabbitX, imitated: sign in with a wallet, then sign every write.

Mounted at `/rabbitx`.

* `POST /onboarding` checks the wallet's signature over the sign-in text: EIP-191 (personal_sign) and EIP-712
  are both accepted in both modes, for every network of the chain that the `EID` header selects (absent:
  `rbx`), with a recovery byte of 0, 1, 27 or 28. `RBT-TS` is an expiry in unix seconds: in the past, or more
  than 600 s ahead, it is refused. A `trader` must sign with the wallet itself; a `vault` is signed for by
  another wallet, and since no register of vault roles exists here, any well-formed signature passes.
* `is_client: true` answers `profile, jwt, refreshToken, randomSecret`; anything else answers `profile, jwt,
  apiSecret`. The spelling `isClient` counts as absent. The cookie `jwt` is set in both modes, without
  `Secure`. The same wallet on the same chain is always the same profile, and keeps its API key while that is
  valid.
* `POST /jwt` and `POST /secrets/refresh` need `RBT-TS` and `RBT-SIGNATURE`: HMAC-SHA256, keyed by the secret,
  of the SHA-256 of the body's raw JSON members. `/jwt` with `is_client: true` takes a one-time refresh token
  and rotates all three credentials; otherwise it takes an API key and answers a new `jwt`.
* `GET /account` needs the API key, the cookie or `RBT-JWT`, and no signature. `GET /account/validate?jwt=`
  needs nothing else. A JWT lives 48 hours.
* Every answer is `{success, error, result[]}`. Each address has 1200 tokens a minute: onboarding costs 100,
  `/jwt` and `/account` 20, the rest 10. Beyond that: 429 with `X-RateLimit-Retry-After`.

Inferred, because no page says: the statuses of refusals (401 for proofs that fail, 400 for malformed
requests, 403 for what belongs to somebody else), the fixed one-minute window, the life of an API key (90
days).

Control: `POST /_sandbox/rabbitx/secrets {"wallet", "eid"?}` makes an API key with its refresh token, as the
venue's web page does; `POST /_sandbox/rabbitx/switches` takes `rate_limits` (default true),
`snake_case_jwt_answer` and `bare_jwt_answer` (default false: the other published spellings of the answers of
`POST /jwt`).
"""

from __future__ import annotations

from venuekit_sandbox.rabbitx.wire import RabbitX
from venuekit_sandbox.world import VenueApp, World

__all__ = ["create"]


def create(world: World) -> VenueApp:
    """The venue, seeded."""
    return RabbitX(world)
