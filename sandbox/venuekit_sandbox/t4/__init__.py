"""CTS T4, imitated: user, account, market data and agreements in one call, then the person's login.

Mounted at `/t4`. Fixtures: `Authorization: APIKey sandbox`; the administrator `sandbox-admin` /
`sandbox-password`, whose login token works as `Authorization: Bearer`; the firm `SANDBOX` with the
application `venuekit` and the licence `sandbox-license`; the template account `DefaultTemplate` and the
template user `DefaultUser`; the exchanges `DUMMY`, `CME` and `ICE`. What it does, switch by switch, is in
`docs/sandbox-t4.md`. Choices of the sandbox, where no source says what the venue does:

* A password needs 8 characters. User names and accounts are compared without regard to case, and a refused call
  leaves nothing behind.
* A token lives 24 hours.
* Needed to log in without a remark are LegalEULA, LegalPP, LegalMDSA and LegalUSA in the current version, for a
  NonProfessional also LegalNPSCF, the exchange's own document for CME and ICE, and one subscription that is not
  None or NotSet. The remark stands as `loginResult` beside the token.
* Refusals are `{type, title, status, detail, traceId}`. At login the detail is the name of the result.
"""

from __future__ import annotations

from venuekit_sandbox.t4.wire import T4
from venuekit_sandbox.world import VenueApp, World

__all__ = ["create"]


def create(world: World) -> VenueApp:
    """The venue, seeded."""
    return T4(world)
