"""stokn: two bearer tokens, one of the company (client) and one of a person (user).

The client token comes from the OAuth token endpoint by client id and secret. The user token comes from a
login that only its person can finish, with the code of a text message; it is refreshed with the client token.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

import attrs

from venuekit.auth.credentials import CredentialCache, CredentialType, packed, send_with
from venuekit.auth.flows import (
    Base,
    LoginRequired,
    Steps,
    VenueAuth,
    json_object,
    operation_of,
    own_request,
    token_text,
    unix_seconds,
)
from venuekit.auth.shown import NotPickled, shown
from venuekit.auth.skew import VenueClock
from venuekit.auth.windows import Windows, windows_before
from venuekit.transport.answers import raise_for_answer, unexpected_answer
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import Request, Response, check_base_url, operation_id
from venuekit.transport.jsontext import as_object
from venuekit.transport.options import check_header
from venuekit_clients.stokn.operations import OPERATIONS

if TYPE_CHECKING:
    from venuekit.auth.store import TokenStore
    from venuekit_clients.stokn.models import Token

__all__ = ["StoknAuth", "StoknToken"]

_VENUE = "stokn"
_CREATE_TOKEN = OPERATIONS["createToken"]
_REFRESH_TOKEN = OPERATIONS["refreshToken"]
# A client token is fetched again this long before its end, in seconds; at most half of its life.
_MARGIN = 60.0
# A person's token lives on this long after the venue says that it expires, in seconds, less some for the call.
_GRACE = 590.0


@attrs.frozen
class StoknToken(NotPickled):
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
        access = token_text(data.get("accessToken"))
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
class _ClientToken(NotPickled):
    access_token: str
    end: float | None


class StoknAuth(VenueAuth):
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
        store: where tokens are kept between processes: the company's under the client id, a person's under their user
            name.
        user: the user name (`StoknToken.username`) of a person whose token the store has.
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
        store: TokenStore | None = None,
        user: str | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if not client_id or not client_secret:
            raise ConfigurationError("stokn needs a client id and a client secret")
        _check(user_token)
        self._base = Base(base_url)
        super().__init__(self._base, VenueClock.of(clock, venue=_VENUE))
        self._token_url = (
            check_base_url(token_url) if token_url is not None else self._base.at(_CREATE_TOKEN.path)
        )
        self._client_id = client_id
        self._client_secret = client_secret
        self._scope = scope
        self._client = CredentialCache(
            _CLIENT,
            self._provide_client,
            clock=self.clock,
            venue=_VENUE,
            base=self._base,
            store=store,
            identity=f"client\0{client_id}\0{self._token_url}\0{scope or ''}",
        )
        self._user = CredentialCache(
            _USER,
            self._provide_user,
            clock=self.clock,
            venue=_VENUE,
            base=self._base,
            held=user_token,
            store=store,
            identity=self._identity_of(user_token.username if user_token is not None else user),
        )
        self._has_user = user_token is not None or (user is not None and store is not None)

    @property
    def user_token(self) -> StoknToken | None:
        """The person's tokens that are held now. Renewing replaces them."""
        return self._user.held

    @property
    def source(self) -> str | None:
        """Where the person's tokens came from: `argument`, `store` or `venue`."""
        return self._user.source

    def adopt(self, token: StoknToken | None) -> None:
        """Call for this person from now on, and keep the tokens in the store; None forgets the person.

        Raises:
            ConfigurationError: the access token is not plain ASCII.
        """
        _check(token)
        self._has_user = token is not None
        self._user.adopt(token, identity=self._identity_of(token.username) if token is not None else None)

    def _identity_of(self, username: str | None) -> str | None:
        return f"user\0{self._client_id}\0{username}" if username is not None else None

    def __repr__(self) -> str:
        return (
            f"StoknAuth(client_id={self._client_id!r}, client_secret={shown(self._client_secret)},"
            f" base_url={self._base.url!r}, user_token={self.user_token!r})"
        )

    def steps(self, request: Request) -> Steps[None]:
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
        if "user_auth" in schemes and ("client_auth" not in schemes or self._has_user):
            return "user"
        return "client" if "client_auth" in schemes else None

    def _as_client(self, request: Request) -> Steps[None]:
        token = yield from self._client_token(request)
        yield from send_with(
            self._client,
            request,
            first=token,
            dress=lambda token: _bear(request, token.access_token),
            is_refused=_is_refused,
            clock=self.clock,
        )

    def _as_user(self, request: Request) -> Steps[None]:
        token = yield from self._user.get(request)
        if token is None:
            raise LoginRequired(
                "this call is made for a person who has logged in: log in with OTP first (login, respondOtp)"
                " and adopt the token",
                venue=_VENUE,
                operation=operation_id(request),
            )
        _bear(request, token.access_token)
        answer = yield request
        for _ in range(2):
            if not _is_refused(answer):
                return
            self._user.invalidate(token)
            renewed = yield from self._user.renew(request, token)
            # Another person's token must not finish this person's call.
            if renewed is None or _same_user(renewed, token) or renewed.username != token.username:
                return
            token = renewed
            _bear(request, token.access_token)
            answer = yield request
            if self._user.source != "store":
                return

    def _client_token(self, request: Request) -> Steps[_ClientToken]:
        token = yield from self._client.get(request)
        assert token is not None, "a client token can always be fetched"
        return token

    def _provide_client(self, request: Request, stale: _ClientToken | None) -> Steps[_ClientToken | None]:
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
        access = token_text(grant.get("access_token"))
        if access is None:
            raise unexpected_answer(
                answer, venue=_VENUE, operation=_CREATE_TOKEN.id, why="without an access_token"
            )
        life = grant.get("expires_in")
        end: float | None = None
        if isinstance(life, int | float) and not isinstance(life, bool):
            # A lifetime beyond all sense is none: only a 401 tells then.
            end = self.clock() + life if 0 <= life < 1e9 else None
        return _ClientToken(access, end)

    def _provide_user(self, request: Request, stale: StoknToken | None) -> Steps[StoknToken | None]:
        if stale is None or stale.refresh_token is None or stale.username is None:
            return None
        client = yield from self._client_token(request)
        answer = yield self._refresh_request(request, stale, client)
        if answer.status_code == 401:
            self._client.invalidate(client)
            client = yield from self._client_token(request)
            answer = yield self._refresh_request(request, stale, client)
        raise_for_answer(answer, venue=_VENUE, operation=_REFRESH_TOKEN.id)
        renewed = _renewed(stale, as_object((json_object(answer) or {}).get("data")) or {})
        if renewed is None:
            raise unexpected_answer(
                answer, venue=_VENUE, operation=_REFRESH_TOKEN.id, why="without an accessToken"
            )
        return renewed

    def _refresh_request(self, request: Request, stale: StoknToken, client: _ClientToken) -> Request:
        body = {"username": stale.username, "refreshToken": stale.refresh_token}
        headers = {"Authorization": f"Bearer {client.access_token}"}
        return own_request(request, _REFRESH_TOKEN, self._base, json_body=body, headers=headers)


def _renewed(stale: StoknToken, data: Mapping[str, object]) -> StoknToken | None:
    try:
        new = StoknToken.from_answer(data)
    except ValueError:
        return None
    return attrs.evolve(
        stale,
        access_token=new.access_token,
        # A refresh gives no refresh token: the old one stays good.
        refresh_token=new.refresh_token or stale.refresh_token,
        id_token=new.id_token or stale.id_token,
        expires_at=new.expires_at,
    )


def _is_refused(answer: Response) -> bool:
    return answer.status_code == 401


def _client_windows(token: _ClientToken, now: float) -> Windows | None:
    return windows_before(token.end, now, advisory=_MARGIN) if token.end is not None else None


def _user_windows(token: StoknToken, now: float) -> Windows | None:
    if token.expires_at is None or token.refresh_token is None or token.username is None:
        return None
    # The venue's "expires at" is ten minutes before the end.
    return Windows(token.expires_at, token.expires_at + _GRACE)


def _same_user(one: StoknToken, other: StoknToken) -> bool:
    return one.access_token == other.access_token


def _unpack_client(values: Mapping[str, str]) -> _ClientToken:
    return _ClientToken(values["access_token"], _number(values.get("end")))


def _unpack_user(values: Mapping[str, str]) -> StoknToken:
    return StoknToken(
        username=values["username"],
        access_token=values["access_token"],
        refresh_token=values.get("refresh_token"),
        id_token=values.get("id_token"),
        expires_at=_number(values.get("expires_at")),
    )


def _number(text: str | None) -> float | None:
    return float(text) if text is not None else None


_CLIENT: CredentialType[_ClientToken] = CredentialType(
    windows=_client_windows,
    pack=lambda token: packed(access_token=token.access_token, end=token.end),
    unpack=_unpack_client,
    same=lambda one, other: one.access_token == other.access_token,
)
_USER: CredentialType[StoknToken] = CredentialType(
    windows=_user_windows,
    pack=lambda token: packed(**attrs.asdict(token)),
    unpack=_unpack_user,
    same=_same_user,
)


def _check(token: StoknToken | None) -> None:
    check_header("stokn's access_token", token.access_token if token is not None else None)


def _bear(request: Request, token: str) -> None:
    request.headers["Authorization"] = f"Bearer {token}"


def _text(data: Mapping[str, object], name: str) -> str | None:
    value = data.get(name)
    return value if isinstance(value, str) and value else None
