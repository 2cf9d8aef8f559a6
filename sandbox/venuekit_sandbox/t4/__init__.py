"""CTS T4, imitated: user, account, market data and agreements in one call, then the person's login.

Mounted at `/t4`. Fixtures: `Authorization: APIKey sandbox`; the administrator `sandbox-admin` /
`sandbox-password`, whose login token works as `Authorization: Bearer`; the firm `SANDBOX` with the
application `venuekit` and the licence `sandbox-license`; the template account `DefaultTemplate` and the
template user `DefaultUser`; the exchanges `DUMMY`, `CME` and `ICE`.

* `POST /admin/v1/onboarding`, also as `/admin/v1/onboard`, answers the documented envelope with every field
  of the printed example: user (32), account (64), riskDetails (15). The account starts `Disabled` and
  `preTradeDisabled`; `displayName` is answered empty and `collectedBy` as `API`, as printed.
* A user name or an account that is taken: 409. Names are compared without regard to case (inferred), and
  nothing is left behind by a refused call (inferred).
* 400: a broken schema, an unknown template, exchange or document, a user name of less than 6 or a password of
  less than 8 characters, a `signed` that is no ISO 8601 time. The password and exchange rules are inferred.
* `POST /login` answers `{token, expires}`; a token lives 24 hours (inferred). Wrong firm, name, password,
  application or licence: 401. A user who has not signed the current agreements, or has no market data, gets a
  token all the same, with `"loginResult": "MarketDataNotSetup"` beside it (the name is documented, where it
  stands in JSON is inferred). Needed are LegalEULA, LegalPP, LegalMDSA and LegalUSA in version 2, for a
  NonProfessional also LegalNPSCF, and the exchange's own document for CME and ICE; and one subscription that
  is not None or NotSet.
* `GET /admin/v1/users/{id}/eula` answers the unwrapped `{data, metadata}`. A person's own token opens only
  the person's own agreements: 403 otherwise.
* Refusals are `{type, title, status, detail, traceId}`; the real shape is not documented.

Control: `POST /_sandbox/t4/enable {"username"}` enables the account, as the back office does, and answers it;
`POST /_sandbox/t4/disable {"username"}` disables the user, whose login then is 403.
"""

from __future__ import annotations

from venuekit_sandbox.t4.wire import T4
from venuekit_sandbox.world import VenueApp, World

__all__ = ["create"]


def create(world: World) -> VenueApp:
    """The venue, seeded."""
    return T4(world)
