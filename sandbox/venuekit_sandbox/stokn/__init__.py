"""stokn, imitated: sign-up, login with a text message, identity check, portfolios.

Mounted at `/stokn`. Fixture: the client `sandbox` with the secret `sandbox-secret` and all three scopes.

* `POST /oauth2/token`: client credentials by HTTP Basic or in the form. Refusals are 400 with an OAuth
  `error`.
* Bearers: no or a bad one is 401 with an empty body and `WWW-Authenticate`; a good one without the scope is
  403 with an empty body. Login and otp also work without a bearer, but not with a bad one.
* `sign-up` needs the scope user.Write. Someone known already: 409, errorCode 4. A weak password (less than 8
  characters, or without upper case, lower case, digit and symbol): 409, errorCode 11. It is not atomic: after
  a weak password, or a call without `roles` (500), the login exists without a person, and a repeat is
  answered 409 with errorCode 4.
* `login` (e-mail or phone number) sends an SMS with six digits to the outbox and opens a session of three
  minutes. Unknown user: 404, errorCode 3; wrong password: 409, errorCode 6.
* `otp`: a wrong code leaves the session answerable; a late, spent or foreign session does not open. All these
  are 500 with the framework's body, or an empty 401 when the call carried no token. The token's `username` is
  the id of the person, times have no zone, and `expiresAt` = `issuedAt` + `expiresIn` - 10 minutes.
* `refresh` takes the `username` of the token, not the e-mail address, and answers no new refresh token. A
  refresh token lives 30 days.
* `forget-password` sends a code; the next login then opens a NEW_PASSWORD_REQUIRED session, with the code or
  the old password, and `change-password` answers that (inferred: the page means it so, and says no more).
* `kyc/start` adds an id to `kycIds` and changes nothing else. Verdict and activation come from the control
  plane.
* `account/portfolio`: unknown account, no type or an id in use: 404, errorCode 1; inactive account: 409,
  errorCode 18. TRADING is accepted and the name kept, as documented.
* Unreadable JSON, a broken schema, an unknown enum value, a wrong method or media type: RFC 7807 problems.

Control: `POST /_sandbox/stokn/kyc {"email", "verdict": "approved"|"rejected"}` sets `userAccountStatus`;
`POST /_sandbox/stokn/activate {"email"}` or `{"accountId"}` activates an account (each call makes a new
sub-account and a new MAIN_PORTFOLIO); `POST /_sandbox/stokn/switches {"portfolio_as_coded": true}` refuses
TRADING and stores every portfolio as TRADING without a name, and `{"change_password_as_coded": true}` answers
500 after the password was changed: the published code does so.
"""

from __future__ import annotations

from venuekit_sandbox.stokn.wire import Stokn
from venuekit_sandbox.world import VenueApp, World

__all__ = ["create"]


def create(world: World) -> VenueApp:
    """The venue, seeded."""
    return Stokn(world)
