"""stokn: two bearer tokens, one of the company (client) and one of a person (user).

The client token comes from the OAuth token endpoint by client id and secret. The user token comes from a
login that only its person can finish, with the code of a text message; it is refreshed with the client token.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Literal

import attrs

from venuekit.auth.flows import (
    Base,
    Flow,
    LoginRequired,
    TurnAuth,
    json_object,
    operation_of,
    own_request,
    unix_seconds,
)
from venuekit.auth.shown import shown
from venuekit.transport.answers import raise_for_answer, unexpected_answer
from venuekit.transport.errors import AnswerError, ConfigurationError
from venuekit.transport.http import Request, Response, check_base_url, operation_id
from venuekit.transport.jsontext import as_object
from venuekit_clients.stokn.operations import OPERATIONS

if TYPE_CHECKING:
    from venuekit_clients.stokn.models import Token

__all__ = ["StoknAuth", "StoknToken"]

_VENUE = "stokn"
_CREATE_TOKEN = OPERATIONS["createToken"]
_REFRESH_TOKEN = OPERATIONS["refreshToken"]
# A client token is fetched again this long before its end, in seconds; at most half of its life.
_MARGIN = 60.0


@attrs.frozen
class StoknToken:
    """The tokens of a person.

    Attributes:
        username: the identity provider's name of the person, which a refresh needs. Not the e-mail address.
        access_token: the bearer token.
        refresh_token: lives 30 days; good for many refreshes.
        id_token: says who the person is; not used for calls.
        expires_at: when to renew, unix seconds: the venue says ten minutes before the end. None when it does
            not say.
    """

    username: str | None
    access_token: str = attrs.field(repr=shown)
    refresh_token: str | None = attrs.field(default=None, repr=shown)
    id_token: str | None = attrs.field(default=None, repr=shown)
    expires_at: float | None = None

    @classmethod
    def from_model(cls, token: Token) -> StoknToken:
        """From the model that login and respondOtp answer."""
        return cls.from_answer(token.to_dict())

    @classmethod
    def from_answer(cls, data: Mapping[str, object]) -> StoknToken:
        """From the JSON object with `username`, `accessToken`, `refreshToken`, `idToken`, `expiresAt`.

        Raises:
            ValueError: there is no access token.
        """
        access = _text(data, "accessToken")
        if access is None:
            raise ValueError("no accessToken")
        return cls(
            username=_text(data, "username"),
            access_token=access,
            refresh_token=_text(data, "refreshToken"),
            id_token=_text(data, "idToken"),
            expires_at=unix_seconds(data.get("expiresAt")),
        )


@attrs.frozen(repr=False)
class _ClientToken:
    access_token: str
    good_until: float | None


class StoknAuth(TurnAuth):
    """Sends the bearer token that an operation wants.

    An operation for users only gets the user token, one for clients only the client token, one for either the
    user token if there is one. The client token is fetched when first needed and kept until shortly before
    its end. A token that is refused with 401 is renewed and the call sent once more.

    Args:
        client_id: of the company.
        client_secret: of the company.
        base_url: the API's root. Other hosts get no credentials.
        token_url: the OAuth token endpoint; by default `/oauth2/token` below `base_url`.
        scope: scopes to ask for, separated by spaces; by default all that the client has.
        user_token: of a person who has logged in already.
        clock: unix seconds.

    Raises:
        LoginRequired: from a call for users while there is no user token.
        StatusError: from a call whose token the venue would not give or renew.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        base_url: str,
        token_url: str | None = None,
        scope: str | None = None,
        user_token: StoknToken | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        if not client_id or not client_secret:
            raise ConfigurationError("stokn needs a client id and a client secret")
        self._base = Base(base_url)
        self._token_url = (
            check_base_url(token_url) if token_url is not None else self._base.at(_CREATE_TOKEN.path)
        )
        self._client_id = client_id
        self._client_secret = client_secret
        self._scope = scope
        self._clock = clock
        self._client: _ClientToken | None = None
        self._user = user_token

    @property
    def user_token(self) -> StoknToken | None:
        """The person's tokens that are held now. Renewing replaces them."""
        with self._state:
            return self._user

    def adopt(self, token: StoknToken | None) -> None:
        """Call for this person from now on; None forgets the person."""
        with self._state:
            self._user = token

    def __repr__(self) -> str:
        return (
            f"StoknAuth(client_id={self._client_id!r}, client_secret={shown(self._client_secret)},"
            f" base_url={self._base.url!r}, user_token={self.user_token!r})"
        )

    def may_renew(self, request: Request, answer: Response | None) -> bool:
        """Whether the token that the request wants is missing or about to end, or was refused."""
        kind = self._kind(request)
        if kind is None:
            return False
        if answer is not None:
            return answer.status_code == 401
        if kind == "client":
            return self._good_client() is None
        user = self.user_token
        return user is not None and self._is_due(user)

    def auth_flow(self, request: Request) -> Flow:
        """Get the token, send; renew it and send once more on 401."""
        kind = self._kind(request)
        if kind is None:
            yield request
        elif kind == "client":
            yield from self._as_client(request)
        else:
            yield from self._as_user(request)

    def _kind(self, request: Request) -> Literal["client", "user"] | None:
        if not self._base.owns(request):
            return None
        operation = operation_of(request)
        schemes = {"client_auth", "user_auth"}
        if operation is not None:
            schemes = {scheme for alternative in operation.security for scheme in alternative}
        elif str(request.url) == self._token_url:
            return None
        if "user_auth" in schemes and ("client_auth" not in schemes or self.user_token is not None):
            return "user"
        return "client" if "client_auth" in schemes else None

    def _as_client(self, request: Request) -> Flow:
        token = self._good_client()
        if token is None:
            token = yield from self._fetch_client(request, stale=None)
        _bear(request, token.access_token)
        answer = yield request
        if answer.status_code == 401:
            token = yield from self._fetch_client(request, stale=token)
            _bear(request, token.access_token)
            yield request

    def _as_user(self, request: Request) -> Flow:
        token: StoknToken | None = self.user_token
        if token is None:
            raise LoginRequired(
                "this call is made for a person who has logged in: log in with OTP first (login, respondOtp)"
                " and adopt the token",
                venue=_VENUE,
                operation=operation_id(request),
            )
        if self._is_due(token):
            token = yield from self._refresh_in_time(request, token)
        _bear(request, token.access_token)
        answer = yield request
        if answer.status_code == 401:
            renewed = yield from self._refresh_user(request, token)
            if renewed is not None:
                _bear(request, renewed.access_token)
                yield request

    def _is_due(self, token: StoknToken) -> bool:
        can = token.refresh_token is not None and token.username is not None
        return can and token.expires_at is not None and self._clock() >= token.expires_at

    def _good_client(self) -> _ClientToken | None:
        with self._state:
            held = self._client
        if held is None or (held.good_until is not None and self._clock() >= held.good_until):
            return None
        return held

    def _fetch_client(
        self, request: Request, *, stale: _ClientToken | None
    ) -> Generator[Request, Response, _ClientToken]:
        """A client token other than the one that was refused."""
        held = self._good_client()
        if held is not None and held is not stale:
            return held
        form = {"grant_type": "client_credentials"}
        if self._scope:
            form["scope"] = self._scope
        basic = base64.b64encode(f"{self._client_id}:{self._client_secret}".encode()).decode("ascii")
        headers = {"Authorization": f"Basic {basic}"}
        answer = yield own_request(
            request, _CREATE_TOKEN, self._base, url=self._token_url, form=form, headers=headers
        )
        raise_for_answer(answer, venue=_VENUE, operation=_CREATE_TOKEN.id)
        grant = json_object(answer) or {}
        access = _text(grant, "access_token")
        if access is None:
            raise unexpected_answer(
                answer, venue=_VENUE, operation=_CREATE_TOKEN.id, why="without an access_token"
            )
        life = grant.get("expires_in")
        until: float | None = None
        if isinstance(life, int | float) and not isinstance(life, bool):
            until = self._clock() + life - min(_MARGIN, life / 2)
        token = _ClientToken(access, until)
        with self._state:
            self._client = token
        return token

    def _refresh_user(
        self, request: Request, stale: StoknToken
    ) -> Generator[Request, Response, StoknToken | None]:
        """The same person's token, renewed by this flow or meanwhile by another. None when that cannot be."""
        held = self.user_token
        if held is not stale:
            # Another person's token must not finish this person's call.
            return held if held is not None and held.username == stale.username else None
        if stale.refresh_token is None or stale.username is None:
            return None
        client = self._good_client()
        if client is None:
            client = yield from self._fetch_client(request, stale=None)
        answer = yield self._refresh_request(request, stale, client)
        if answer.status_code == 401:
            client = yield from self._fetch_client(request, stale=client)
            answer = yield self._refresh_request(request, stale, client)
        raise_for_answer(answer, venue=_VENUE, operation=_REFRESH_TOKEN.id)
        renewed = self._renewed(stale, as_object((json_object(answer) or {}).get("data")) or {})
        if renewed is None:
            raise unexpected_answer(
                answer, venue=_VENUE, operation=_REFRESH_TOKEN.id, why="without an accessToken"
            )
        with self._state:
            if self._user is stale:
                self._user = renewed
        return renewed

    def _refresh_in_time(
        self, request: Request, token: StoknToken
    ) -> Generator[Request, Response, StoknToken]:
        """A token for a first try. It is renewed ahead of its end, so the old one serves when that fails."""
        try:
            return (yield from self._refresh_user(request, token)) or token
        except AnswerError:
            # Not before every call again: from now on only a 401 tells.
            kept = attrs.evolve(token, expires_at=None)
            with self._state:
                if self._user is token:
                    self._user = kept
            return kept

    def _refresh_request(self, request: Request, stale: StoknToken, client: _ClientToken) -> Request:
        body = {"username": stale.username, "refreshToken": stale.refresh_token}
        headers = {"Authorization": f"Bearer {client.access_token}"}
        return own_request(request, _REFRESH_TOKEN, self._base, json_body=body, headers=headers)

    def _renewed(self, stale: StoknToken, data: Mapping[str, object]) -> StoknToken | None:
        try:
            new = StoknToken.from_answer(data)
        except ValueError:
            return None
        expires_at = new.expires_at
        if expires_at is not None and expires_at <= self._clock():
            # New and due already: our clock is wrong, so that only a 401 can tell when to renew.
            expires_at = None
        return attrs.evolve(
            stale,
            access_token=new.access_token,
            # A refresh gives no refresh token: the old one stays good.
            refresh_token=new.refresh_token or stale.refresh_token,
            id_token=new.id_token or stale.id_token,
            expires_at=expires_at,
        )


def _bear(request: Request, token: str) -> None:
    request.headers["Authorization"] = f"Bearer {token}"


def _text(data: Mapping[str, object], name: str) -> str | None:
    value = data.get(name)
    return value if isinstance(value, str) and value else None
