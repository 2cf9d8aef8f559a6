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
from collections.abc import Callable, Generator, Mapping

import attrs

from venuekit.auth.flows import (
    Base,
    Flow,
    LoginRequired,
    TurnAuth,
    json_object,
    operation_of,
    own_request,
)
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
from venuekit.auth.shown import shown
from venuekit.transport.answers import raise_for_answer, read_refusal, unexpected_answer
from venuekit.transport.errors import ConfigurationError, RateLimitedError
from venuekit.transport.http import Request, Response, operation_id
from venuekit.transport.jsontext import as_list, as_object
from venuekit_clients.rabbitx.operations import OPERATIONS

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


@attrs.frozen
class RabbitXCredentials:
    """What onboarding yields. Either an API key with its secret, or a JWT with its random secret.

    Attributes:
        api_key: `apiSecret.Key`.
        secret: `apiSecret.Secret`, hex.
        jwt: `jwt`; lives 48 hours. Comes with an API key too, but identifies no signed call then.
        refresh_token: `refreshToken`; renews tokens once.
        random_secret: `randomSecret`, hex.

    Raises:
        ConfigurationError: they are neither pair, or both.
    """

    api_key: str | None = attrs.field(default=None, repr=shown)
    secret: str | None = attrs.field(default=None, repr=shown)
    jwt: str | None = attrs.field(default=None, repr=shown)
    refresh_token: str | None = attrs.field(default=None, repr=shown)
    random_secret: str | None = attrs.field(default=None, repr=shown)

    def __attrs_post_init__(self) -> None:
        key_pair = bool(self.api_key), bool(self.secret)
        if key_pair == (True, True) and not self.random_secret:
            return
        if key_pair == (False, False) and self.jwt and self.random_secret:
            return
        raise ConfigurationError(
            "RabbitX credentials are api_key with secret, or jwt with random_secret (and the"
            " refresh_token that came with it), not parts of both"
        )

    @property
    def mode(self) -> Mode:
        """Which of the two they are."""
        return "api_key" if self.api_key else "frontend"

    @property
    def renewable(self) -> bool:
        """Whether `POST /jwt` can renew something of them."""
        return bool(self.jwt if self.mode == "api_key" else self.refresh_token)


class RabbitXAuth(TurnAuth):
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
    ) -> None:
        super().__init__()
        if not 0 < lifetime <= 600:
            raise ConfigurationError("lifetime must be 1 to 600 seconds")
        self._base = Base(base_url)
        self._network = network
        self._clock = clock
        self._lifetime = lifetime
        self._credentials = credentials

    @property
    def credentials(self) -> RabbitXCredentials | None:
        """What is held now. Renewing replaces it."""
        with self._state:
            return self._credentials

    def adopt(self, credentials: RabbitXCredentials | None) -> None:
        """Use these from now on; None forgets."""
        with self._state:
            self._credentials = credentials

    def __repr__(self) -> str:
        return (
            f"RabbitXAuth({self.credentials!r}, base_url={self._base.url!r}, network={self._network.name!r})"
        )

    def may_renew(self, request: Request, answer: Response | None) -> bool:
        """Whether the answer is a refusal that a renewal could heal."""
        # Not asked: whether the credentials are renewable. While another flow renews them they are not.
        return answer is not None and self._base.owns(request) and self._is_stale(answer)

    def auth_flow(self, request: Request) -> Flow:
        """Sign, send; renew, sign and send once more when the credentials turn out to be stale."""
        if not self._base.owns(request):
            yield request
            return
        request.headers.setdefault("EID", self._network.eid)
        # Onboarding sets a cookie `jwt` as well, which would go stale beside the header.
        request.headers.pop("Cookie", None)
        held = self.credentials
        if self._is_open(request, held):
            yield request
            return
        if held is None:
            raise LoginRequired(
                "no credentials yet: onboard first, or give RabbitXCredentials",
                venue=_VENUE,
                operation=operation_id(request),
            )
        self._sign(request, held)
        answer = yield request
        path = self._base.path_of(request)
        if path in _RENEWALS:
            self._take(answer, held, path=path)
            return
        if not self._is_stale(answer):
            return
        renewed = yield from self._renew(request, held)
        if renewed is not None:
            self._sign(request, renewed)
            yield request

    def _is_open(self, request: Request, held: RabbitXCredentials | None) -> bool:
        if self._base.path_of(request) == _ONBOARD.path:
            return True
        operation = operation_of(request)
        if operation is None:
            return held is None
        return () in operation.security or not operation.security

    def _sign(self, request: Request, held: RabbitXCredentials) -> None:
        timestamp = int(self._clock()) + self._lifetime
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
        if answer.status_code == 401:
            return True
        if answer.is_success and len(answer.content) > _LONGEST_REFUSAL:
            return False
        refusal = read_refusal(json_object(answer))
        return refusal is not None and _STALE_TEXT.search(refusal.text) is not None

    def _renew(
        self, request: Request, stale: RabbitXCredentials
    ) -> Generator[Request, Response, RabbitXCredentials | None]:
        """Spend the refresh token of the credentials that were found stale, unless others are held by now."""
        held = self.credentials
        if held is not stale:
            return held if held is not None and _identity(held) != _identity(stale) else None
        if not stale.renewable:
            return None
        body: dict[str, object] = {"is_client": stale.mode == "frontend"}
        spent = stale
        if stale.mode == "frontend":
            body["refresh_token"] = stale.refresh_token
            # Once sent it is spent, also when the answer gets lost.
            spent = attrs.evolve(stale, refresh_token=None)
            self._replace(stale, spent)
        headers = {"EID": self._network.eid}
        renewal = own_request(request, _REFRESH_JWT, self._base, json_body=body, headers=headers)
        self._sign(renewal, stale)
        answer = yield renewal
        try:
            raise_for_answer(answer, venue=_VENUE, operation=_REFRESH_JWT.id)
        except RateLimitedError:
            # Turned away at the door: the token was not looked at.
            self._replace(spent, stale)
            raise
        renewed = _renewed(stale, _result(answer))
        if renewed is None:
            raise unexpected_answer(
                answer, venue=_VENUE, operation=_REFRESH_JWT.id, why="without a jwt in its result"
            )
        return self._replace(spent, renewed)

    def _replace(
        self, stale: RabbitXCredentials, new: RabbitXCredentials | None
    ) -> RabbitXCredentials | None:
        """Hold `new` if `stale` is still what is held. Return what is held then."""
        with self._state:
            if self._credentials is stale and new is not None:
                self._credentials = new
            return self._credentials

    def _take(self, answer: Response, held: RabbitXCredentials, *, path: str) -> None:
        """Adopt what a call of the user's own renewed: the old credentials are dead at the venue."""
        if not answer.is_success or read_refusal(json_object(answer)) is not None:
            return
        result = _result(answer)
        if path == _REFRESH_JWT.path:
            self._replace(held, _renewed(held, result))
            return
        found = _found(as_object(result) or {})
        if found.get("api_key") and found.get("secret"):
            # A random secret beside a key pair would be refused as parts of both, and the new pair lost.
            found.pop("random_secret", None)
            self._replace(held, RabbitXCredentials(**found))


def _identity(held: RabbitXCredentials) -> tuple[str | None, ...]:
    """What a signature is made with: a call that was refused with these is not sent with the same again."""
    return held.api_key, held.secret, held.jwt, held.random_secret


def _renewed(stale: RabbitXCredentials, result: object) -> RabbitXCredentials | None:
    """The credentials after `POST /jwt`, whose result is an object or a bare JWT. None without a JWT."""
    found = {"jwt": result} if isinstance(result, str) else _found(as_object(result) or {})
    jwt = found.get("jwt")
    if not jwt:
        return None
    if stale.mode == "api_key":
        return attrs.evolve(stale, jwt=jwt)
    # The old refresh token is used up, whether or not a new one came.
    return attrs.evolve(
        stale,
        jwt=jwt,
        random_secret=found.get("random_secret") or stale.random_secret,
        refresh_token=found.get("refresh_token"),
    )


def _result(answer: Response) -> object:
    """The single item of `result`, which is an array on most pages and a bare value on one."""
    result = (json_object(answer) or {}).get("result")
    items = as_list(result)
    return items[0] if items else result


def _found(result: Mapping[str, object]) -> dict[str, str]:
    """Credentials' fields in a result, named as ours."""
    pair = as_object(result.get("apiSecret", result.get("api_secret"))) or {}
    found = {
        "jwt": _first(result, "jwt", "jwt_private", "jwtPrivate"),
        "refresh_token": _first(result, "refreshToken", "refresh_token"),
        "random_secret": _first(result, "randomSecret", "random_secret"),
        "api_key": _first(pair, "Key", "key"),
        "secret": _first(pair, "Secret", "secret"),
    }
    return {name: value for name, value in found.items() if value is not None}


def _first(place: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        value = place.get(name)
        if isinstance(value, str) and value:
            return value
    return None
