# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Sign-up, login and passwords of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.change_password_envelope import ChangePasswordEnvelope
    from ...models.change_password_request import ChangePasswordRequest
    from ...models.forgot_password_envelope import ForgotPasswordEnvelope
    from ...models.login_envelope import LoginEnvelope
    from ...models.login_request import LoginRequest
    from ...models.refresh_token_request import RefreshTokenRequest
    from ...models.respond_otp_request import RespondOtpRequest
    from ...models.sign_up_request import SignUpRequest
    from ...models.token_envelope import TokenEnvelope
    from ...models.user_envelope import UserEnvelope

__all__ = ("AsyncRawUsersResource", "AsyncUsersResource", "RawUsersResource", "UsersResource")


class UsersResource:
    """Sign-up, login and passwords of a person."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawUsersResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawUsersResource(self._caller)

    def sign_up(
        self,
        *,
        body: SignUpRequest,
    ) -> UserEnvelope:
        """Register a person

        Creates the login of one person and, with it, a first account. The account is inactive and has
        no portfolio until the identity check has passed and the venue has activated it. In the answer
        `userId` and the `accountId` of the first account are the same text. Not atomic: a refused
        call may have created the login all the same, and a second call for the same person is then
        answered with 409 and errorCode 4. Never repeat it blindly; try to log in instead. The scope
        needed is stokn-api/user.Write.

        Sends `POST /v1/user/sign-up`.

        Args:
            body (SignUpRequest): The person to register. (application/json)

        Returns:
            UserEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.login`. It happened if the log-in works, or asks for a code.
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (Path, fields and the answer are in the page;
        scope and refusals are from public code.)
        """
        from ...operations import OPERATIONS
        from .sign_up import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["signUp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def login(
        self,
        *,
        body: LoginRequest,
    ) -> LoginEnvelope:
        """Start a login

        Checks name and password. Normally a text message with a code goes to the person and the
        answer is a challenge to be met with respondOtp within about three minutes. Where no challenge
        is set the answer is a token at once. There is no call that sends the code again: log in again
        for a new code, which also makes a new session. Works with a client token and without any.

        Sends `POST /v1/user/login`.

        Args:
            body (LoginRequest): Name and password. (application/json)

        Returns:
            LoginEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. A challenge or token without its answer is of no use. Log in
        again; a new code is sent.
        Needs a person: no.
        Evidence: inferred, 001_18a38cef585526b2.txt (The page documents this call but leaves its path
        blank; public code has /v1/user/login with a JSON body. The page calls the two values path
        parameters.)
        """
        from ...operations import OPERATIONS
        from .login import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["login"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def respond_otp(
        self,
        *,
        body: RespondOtpRequest,
    ) -> TokenEnvelope:
        """Answer the login challenge

        Hands in the code from the text message and ends the login. Send the session and the challenge
        type as login gave them, and the very same user name. After a wrong code the session can be
        answered again; after about three minutes, or once it has been spent, it cannot, and a new
        login is needed. Keep the `username` of the token for refreshToken: it is the id of the
        person, not the e-mail address. Works with a client token and without any.

        Sends `POST /v1/user/otp`.

        Args:
            body (RespondOtpRequest): Answer to the login challenge. (application/json)

        Returns:
            TokenEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.login`. Only the tokens are lost. A new log-in, with a new code,
        replaces them whether it happened or not.
        Needs a person: yes (sms).
        Evidence: documented, 001_18a38cef585526b2.txt (The page labels this call user_auth, which
        cannot be: it is the call that makes the user token. Public code admits anonymous callers.)
        """
        from ...operations import OPERATIONS
        from .respond_otp import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["respondOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def refresh_token(
        self,
        *,
        body: RefreshTokenRequest,
    ) -> TokenEnvelope:
        """Renew the tokens of a person

        Makes a new access token and id token from the refresh token. The answer has no new refresh
        token: keep the old one, which lives 30 days unless the venue set otherwise. Send the
        `username` of the token, not the e-mail address. Takes a client token or a user token that is
        still good.

        Sends `POST /v1/user/refresh`.

        Args:
            body (RefreshTokenRequest): Whose tokens to renew. (application/json)

        Returns:
            TokenEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (The page prints no label for this call; public
        code takes any bearer token. Lifetime and missing refresh token are from the identity
        provider.)
        """
        from ...operations import OPERATIONS
        from .refresh_token import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["refreshToken"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def change_password(
        self,
        *,
        body: ChangePasswordRequest,
    ) -> ChangePasswordEnvelope:
        """Set a new password in an open session

        Meets a NEW_PASSWORD_REQUIRED challenge: `sessionId` must come from a login that was answered
        with that challenge type. It takes no code, so a code from forgotPassword cannot be used here.
        The answer wraps the tokens twice (`data.data`). The venue may report a failure although the
        password was changed: try to log in before calling again. Takes a client token or a user
        token.

        Sends `PUT /v1/user/change-password`.

        Args:
            body (ChangePasswordRequest): The session and the new password. (application/json)

        Returns:
            ChangePasswordEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.login`. It happened if the new password works.
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (Path, fields and double nesting are in the
        page; it prints no label. That only a NEW_PASSWORD_REQUIRED session works is from public
        code.)
        """
        from ...operations import OPERATIONS
        from .change_password import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["changePassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def forgot_password(
        self,
        *,
        email: str,
    ) -> ForgotPasswordEnvelope:
        """Send a password reset code

        Sends a reset code to the person and tells where it went. Each call sends a message although
        the method is GET, so do not retry it. The API has no call that takes this code, so a reset
        cannot be finished through it alone: ask the venue. Takes a client token or a user token.

        Sends `GET /v1/user/forget-password`.

        Args:
            email (str): E-mail address of the person. (query `email`)

        Returns:
            ForgotPasswordEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The message to the person is the only trace.
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (Path, parameter and answer are in the page; it
        prints no label.)
        """
        from ...operations import OPERATIONS
        from .forgot_password import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["forgotPassword"],
            _get_kwargs(
                email=email,
            ),
            _parse_success,
        )

    def get_me(
        self,
    ) -> UserEnvelope:
        """Read the person who is logged in

        Answers the same shape as signUp. Poll it after the identity check: `userAccountStatus` tells
        the verdict and `accounts[0].active` whether the account can be used. The two move separately;
        wait for `active`.

        Sends `GET /v1/user/me`.

        Returns:
            UserEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, the venue's documentation site, steps 3 and 6 (On a later page of the
        documentation; the shape is that of sign-up.)
        """
        from ...operations import OPERATIONS
        from .get_me import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getMe"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncUsersResource:
    """Sign-up, login and passwords of a person. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawUsersResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawUsersResource(self._caller)

    async def sign_up(
        self,
        *,
        body: SignUpRequest,
    ) -> UserEnvelope:
        """Register a person

        Creates the login of one person and, with it, a first account. The account is inactive and has
        no portfolio until the identity check has passed and the venue has activated it. In the answer
        `userId` and the `accountId` of the first account are the same text. Not atomic: a refused
        call may have created the login all the same, and a second call for the same person is then
        answered with 409 and errorCode 4. Never repeat it blindly; try to log in instead. The scope
        needed is stokn-api/user.Write.

        Sends `POST /v1/user/sign-up`.

        Args:
            body (SignUpRequest): The person to register. (application/json)

        Returns:
            UserEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.login`. It happened if the log-in works, or asks for a code.
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (Path, fields and the answer are in the page;
        scope and refusals are from public code.)
        """
        from ...operations import OPERATIONS
        from .sign_up import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["signUp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def login(
        self,
        *,
        body: LoginRequest,
    ) -> LoginEnvelope:
        """Start a login

        Checks name and password. Normally a text message with a code goes to the person and the
        answer is a challenge to be met with respondOtp within about three minutes. Where no challenge
        is set the answer is a token at once. There is no call that sends the code again: log in again
        for a new code, which also makes a new session. Works with a client token and without any.

        Sends `POST /v1/user/login`.

        Args:
            body (LoginRequest): Name and password. (application/json)

        Returns:
            LoginEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. A challenge or token without its answer is of no use. Log in
        again; a new code is sent.
        Needs a person: no.
        Evidence: inferred, 001_18a38cef585526b2.txt (The page documents this call but leaves its path
        blank; public code has /v1/user/login with a JSON body. The page calls the two values path
        parameters.)
        """
        from ...operations import OPERATIONS
        from .login import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["login"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def respond_otp(
        self,
        *,
        body: RespondOtpRequest,
    ) -> TokenEnvelope:
        """Answer the login challenge

        Hands in the code from the text message and ends the login. Send the session and the challenge
        type as login gave them, and the very same user name. After a wrong code the session can be
        answered again; after about three minutes, or once it has been spent, it cannot, and a new
        login is needed. Keep the `username` of the token for refreshToken: it is the id of the
        person, not the e-mail address. Works with a client token and without any.

        Sends `POST /v1/user/otp`.

        Args:
            body (RespondOtpRequest): Answer to the login challenge. (application/json)

        Returns:
            TokenEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.login`. Only the tokens are lost. A new log-in, with a new code,
        replaces them whether it happened or not.
        Needs a person: yes (sms).
        Evidence: documented, 001_18a38cef585526b2.txt (The page labels this call user_auth, which
        cannot be: it is the call that makes the user token. Public code admits anonymous callers.)
        """
        from ...operations import OPERATIONS
        from .respond_otp import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["respondOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def refresh_token(
        self,
        *,
        body: RefreshTokenRequest,
    ) -> TokenEnvelope:
        """Renew the tokens of a person

        Makes a new access token and id token from the refresh token. The answer has no new refresh
        token: keep the old one, which lives 30 days unless the venue set otherwise. Send the
        `username` of the token, not the e-mail address. Takes a client token or a user token that is
        still good.

        Sends `POST /v1/user/refresh`.

        Args:
            body (RefreshTokenRequest): Whose tokens to renew. (application/json)

        Returns:
            TokenEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (The page prints no label for this call; public
        code takes any bearer token. Lifetime and missing refresh token are from the identity
        provider.)
        """
        from ...operations import OPERATIONS
        from .refresh_token import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["refreshToken"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def change_password(
        self,
        *,
        body: ChangePasswordRequest,
    ) -> ChangePasswordEnvelope:
        """Set a new password in an open session

        Meets a NEW_PASSWORD_REQUIRED challenge: `sessionId` must come from a login that was answered
        with that challenge type. It takes no code, so a code from forgotPassword cannot be used here.
        The answer wraps the tokens twice (`data.data`). The venue may report a failure although the
        password was changed: try to log in before calling again. Takes a client token or a user
        token.

        Sends `PUT /v1/user/change-password`.

        Args:
            body (ChangePasswordRequest): The session and the new password. (application/json)

        Returns:
            ChangePasswordEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.login`. It happened if the new password works.
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (Path, fields and double nesting are in the
        page; it prints no label. That only a NEW_PASSWORD_REQUIRED session works is from public
        code.)
        """
        from ...operations import OPERATIONS
        from .change_password import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["changePassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def forgot_password(
        self,
        *,
        email: str,
    ) -> ForgotPasswordEnvelope:
        """Send a password reset code

        Sends a reset code to the person and tells where it went. Each call sends a message although
        the method is GET, so do not retry it. The API has no call that takes this code, so a reset
        cannot be finished through it alone: ask the venue. Takes a client token or a user token.

        Sends `GET /v1/user/forget-password`.

        Args:
            email (str): E-mail address of the person. (query `email`)

        Returns:
            ForgotPasswordEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: no call tells. The message to the person is the only trace.
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (Path, parameter and answer are in the page; it
        prints no label.)
        """
        from ...operations import OPERATIONS
        from .forgot_password import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["forgotPassword"],
            _get_kwargs(
                email=email,
            ),
            _parse_success,
        )

    async def get_me(
        self,
    ) -> UserEnvelope:
        """Read the person who is logged in

        Answers the same shape as signUp. Poll it after the identity check: `userAccountStatus` tells
        the verdict and `accounts[0].active` whether the account can be used. The two move separately;
        wait for `active`.

        Sends `GET /v1/user/me`.

        Returns:
            UserEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, the venue's documentation site, steps 3 and 6 (On a later page of the
        documentation; the shape is that of sign-up.)
        """
        from ...operations import OPERATIONS
        from .get_me import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getMe"],
            _get_kwargs(),
            _parse_success,
        )


class RawUsersResource:
    """Sign-up, login and passwords of a person. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def sign_up(
        self,
        *,
        body: SignUpRequest,
    ) -> RawResponse[UserEnvelope]:
        """Register a person: the answer as it came, UserEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .sign_up import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["signUp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def login(
        self,
        *,
        body: LoginRequest,
    ) -> RawResponse[LoginEnvelope]:
        """Start a login: the answer as it came, LoginEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .login import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["login"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def respond_otp(
        self,
        *,
        body: RespondOtpRequest,
    ) -> RawResponse[TokenEnvelope]:
        """Answer the login challenge: the answer as it came, TokenEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .respond_otp import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["respondOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def refresh_token(
        self,
        *,
        body: RefreshTokenRequest,
    ) -> RawResponse[TokenEnvelope]:
        """Renew the tokens of a person: the answer as it came, TokenEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .refresh_token import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["refreshToken"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def change_password(
        self,
        *,
        body: ChangePasswordRequest,
    ) -> RawResponse[ChangePasswordEnvelope]:
        """Set a new password in an open session: the answer as it came, ChangePasswordEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .change_password import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["changePassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def forgot_password(
        self,
        *,
        email: str,
    ) -> RawResponse[ForgotPasswordEnvelope]:
        """Send a password reset code: the answer as it came, ForgotPasswordEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .forgot_password import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["forgotPassword"],
            _get_kwargs(
                email=email,
            ),
            _parse_success,
        )

    def get_me(
        self,
    ) -> RawResponse[UserEnvelope]:
        """Read the person who is logged in: the answer as it came, UserEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .get_me import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getMe"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncRawUsersResource:
    """Sign-up, login and passwords of a person. Every method is a coroutine. Every method returns the
    answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def sign_up(
        self,
        *,
        body: SignUpRequest,
    ) -> RawResponse[UserEnvelope]:
        """Register a person: the answer as it came, UserEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .sign_up import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["signUp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def login(
        self,
        *,
        body: LoginRequest,
    ) -> RawResponse[LoginEnvelope]:
        """Start a login: the answer as it came, LoginEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .login import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["login"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def respond_otp(
        self,
        *,
        body: RespondOtpRequest,
    ) -> RawResponse[TokenEnvelope]:
        """Answer the login challenge: the answer as it came, TokenEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .respond_otp import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["respondOtp"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def refresh_token(
        self,
        *,
        body: RefreshTokenRequest,
    ) -> RawResponse[TokenEnvelope]:
        """Renew the tokens of a person: the answer as it came, TokenEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .refresh_token import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["refreshToken"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def change_password(
        self,
        *,
        body: ChangePasswordRequest,
    ) -> RawResponse[ChangePasswordEnvelope]:
        """Set a new password in an open session: the answer as it came, ChangePasswordEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .change_password import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["changePassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def forgot_password(
        self,
        *,
        email: str,
    ) -> RawResponse[ForgotPasswordEnvelope]:
        """Send a password reset code: the answer as it came, ForgotPasswordEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .forgot_password import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["forgotPassword"],
            _get_kwargs(
                email=email,
            ),
            _parse_success,
        )

    async def get_me(
        self,
    ) -> RawResponse[UserEnvelope]:
        """Read the person who is logged in: the answer as it came, UserEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .get_me import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getMe"],
            _get_kwargs(),
            _parse_success,
        )
