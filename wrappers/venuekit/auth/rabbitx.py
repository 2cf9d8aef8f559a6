"""RabbitX: an API key or a pair of tokens, and a signature over every call.

Onboarding answers one of two things, and :class:`RabbitXCredentials` holds either:

* an API key (`mode` "api_key"): header `RBT-API-KEY`, calls signed with the key's secret;
* tokens as the venue's web page uses them (`mode` "frontend"): header `RBT-JWT`, calls signed with the random
  secret. `POST /jwt` renews all three, and its refresh token is taken to be good for one use.

There is no logout: forgetting the credentials is all there is.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from venuekit.auth.credentials import CredentialCache, send_with
from venuekit.auth.flows import (
    Base,
    LoginRequired,
    Steps,
    VenueAuth,
    json_object,
    operation_of,
    own_request,
)
from venuekit.auth.rabbitx_credentials import KIND, RabbitXCredentials, found_in, renewed, result_of
from venuekit.auth.rabbitx_signing import (
    NETWORKS,
    Mode,
    Network,
    Scheme,
    SignIn,
    onboarding_message,
    payload_signature,
    payload_text,
    sign_in,
)
from venuekit.auth.skew import VenueClock, raise_skew
from venuekit.transport.answers import raise_for_answer, read_refusal, unexpected_answer
from venuekit.transport.errors import ConfigurationError, RateLimitedError
from venuekit.transport.http import Request, Response, operation_id
from venuekit.transport.jsontext import as_object
from venuekit_clients.rabbitx.operations import OPERATIONS

if TYPE_CHECKING:
    from venuekit.auth.store import TokenStore

__all__ = [
    "NETWORKS",
    "Mode",
    "Network",
    "RabbitXAuth",
    "RabbitXCredentials",
    "Scheme",
    "SignIn",
    "onboarding_message",
    "payload_signature",
    "payload_text",
    "sign_in",
]

_VENUE = "rabbitx"
_ONBOARD = OPERATIONS["onboard"]
_REFRESH_JWT = OPERATIONS["refreshJwt"]
_REFRESH_SECRETS = OPERATIONS["refreshSecrets"]
# Calls whose answer is itself a set of credentials: their refusal is not healed, their answer is adopted.
_RENEWALS = (_REFRESH_JWT.path, _REFRESH_SECRETS.path)
# A refusal under 200 is a short envelope. Longer answers are not parsed a second time to look for one.
_LONGEST_REFUSAL = 4096
_STALE_TEXT = re.compile(
    r"KEY_EXPIRED|NO_SUCH_KEY|\bjwt\b|\b(?:token|key|session)\b.*\bexpired\b", re.IGNORECASE
)
# A timestamp that has expired, or that is too far ahead.
_LATE_TEXT = re.compile(r"\btimestamp\b.*\b(?:expired|future)\b|\bexpired\b.*\btimestamp\b", re.IGNORECASE)


class RabbitXAuth(VenueAuth):
    """Signs calls to RabbitX.

    Every request gets the header `EID`. Onboarding and operations without security get nothing else. Others
    get `RBT-TS` (when the signature expires, unix seconds), `RBT-SIGNATURE` and `RBT-API-KEY` or `RBT-JWT`. A
    call that is refused because its token or key is no longer good is signed and sent once more after `POST
    /jwt`, when the credentials can be renewed.

    Args:
        credentials: what onboarding yielded, or None before it.
        base_url: the API's root. Signed paths count from here; other hosts get no credentials.
        network: the chain.
        clock: unix seconds.
        lifetime: how long a signature is good for, in seconds, 1 to 600.
        store: where credentials are kept between processes. Given ones are kept under themselves: whoever is given the
            same ones goes on with the newest. Those of a sign-in are kept under
        wallet: its address, with which they are found again.

    Raises:
        LoginRequired: from a call that must be signed while there are no credentials.
        StatusError: from a call whose renewal the venue refused.
    """

    def __init__(
        self,
        credentials: RabbitXCredentials | None,
        *,
        base_url: str,
        network: Network,
        clock: Callable[[], float] = time.time,
        lifetime: int = 300,
        store: TokenStore | None = None,
        wallet: str | None = None,
    ) -> None:
        if not 0 < lifetime <= 600:
            raise ConfigurationError("lifetime must be 1 to 600 seconds")
        self._base = Base(base_url)
        super().__init__(self._base, VenueClock.of(clock, venue=_VENUE))
        self._network = network
        self._lifetime = lifetime
        self._cache = CredentialCache(
            KIND,
            self._provide,
            clock=self.clock,
            venue=_VENUE,
            base=self._base,
            held=credentials,
            store=store,
            identity=self._identity_of(credentials, wallet),
        )

    @property
    def credentials(self) -> RabbitXCredentials | None:
        """What is held now. Renewing replaces it."""
        return self._cache.held

    @property
    def source(self) -> str | None:
        """Where the credentials came from: `argument`, `store` or `venue`."""
        return self._cache.source

    def adopt(self, credentials: RabbitXCredentials | None, *, wallet: str | None = None) -> None:
        """Use these from now on, and keep them in the store, under the wallet if it is told; None forgets."""
        identity = self._wallet_identity(wallet) if wallet else self._identity_of(credentials, None)
        self._cache.adopt(credentials, identity=identity)

    def _identity_of(self, credentials: RabbitXCredentials | None, wallet: str | None) -> str | None:
        """Whose they are: given ones are of whoever had the first of them, others of a wallet."""
        if credentials is not None:
            first = credentials.api_key or credentials.refresh_token or credentials.jwt
            return f"{self._network.eid}\0token\0{first}"
        return self._wallet_identity(wallet) if wallet else None

    def _wallet_identity(self, wallet: str) -> str:
        return f"{self._network.eid}\0wallet\0{wallet.lower()}"

    def __repr__(self) -> str:
        return (
            f"RabbitXAuth({self.credentials!r}, base_url={self._base.url!r}, network={self._network.name!r})"
        )

    def steps(self, request: Request) -> Steps[None]:
        """Sign, send; renew, sign and send once more when the credentials turn out to be stale."""
        if not self._base.owns(request):
            yield request
            return
        request.headers.setdefault("EID", self._network.eid)
        # Onboarding sets a cookie `jwt` as well, which would go stale beside the header.
        request.headers.pop("Cookie", None)
        path = self._base.path_of(request)
        if self._is_open(request, self.credentials):
            answer = yield request
            if path == _ONBOARD.path and _is_late(answer):
                # Only the wallet can sign again.
                raise_skew(answer, self.clock, venue=_VENUE)
            return
        held = yield from self._cache.get(request)
        if held is None:
            raise LoginRequired(
                "no credentials yet: onboard first, or give RabbitXCredentials",
                venue=_VENUE,
                operation=operation_id(request),
            )
        answer = yield from send_with(
            self._cache,
            request,
            first=held,
            dress=lambda held: self._sign(request, held),
            is_refused=lambda answer: path not in _RENEWALS and self._is_stale(answer),
            is_late=_is_late,
            clock=self.clock,
            venue=_VENUE,
        )
        if path in _RENEWALS:
            yield from self._take(answer, held, path=path)

    def _is_open(self, request: Request, held: RabbitXCredentials | None) -> bool:
        if self._base.path_of(request) == _ONBOARD.path:
            return True
        operation = operation_of(request)
        if operation is None:
            return held is None
        return () in operation.security or not operation.security

    def _sign(self, request: Request, held: RabbitXCredentials) -> None:
        timestamp = int(self.clock()) + self._lifetime
        secret = held.secret or held.random_secret or ""
        path = self._base.path_of(request)
        try:
            signature = payload_signature(request.method, path, request.content, timestamp, secret=secret)
        except ValueError:
            raise ConfigurationError(
                "RabbitX signs JSON objects only: this request has another body"
            ) from None
        for name in ("RBT-API-KEY", "RBT-JWT"):
            request.headers.pop(name, None)
        request.headers["RBT-TS"] = str(timestamp)
        request.headers["RBT-SIGNATURE"] = signature
        if held.api_key:
            request.headers["RBT-API-KEY"] = held.api_key
        elif held.jwt:
            request.headers["RBT-JWT"] = held.jwt

    def _is_stale(self, answer: Response) -> bool:
        """Whether an answer says that the token or key is not good (any more).

        The venue does not document with which status it says so. An expired timestamp is not meant: that is a
        clock that is wrong, and a new token would not set it right.
        """
        if _is_late(answer):
            return False
        if answer.status_code == 401:
            return True
        if answer.is_success and len(answer.content) > _LONGEST_REFUSAL:
            return False
        refusal = read_refusal(json_object(answer))
        return refusal is not None and _STALE_TEXT.search(refusal.text) is not None

    def _provide(
        self, request: Request, stale: RabbitXCredentials | None
    ) -> Steps[RabbitXCredentials | None]:
        """Spend the refresh token. None when there is none."""
        if stale is None or not stale.renewable:
            return None
        body: dict[str, object] = {"is_client": stale.mode == "frontend"}
        spent = stale
        if stale.mode == "frontend":
            body["refresh_token"] = stale.refresh_token
            # Once sent it is spent, also when the answer gets lost.
            spent = attrs.evolve(stale, refresh_token=None)
            self._cache.replace(stale, spent)
        headers = {"EID": self._network.eid}
        renewal = own_request(
            request,
            _REFRESH_JWT,
            self._base,
            json_body=body,
            headers=headers,
            unsent=lambda: self._cache.replace(spent, stale),
        )
        offset = self.clock.offset
        self._sign(renewal, stale)
        answer = yield renewal
        if _is_late(answer) and self.clock.helps(offset):
            self._sign(renewal, stale)
            answer = yield renewal
        if _is_late(answer):
            # Turned away at the door: the token was not looked at.
            self._cache.replace(spent, stale)
            raise_skew(answer, self.clock, venue=_VENUE)
        try:
            raise_for_answer(answer, venue=_VENUE, operation=_REFRESH_JWT.id)
        except RateLimitedError:
            self._cache.replace(spent, stale)
            raise
        new = renewed(stale, result_of(answer))
        if new is None:
            raise unexpected_answer(
                answer, venue=_VENUE, operation=_REFRESH_JWT.id, why="without a jwt in its result"
            )
        return new

    def _take(self, answer: Response, held: RabbitXCredentials, *, path: str) -> Steps[None]:
        """Adopt what a call of the user's own renewed: the old credentials are dead at the venue."""
        if not answer.is_success or read_refusal(json_object(answer)) is not None:
            return
        result = result_of(answer)
        new: RabbitXCredentials | None = None
        if path == _REFRESH_JWT.path:
            new = renewed(held, result)
        else:
            found = found_in(as_object(result) or {})
            if found.get("api_key") and found.get("secret"):
                # A random secret beside a key pair would be refused as parts of both, and the new pair lost.
                found.pop("random_secret", None)
                new = RabbitXCredentials(**found)
        if new is not None and self._cache.held is held:
            yield from self._cache.took(new)


def _is_late(answer: Response) -> bool:
    """Whether an answer refuses the request's timestamp. The venue says it in words, and not always with a 401."""
    if answer.is_success and len(answer.content) > _LONGEST_REFUSAL:
        return False
    refusal = read_refusal(json_object(answer))
    return refusal is not None and _LATE_TEXT.search(refusal.text) is not None
