# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Sign-up, e-mail confirmation, password reset, login and logout. No login needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.configs import Configs
    from ...models.confirm_email_request import ConfirmEmailRequest
    from ...models.confirm_password_reset_request import ConfirmPasswordResetRequest
    from ...models.create_auth_0_session_request import CreateAuth0SessionRequest
    from ...models.create_session_request import CreateSessionRequest
    from ...models.create_user_request import CreateUserRequest
    from ...models.create_whitelist_access_request import CreateWhitelistAccessRequest
    from ...models.geetest_challenge import GeetestChallenge
    from ...models.password_entropy import PasswordEntropy
    from ...models.pong import Pong
    from ...models.request_email_confirmation_request import RequestEmailConfirmationRequest
    from ...models.request_password_reset_request import RequestPasswordResetRequest
    from ...models.server_time import ServerTime
    from ...models.user_with_full_info import UserWithFullInfo
    from ...models.validate_identity_password_request import ValidateIdentityPasswordRequest
    from ...models.version import Version

__all__ = ("AsyncIdentityResource", "AsyncRawIdentityResource", "IdentityResource", "RawIdentityResource")


class IdentityResource:
    """Sign-up, e-mail confirmation, password reset, login and logout. No login needed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawIdentityResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawIdentityResource(self._caller)

    def confirm_password_reset(
        self,
        *,
        body: ConfirmPasswordResetRequest,
    ) -> None:
        """Set a new password with a reset token

        Finishes a password reset. Sends the token from the reset e-mail and the new password twice;
        nothing useful comes back.

        The token is a JWT that lives one hour, works once, and is dead as soon as a newer reset mail
        is requested. Success closes every session of the user, so log in again afterwards.

        Sends `POST /api/v2/auth/identity/users/password/confirm_code`.

        Args:
            body (ConfirmPasswordResetRequest): Form fields of `confirmPasswordReset`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `identity.create_session`. It happened if the new password works.
        Needs a person: yes (email).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared. Failures of input are 422, not the 400 of the page.)
        """
        from ...operations import OPERATIONS
        from .confirm_password_reset import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["confirmPasswordReset"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def request_password_reset(
        self,
        *,
        body: RequestPasswordResetRequest,
    ) -> None:
        """Ask for a password reset e-mail

        Sends an e-mail with a reset link to the address, if it has an account. The answer is the same
        when it has none, so it proves nothing about the address.

        Each new mail voids the token of the one before. Follow with `confirmPasswordReset`.

        Sends `POST /api/v2/auth/identity/users/password/generate_code`.

        Args:
            body (RequestPasswordResetRequest): Form fields of `requestPasswordReset`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The e-mail is the only trace. A second call voids the token of the
        first.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page lists 404 for an unknown address; the
        server never gives it away and answers 201. The body is the bare number 201.)
        """
        from ...operations import OPERATIONS
        from .request_password_reset import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["requestPasswordReset"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def confirm_email(
        self,
        *,
        body: ConfirmEmailRequest,
    ) -> UserWithFullInfo:
        """Confirm the e-mail address

        Sends the token from the confirmation e-mail. The user becomes `active`, level 1, and comes
        back in full with a new `csrf_token`.

        This opens a new session: the cookie is replaced and the CSRF token of `createUser` is dead
        from here on. The token is a JWT that lives one hour and works once.

        Sends `POST /api/v2/auth/identity/users/email/confirm_code`.

        Args:
            body (ConfirmEmailRequest): Form fields of `confirmEmail`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if `state` is `active`.
        Needs a person: yes (email).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. That a
        session is opened and the CSRF token rotates is asserted by upstream tests.)
        """
        from ...operations import OPERATIONS
        from .confirm_email import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["confirmEmail"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def request_email_confirmation(
        self,
        *,
        body: RequestEmailConfirmationRequest,
    ) -> None:
        """Ask for another confirmation e-mail

        Sends the confirmation e-mail again to an account that is still `pending`. The answer is the
        same for an unknown or already active address.

        Earlier tokens stay valid until they expire.

        Sends `POST /api/v2/auth/identity/users/email/generate_code`.

        Args:
            body (RequestEmailConfirmationRequest): Form fields of `requestEmailConfirmation`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The e-mail is the only trace. Earlier tokens stay valid, so a
        second mail does no harm.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared.)
        """
        from ...operations import OPERATIONS
        from .request_email_confirmation import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["requestEmailConfirmation"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def register_geetest(
        self,
    ) -> GeetestChallenge | str:
        """Start a Geetest captcha

        Returns the two values that the Geetest widget needs. Only useful where `getIdentityConfigs`
        says `captcha_type: geetest`. When Geetest itself is down the answer is an empty string.

        Sends `GET /api/v2/auth/identity/users/register_geetest`.

        Returns:
            GeetestChallenge | str on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the body is read
        from the captcha service of the upstream code.)
        """
        from ...operations import OPERATIONS
        from .register_geetest import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["registerGeetest"],
            _get_kwargs(),
            _parse_success,
        )

    def create_user(
        self,
        *,
        body: CreateUserRequest,
    ) -> UserWithFullInfo:
        """Sign up

        Creates an account and answers with the user: state `pending`, level 0. A session is opened at
        once (cookie plus `csrf_token`) and a confirmation e-mail goes out.

        Password: 8 to 80 characters with a lower-case letter, an upper-case letter and a digit, and
        an entropy of at least the configured minimum (14 unless `getIdentityConfigs` says otherwise).
        `validateIdentityPassword` tests one without creating anything.

        A lost answer must not be retried blindly: the second call fails with `email.taken`. Log in
        with `createSession` instead. Next step: `confirmEmail`.

        Sends `POST /api/v2/auth/identity/users`.

        Args:
            body (CreateUserRequest): Form fields of `createUser`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `identity.create_session`. It happened if the log-in works.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. Input
        failures are 422, not 400. The stock server makes the very first user of an empty database a
        superadmin.)
        """
        from ...operations import OPERATIONS
        from .create_user import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createUser"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def create_whitelist_access(
        self,
        *,
        body: CreateWhitelistAccessRequest,
    ) -> None:
        """Pass an IP restriction with a whitelist link

        Sends a token that the operator handed out while access is restricted, and lets the caller's
        address through from then on. Only needed where the operator runs such a restriction.

        Documented success is 200; a real server answers 201. Both are accepted.

        Sends `POST /api/v2/auth/identity/users/access`.

        Args:
            body (CreateWhitelistAccessRequest): Form fields of `createWhitelistAccess`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. No call shows it. The next call is let through, or refused as
        before.
        Needs a person: yes (back_office).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200, upstream tests assert 201. The
        body is the result of a cache delete (a number or a boolean), so no schema is declared.)
        """
        from ...operations import OPERATIONS
        from .create_whitelist_access import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createWhitelistAccess"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def create_auth_0_session(
        self,
        *,
        body: CreateAuth0SessionRequest,
    ) -> UserWithFullInfo:
        """Log in through Auth0

        Exchanges an Auth0 ID token for a session, creating the user when the address is new. Answers
        with the user and a `csrf_token`, and sets the session cookie. Needs a deployment with Auth0,
        see `getAuth0Config`.

        Documented success is 200 without a body; a real server answers 201 with the user.

        Sends `POST /api/v2/auth/identity/sessions/auth0`.

        Args:
            body (CreateAuth0SessionRequest): Form fields of `createAuth0Session`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. A session without its answer is of no use. Log in again with a
        fresh ID token; the user is made once only.
        Needs a person: yes (browser).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200 without a schema, upstream tests
        assert 201 and a user with csrf_token. 401 and 422 are not on the page.)
        """
        from ...operations import OPERATIONS
        from .create_auth_0_session import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createAuth0Session"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def create_session(
        self,
        *,
        body: CreateSessionRequest,
    ) -> UserWithFullInfo:
        """Log in

        Sends e-mail and password, and a TOTP code when 2FA is on. Answers with the full user and a
        `csrf_token`, and sets the session cookie.

        * Session and CSRF token belong together. Send the cookie on every call under `/resource` and
        the
          token as `X-CSRF-Token` on every write there. Each login replaces both.
        * The session is tied to the exact User-Agent and the client network (IPv4 /16). A mismatch
        destroys
          it. It ends after `session_expire_time` seconds without a private call.
        * A TOTP code works once in 90 seconds, even when it was wrong. Without a code a 2FA account
        gets
          401 `identity.session.missing_otp`; a wrong one gets 403.
        * An unknown e-mail address gets the same answer as a wrong password.

        Documented success is 201 without a body; a real server answers 200 with the user.

        Sends `POST /api/v2/auth/identity/sessions`.

        Args:
            body (CreateSessionRequest): Form fields of `createSession`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. A session without its answer is of no use. Log in again; where 2FA
        is on, with a code of another time step.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 201 without a schema, upstream tests
        assert 200 and a user with csrf_token. 401, 403 and 422 are not on the page; 429 is of a later
        upstream line (3.x).)
        """
        from ...operations import OPERATIONS
        from .create_session import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createSession"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def delete_session(
        self,
    ) -> None:
        """Log out

        Closes the session whose cookie is sent and expires the cookie. No CSRF token is needed. A
        second call answers 404: then the session is gone as well.

        Documented success is 204; a real server answers 200 with a bare number. Both are accepted.

        Sends `DELETE /api/v2/auth/identity/sessions`.

        Returns:
            None on status 200 or 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 204, upstream tests assert 200. The
        session is found by its cookie although no security is declared.)
        """
        from ...operations import OPERATIONS
        from .delete_session import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["deleteSession"],
            _get_kwargs(),
            _parse_success,
        )

    def get_identity_configs(
        self,
    ) -> Configs:
        """Read the public settings

        Returns what a client must know before sign-up: captcha type, session lifetime, phone
        verification method and the password rules. Settings without a value are left out. The same as
        `getPublicConfigs`.

        Sends `GET /api/v2/auth/identity/configs`.

        Returns:
            Configs on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the fields are read
        from the upstream endpoint and its tests.)
        """
        from ...operations import OPERATIONS
        from .get_identity_configs import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getIdentityConfigs"],
            _get_kwargs(),
            _parse_success,
        )

    def get_identity_version(
        self,
    ) -> Version:
        """Read the build of the service

        Returns tag, commit, build date and version of the running build. The same as
        `getPublicVersion`.

        Sends `GET /api/v2/auth/identity/version`.

        Returns:
            Version on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the fields are read
        from the upstream endpoint.)
        """
        from ...operations import OPERATIONS
        from .get_identity_version import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getIdentityVersion"],
            _get_kwargs(),
            _parse_success,
        )

    def get_identity_time(
        self,
    ) -> ServerTime:
        """Read the server clock

        Returns the server clock in whole seconds since the Unix epoch. Compare it with the local
        clock before signing with an API key: the nonce may be at most five seconds off, in either
        direction. The same as `getPublicTime`.

        Sends `GET /api/v2/auth/identity/time`.

        Returns:
            ServerTime on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; upstream tests
        assert the body.)
        """
        from ...operations import OPERATIONS
        from .get_identity_time import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getIdentityTime"],
            _get_kwargs(),
            _parse_success,
        )

    def ping_identity(
        self,
    ) -> Pong:
        """Check that the service answers

        Returns a fixed word. Needs no login. The same as `pingPublic`.

        Sends `GET /api/v2/auth/identity/ping`.

        Returns:
            Pong on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; upstream tests
        assert the body.)
        """
        from ...operations import OPERATIONS
        from .ping_identity import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["pingIdentity"],
            _get_kwargs(),
            _parse_success,
        )

    def validate_identity_password(
        self,
        *,
        body: ValidateIdentityPasswordRequest,
    ) -> PasswordEntropy:
        """Measure the strength of a password

        Sends a candidate password and returns its entropy. Compare it with `password_min_entropy` of
        the settings; the character rules are separate. Nothing is stored. The same as
        `validatePublicPassword`.

        Sends `POST /api/v2/auth/identity/password/validate`.

        Args:
            body (ValidateIdentityPasswordRequest): Form fields of `validateIdentityPassword`.
                (application/x-www-form-urlencoded)

        Returns:
            PasswordEntropy on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the body is read
        from the upstream endpoint.)
        """
        from ...operations import OPERATIONS
        from .validate_identity_password import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["validateIdentityPassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncIdentityResource:
    """Sign-up, e-mail confirmation, password reset, login and logout. No login needed. Every method is a
    coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawIdentityResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawIdentityResource(self._caller)

    async def confirm_password_reset(
        self,
        *,
        body: ConfirmPasswordResetRequest,
    ) -> None:
        """Set a new password with a reset token

        Finishes a password reset. Sends the token from the reset e-mail and the new password twice;
        nothing useful comes back.

        The token is a JWT that lives one hour, works once, and is dead as soon as a newer reset mail
        is requested. Success closes every session of the user, so log in again afterwards.

        Sends `POST /api/v2/auth/identity/users/password/confirm_code`.

        Args:
            body (ConfirmPasswordResetRequest): Form fields of `confirmPasswordReset`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `identity.create_session`. It happened if the new password works.
        Needs a person: yes (email).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared. Failures of input are 422, not the 400 of the page.)
        """
        from ...operations import OPERATIONS
        from .confirm_password_reset import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["confirmPasswordReset"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def request_password_reset(
        self,
        *,
        body: RequestPasswordResetRequest,
    ) -> None:
        """Ask for a password reset e-mail

        Sends an e-mail with a reset link to the address, if it has an account. The answer is the same
        when it has none, so it proves nothing about the address.

        Each new mail voids the token of the one before. Follow with `confirmPasswordReset`.

        Sends `POST /api/v2/auth/identity/users/password/generate_code`.

        Args:
            body (RequestPasswordResetRequest): Form fields of `requestPasswordReset`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The e-mail is the only trace. A second call voids the token of the
        first.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page lists 404 for an unknown address; the
        server never gives it away and answers 201. The body is the bare number 201.)
        """
        from ...operations import OPERATIONS
        from .request_password_reset import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["requestPasswordReset"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def confirm_email(
        self,
        *,
        body: ConfirmEmailRequest,
    ) -> UserWithFullInfo:
        """Confirm the e-mail address

        Sends the token from the confirmation e-mail. The user becomes `active`, level 1, and comes
        back in full with a new `csrf_token`.

        This opens a new session: the cookie is replaced and the CSRF token of `createUser` is dead
        from here on. The token is a JWT that lives one hour and works once.

        Sends `POST /api/v2/auth/identity/users/email/confirm_code`.

        Args:
            body (ConfirmEmailRequest): Form fields of `confirmEmail`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if `state` is `active`.
        Needs a person: yes (email).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. That a
        session is opened and the CSRF token rotates is asserted by upstream tests.)
        """
        from ...operations import OPERATIONS
        from .confirm_email import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["confirmEmail"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def request_email_confirmation(
        self,
        *,
        body: RequestEmailConfirmationRequest,
    ) -> None:
        """Ask for another confirmation e-mail

        Sends the confirmation e-mail again to an account that is still `pending`. The answer is the
        same for an unknown or already active address.

        Earlier tokens stay valid until they expire.

        Sends `POST /api/v2/auth/identity/users/email/generate_code`.

        Args:
            body (RequestEmailConfirmationRequest): Form fields of `requestEmailConfirmation`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The e-mail is the only trace. Earlier tokens stay valid, so a
        second mail does no harm.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared.)
        """
        from ...operations import OPERATIONS
        from .request_email_confirmation import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["requestEmailConfirmation"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def register_geetest(
        self,
    ) -> GeetestChallenge | str:
        """Start a Geetest captcha

        Returns the two values that the Geetest widget needs. Only useful where `getIdentityConfigs`
        says `captcha_type: geetest`. When Geetest itself is down the answer is an empty string.

        Sends `GET /api/v2/auth/identity/users/register_geetest`.

        Returns:
            GeetestChallenge | str on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the body is read
        from the captcha service of the upstream code.)
        """
        from ...operations import OPERATIONS
        from .register_geetest import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["registerGeetest"],
            _get_kwargs(),
            _parse_success,
        )

    async def create_user(
        self,
        *,
        body: CreateUserRequest,
    ) -> UserWithFullInfo:
        """Sign up

        Creates an account and answers with the user: state `pending`, level 0. A session is opened at
        once (cookie plus `csrf_token`) and a confirmation e-mail goes out.

        Password: 8 to 80 characters with a lower-case letter, an upper-case letter and a digit, and
        an entropy of at least the configured minimum (14 unless `getIdentityConfigs` says otherwise).
        `validateIdentityPassword` tests one without creating anything.

        A lost answer must not be retried blindly: the second call fails with `email.taken`. Log in
        with `createSession` instead. Next step: `confirmEmail`.

        Sends `POST /api/v2/auth/identity/users`.

        Args:
            body (CreateUserRequest): Form fields of `createUser`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `identity.create_session`. It happened if the log-in works.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. Input
        failures are 422, not 400. The stock server makes the very first user of an empty database a
        superadmin.)
        """
        from ...operations import OPERATIONS
        from .create_user import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createUser"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def create_whitelist_access(
        self,
        *,
        body: CreateWhitelistAccessRequest,
    ) -> None:
        """Pass an IP restriction with a whitelist link

        Sends a token that the operator handed out while access is restricted, and lets the caller's
        address through from then on. Only needed where the operator runs such a restriction.

        Documented success is 200; a real server answers 201. Both are accepted.

        Sends `POST /api/v2/auth/identity/users/access`.

        Args:
            body (CreateWhitelistAccessRequest): Form fields of `createWhitelistAccess`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. No call shows it. The next call is let through, or refused as
        before.
        Needs a person: yes (back_office).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200, upstream tests assert 201. The
        body is the result of a cache delete (a number or a boolean), so no schema is declared.)
        """
        from ...operations import OPERATIONS
        from .create_whitelist_access import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createWhitelistAccess"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def create_auth_0_session(
        self,
        *,
        body: CreateAuth0SessionRequest,
    ) -> UserWithFullInfo:
        """Log in through Auth0

        Exchanges an Auth0 ID token for a session, creating the user when the address is new. Answers
        with the user and a `csrf_token`, and sets the session cookie. Needs a deployment with Auth0,
        see `getAuth0Config`.

        Documented success is 200 without a body; a real server answers 201 with the user.

        Sends `POST /api/v2/auth/identity/sessions/auth0`.

        Args:
            body (CreateAuth0SessionRequest): Form fields of `createAuth0Session`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. A session without its answer is of no use. Log in again with a
        fresh ID token; the user is made once only.
        Needs a person: yes (browser).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 200 without a schema, upstream tests
        assert 201 and a user with csrf_token. 401 and 422 are not on the page.)
        """
        from ...operations import OPERATIONS
        from .create_auth_0_session import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createAuth0Session"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def create_session(
        self,
        *,
        body: CreateSessionRequest,
    ) -> UserWithFullInfo:
        """Log in

        Sends e-mail and password, and a TOTP code when 2FA is on. Answers with the full user and a
        `csrf_token`, and sets the session cookie.

        * Session and CSRF token belong together. Send the cookie on every call under `/resource` and
        the
          token as `X-CSRF-Token` on every write there. Each login replaces both.
        * The session is tied to the exact User-Agent and the client network (IPv4 /16). A mismatch
        destroys
          it. It ends after `session_expire_time` seconds without a private call.
        * A TOTP code works once in 90 seconds, even when it was wrong. Without a code a 2FA account
        gets
          401 `identity.session.missing_otp`; a wrong one gets 403.
        * An unknown e-mail address gets the same answer as a wrong password.

        Documented success is 201 without a body; a real server answers 200 with the user.

        Sends `POST /api/v2/auth/identity/sessions`.

        Args:
            body (CreateSessionRequest): Form fields of `createSession`.
                (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. A session without its answer is of no use. Log in again; where 2FA
        is on, with a code of another time step.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 201 without a schema, upstream tests
        assert 200 and a user with csrf_token. 401, 403 and 422 are not on the page; 429 is of a later
        upstream line (3.x).)
        """
        from ...operations import OPERATIONS
        from .create_session import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createSession"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def delete_session(
        self,
    ) -> None:
        """Log out

        Closes the session whose cookie is sent and expires the cookie. No CSRF token is needed. A
        second call answers 404: then the session is gone as well.

        Documented success is 204; a real server answers 200 with a bare number. Both are accepted.

        Sends `DELETE /api/v2/auth/identity/sessions`.

        Returns:
            None on status 200 or 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 204, upstream tests assert 200. The
        session is found by its cookie although no security is declared.)
        """
        from ...operations import OPERATIONS
        from .delete_session import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["deleteSession"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_identity_configs(
        self,
    ) -> Configs:
        """Read the public settings

        Returns what a client must know before sign-up: captcha type, session lifetime, phone
        verification method and the password rules. Settings without a value are left out. The same as
        `getPublicConfigs`.

        Sends `GET /api/v2/auth/identity/configs`.

        Returns:
            Configs on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the fields are read
        from the upstream endpoint and its tests.)
        """
        from ...operations import OPERATIONS
        from .get_identity_configs import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getIdentityConfigs"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_identity_version(
        self,
    ) -> Version:
        """Read the build of the service

        Returns tag, commit, build date and version of the running build. The same as
        `getPublicVersion`.

        Sends `GET /api/v2/auth/identity/version`.

        Returns:
            Version on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the fields are read
        from the upstream endpoint.)
        """
        from ...operations import OPERATIONS
        from .get_identity_version import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getIdentityVersion"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_identity_time(
        self,
    ) -> ServerTime:
        """Read the server clock

        Returns the server clock in whole seconds since the Unix epoch. Compare it with the local
        clock before signing with an API key: the nonce may be at most five seconds off, in either
        direction. The same as `getPublicTime`.

        Sends `GET /api/v2/auth/identity/time`.

        Returns:
            ServerTime on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; upstream tests
        assert the body.)
        """
        from ...operations import OPERATIONS
        from .get_identity_time import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getIdentityTime"],
            _get_kwargs(),
            _parse_success,
        )

    async def ping_identity(
        self,
    ) -> Pong:
        """Check that the service answers

        Returns a fixed word. Needs no login. The same as `pingPublic`.

        Sends `GET /api/v2/auth/identity/ping`.

        Returns:
            Pong on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; upstream tests
        assert the body.)
        """
        from ...operations import OPERATIONS
        from .ping_identity import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["pingIdentity"],
            _get_kwargs(),
            _parse_success,
        )

    async def validate_identity_password(
        self,
        *,
        body: ValidateIdentityPasswordRequest,
    ) -> PasswordEntropy:
        """Measure the strength of a password

        Sends a candidate password and returns its entropy. Compare it with `password_min_entropy` of
        the settings; the character rules are separate. Nothing is stored. The same as
        `validatePublicPassword`.

        Sends `POST /api/v2/auth/identity/password/validate`.

        Args:
            body (ValidateIdentityPasswordRequest): Form fields of `validateIdentityPassword`.
                (application/x-www-form-urlencoded)

        Returns:
            PasswordEntropy on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the body is read
        from the upstream endpoint.)
        """
        from ...operations import OPERATIONS
        from .validate_identity_password import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["validateIdentityPassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawIdentityResource:
    """Sign-up, e-mail confirmation, password reset, login and logout. No login needed. Every method
    returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def confirm_password_reset(
        self,
        *,
        body: ConfirmPasswordResetRequest,
    ) -> RawResponse[None]:
        """Set a new password with a reset token: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .confirm_password_reset import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["confirmPasswordReset"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def request_password_reset(
        self,
        *,
        body: RequestPasswordResetRequest,
    ) -> RawResponse[None]:
        """Ask for a password reset e-mail: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .request_password_reset import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["requestPasswordReset"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def confirm_email(
        self,
        *,
        body: ConfirmEmailRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Confirm the e-mail address: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .confirm_email import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["confirmEmail"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def request_email_confirmation(
        self,
        *,
        body: RequestEmailConfirmationRequest,
    ) -> RawResponse[None]:
        """Ask for another confirmation e-mail: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .request_email_confirmation import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["requestEmailConfirmation"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def register_geetest(
        self,
    ) -> RawResponse[GeetestChallenge | str]:
        """Start a Geetest captcha: the answer as it came, GeetestChallenge | str when parsed."""
        from ...operations import OPERATIONS
        from .register_geetest import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["registerGeetest"],
            _get_kwargs(),
            _parse_success,
        )

    def create_user(
        self,
        *,
        body: CreateUserRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Sign up: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .create_user import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createUser"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def create_whitelist_access(
        self,
        *,
        body: CreateWhitelistAccessRequest,
    ) -> RawResponse[None]:
        """Pass an IP restriction with a whitelist link: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .create_whitelist_access import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createWhitelistAccess"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def create_auth_0_session(
        self,
        *,
        body: CreateAuth0SessionRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Log in through Auth0: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .create_auth_0_session import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createAuth0Session"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def create_session(
        self,
        *,
        body: CreateSessionRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Log in: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .create_session import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createSession"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def delete_session(
        self,
    ) -> RawResponse[None]:
        """Log out: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_session import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["deleteSession"],
            _get_kwargs(),
            _parse_success,
        )

    def get_identity_configs(
        self,
    ) -> RawResponse[Configs]:
        """Read the public settings: the answer as it came, Configs when parsed."""
        from ...operations import OPERATIONS
        from .get_identity_configs import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getIdentityConfigs"],
            _get_kwargs(),
            _parse_success,
        )

    def get_identity_version(
        self,
    ) -> RawResponse[Version]:
        """Read the build of the service: the answer as it came, Version when parsed."""
        from ...operations import OPERATIONS
        from .get_identity_version import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getIdentityVersion"],
            _get_kwargs(),
            _parse_success,
        )

    def get_identity_time(
        self,
    ) -> RawResponse[ServerTime]:
        """Read the server clock: the answer as it came, ServerTime when parsed."""
        from ...operations import OPERATIONS
        from .get_identity_time import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getIdentityTime"],
            _get_kwargs(),
            _parse_success,
        )

    def ping_identity(
        self,
    ) -> RawResponse[Pong]:
        """Check that the service answers: the answer as it came, Pong when parsed."""
        from ...operations import OPERATIONS
        from .ping_identity import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["pingIdentity"],
            _get_kwargs(),
            _parse_success,
        )

    def validate_identity_password(
        self,
        *,
        body: ValidateIdentityPasswordRequest,
    ) -> RawResponse[PasswordEntropy]:
        """Measure the strength of a password: the answer as it came, PasswordEntropy when parsed."""
        from ...operations import OPERATIONS
        from .validate_identity_password import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["validateIdentityPassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawIdentityResource:
    """Sign-up, e-mail confirmation, password reset, login and logout. No login needed. Every method is a
    coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def confirm_password_reset(
        self,
        *,
        body: ConfirmPasswordResetRequest,
    ) -> RawResponse[None]:
        """Set a new password with a reset token: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .confirm_password_reset import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["confirmPasswordReset"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def request_password_reset(
        self,
        *,
        body: RequestPasswordResetRequest,
    ) -> RawResponse[None]:
        """Ask for a password reset e-mail: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .request_password_reset import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["requestPasswordReset"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def confirm_email(
        self,
        *,
        body: ConfirmEmailRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Confirm the e-mail address: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .confirm_email import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["confirmEmail"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def request_email_confirmation(
        self,
        *,
        body: RequestEmailConfirmationRequest,
    ) -> RawResponse[None]:
        """Ask for another confirmation e-mail: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .request_email_confirmation import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["requestEmailConfirmation"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def register_geetest(
        self,
    ) -> RawResponse[GeetestChallenge | str]:
        """Start a Geetest captcha: the answer as it came, GeetestChallenge | str when parsed."""
        from ...operations import OPERATIONS
        from .register_geetest import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["registerGeetest"],
            _get_kwargs(),
            _parse_success,
        )

    async def create_user(
        self,
        *,
        body: CreateUserRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Sign up: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .create_user import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createUser"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def create_whitelist_access(
        self,
        *,
        body: CreateWhitelistAccessRequest,
    ) -> RawResponse[None]:
        """Pass an IP restriction with a whitelist link: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .create_whitelist_access import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createWhitelistAccess"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def create_auth_0_session(
        self,
        *,
        body: CreateAuth0SessionRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Log in through Auth0: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .create_auth_0_session import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createAuth0Session"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def create_session(
        self,
        *,
        body: CreateSessionRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Log in: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .create_session import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createSession"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def delete_session(
        self,
    ) -> RawResponse[None]:
        """Log out: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_session import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["deleteSession"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_identity_configs(
        self,
    ) -> RawResponse[Configs]:
        """Read the public settings: the answer as it came, Configs when parsed."""
        from ...operations import OPERATIONS
        from .get_identity_configs import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getIdentityConfigs"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_identity_version(
        self,
    ) -> RawResponse[Version]:
        """Read the build of the service: the answer as it came, Version when parsed."""
        from ...operations import OPERATIONS
        from .get_identity_version import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getIdentityVersion"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_identity_time(
        self,
    ) -> RawResponse[ServerTime]:
        """Read the server clock: the answer as it came, ServerTime when parsed."""
        from ...operations import OPERATIONS
        from .get_identity_time import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getIdentityTime"],
            _get_kwargs(),
            _parse_success,
        )

    async def ping_identity(
        self,
    ) -> RawResponse[Pong]:
        """Check that the service answers: the answer as it came, Pong when parsed."""
        from ...operations import OPERATIONS
        from .ping_identity import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["pingIdentity"],
            _get_kwargs(),
            _parse_success,
        )

    async def validate_identity_password(
        self,
        *,
        body: ValidateIdentityPasswordRequest,
    ) -> RawResponse[PasswordEntropy]:
        """Measure the strength of a password: the answer as it came, PasswordEntropy when parsed."""
        from ...operations import OPERATIONS
        from .validate_identity_password import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["validateIdentityPassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
