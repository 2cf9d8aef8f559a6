# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Settings and health, and the callback of the KYC vendor. No login needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.auth_0_config import Auth0Config
    from ...models.configs import Configs
    from ...models.password_entropy import PasswordEntropy
    from ...models.pong import Pong
    from ...models.server_time import ServerTime
    from ...models.validate_public_password_request import ValidatePublicPasswordRequest
    from ...models.version import Version

__all__ = ("AsyncPublicResource", "AsyncRawPublicResource", "PublicResource", "RawPublicResource")


class PublicResource:
    """Settings and health, and the callback of the KYC vendor. No login needed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawPublicResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawPublicResource(self._caller)

    def get_auth_0_config(
        self,
    ) -> Auth0Config:
        """Read the Auth0 settings

        Returns the Auth0 domain and client id with which a web page obtains the ID token for
        `createAuth0Session`. Both are null or absent where Auth0 is not in use.

        Sends `GET /api/v2/auth/public/configs/auth0`.

        Returns:
            Auth0Config on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the fields are read
        from the upstream endpoint.)
        """
        from ...operations import OPERATIONS
        from .get_auth_0_config import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getAuth0Config"],
            _get_kwargs(),
            _parse_success,
        )

    def get_public_configs(
        self,
    ) -> Configs:
        """Read the public settings

        Returns what a client must know before sign-up: captcha type, session lifetime, phone
        verification method and the password rules. Settings without a value are left out. The same as
        `getIdentityConfigs`.

        Sends `GET /api/v2/auth/public/configs`.

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
        from .get_public_configs import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getPublicConfigs"],
            _get_kwargs(),
            _parse_success,
        )

    def get_public_version(
        self,
    ) -> Version:
        """Read the build of the service

        Returns tag, commit, build date and version of the running build. The same as
        `getIdentityVersion`.

        Sends `GET /api/v2/auth/public/version`.

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
        from .get_public_version import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getPublicVersion"],
            _get_kwargs(),
            _parse_success,
        )

    def get_public_time(
        self,
    ) -> ServerTime:
        """Read the server clock

        Returns the server clock in whole seconds since the Unix epoch. Compare it with the local
        clock before signing with an API key: the nonce may be at most five seconds off, in either
        direction. The same as `getIdentityTime`.

        Sends `GET /api/v2/auth/public/time`.

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
        from .get_public_time import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getPublicTime"],
            _get_kwargs(),
            _parse_success,
        )

    def ping_public(
        self,
    ) -> Pong:
        """Check that the service answers

        Returns a fixed word. Needs no login. The same as `pingIdentity`.

        Sends `GET /api/v2/auth/public/ping`.

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
        from .ping_public import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["pingPublic"],
            _get_kwargs(),
            _parse_success,
        )

    def validate_public_password(
        self,
        *,
        body: ValidatePublicPasswordRequest,
    ) -> PasswordEntropy:
        """Measure the strength of a password

        Sends a candidate password and returns its entropy. Compare it with `password_min_entropy` of
        the settings; the character rules are separate. Nothing is stored. The same as
        `validateIdentityPassword`.

        Sends `POST /api/v2/auth/public/password/validate`.

        Args:
            body (ValidatePublicPasswordRequest): Form fields of `validatePublicPassword`.
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
        from .validate_public_password import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["validatePublicPassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def receive_kyc_callback(
        self,
    ) -> None:
        """Receive the callback of the KYC vendor

        Called by the KYC vendor, not by applicants. The vendor posts an `applicant_id` and a
        `verification_id`; the server does not trust them and fetches the verdict itself. Applicants
        see the outcome in their labels.

        Documented success is 201; a real server answers 200 with the vendor KYCAID, and 422 where
        documents are judged by hand. The page documents no body, so this operation sends none.

        Sends `POST /api/v2/auth/public/kyc`.

        Returns:
            None on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 201 without parameters; the code
        answers 200 with KYCAID and 422 with the local provider.)
        """
        from ...operations import OPERATIONS
        from .receive_kyc_callback import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["receiveKycCallback"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncPublicResource:
    """Settings and health, and the callback of the KYC vendor. No login needed. Every method is a
    coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawPublicResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawPublicResource(self._caller)

    async def get_auth_0_config(
        self,
    ) -> Auth0Config:
        """Read the Auth0 settings

        Returns the Auth0 domain and client id with which a web page obtains the ID token for
        `createAuth0Session`. Both are null or absent where Auth0 is not in use.

        Sends `GET /api/v2/auth/public/configs/auth0`.

        Returns:
            Auth0Config on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the fields are read
        from the upstream endpoint.)
        """
        from ...operations import OPERATIONS
        from .get_auth_0_config import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getAuth0Config"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_public_configs(
        self,
    ) -> Configs:
        """Read the public settings

        Returns what a client must know before sign-up: captcha type, session lifetime, phone
        verification method and the password rules. Settings without a value are left out. The same as
        `getIdentityConfigs`.

        Sends `GET /api/v2/auth/public/configs`.

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
        from .get_public_configs import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getPublicConfigs"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_public_version(
        self,
    ) -> Version:
        """Read the build of the service

        Returns tag, commit, build date and version of the running build. The same as
        `getIdentityVersion`.

        Sends `GET /api/v2/auth/public/version`.

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
        from .get_public_version import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getPublicVersion"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_public_time(
        self,
    ) -> ServerTime:
        """Read the server clock

        Returns the server clock in whole seconds since the Unix epoch. Compare it with the local
        clock before signing with an API key: the nonce may be at most five seconds off, in either
        direction. The same as `getIdentityTime`.

        Sends `GET /api/v2/auth/public/time`.

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
        from .get_public_time import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getPublicTime"],
            _get_kwargs(),
            _parse_success,
        )

    async def ping_public(
        self,
    ) -> Pong:
        """Check that the service answers

        Returns a fixed word. Needs no login. The same as `pingIdentity`.

        Sends `GET /api/v2/auth/public/ping`.

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
        from .ping_public import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["pingPublic"],
            _get_kwargs(),
            _parse_success,
        )

    async def validate_public_password(
        self,
        *,
        body: ValidatePublicPasswordRequest,
    ) -> PasswordEntropy:
        """Measure the strength of a password

        Sends a candidate password and returns its entropy. Compare it with `password_min_entropy` of
        the settings; the character rules are separate. Nothing is stored. The same as
        `validateIdentityPassword`.

        Sends `POST /api/v2/auth/public/password/validate`.

        Args:
            body (ValidatePublicPasswordRequest): Form fields of `validatePublicPassword`.
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
        from .validate_public_password import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["validatePublicPassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def receive_kyc_callback(
        self,
    ) -> None:
        """Receive the callback of the KYC vendor

        Called by the KYC vendor, not by applicants. The vendor posts an `applicant_id` and a
        `verification_id`; the server does not trust them and fetches the verdict itself. Applicants
        see the outcome in their labels.

        Documented success is 201; a real server answers 200 with the vendor KYCAID, and 422 where
        documents are judged by hand. The page documents no body, so this operation sends none.

        Sends `POST /api/v2/auth/public/kyc`.

        Returns:
            None on status 200 or 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 201 without parameters; the code
        answers 200 with KYCAID and 422 with the local provider.)
        """
        from ...operations import OPERATIONS
        from .receive_kyc_callback import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["receiveKycCallback"],
            _get_kwargs(),
            _parse_success,
        )


class RawPublicResource:
    """Settings and health, and the callback of the KYC vendor. No login needed. Every method returns the
    answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get_auth_0_config(
        self,
    ) -> RawResponse[Auth0Config]:
        """Read the Auth0 settings: the answer as it came, Auth0Config when parsed."""
        from ...operations import OPERATIONS
        from .get_auth_0_config import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getAuth0Config"],
            _get_kwargs(),
            _parse_success,
        )

    def get_public_configs(
        self,
    ) -> RawResponse[Configs]:
        """Read the public settings: the answer as it came, Configs when parsed."""
        from ...operations import OPERATIONS
        from .get_public_configs import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getPublicConfigs"],
            _get_kwargs(),
            _parse_success,
        )

    def get_public_version(
        self,
    ) -> RawResponse[Version]:
        """Read the build of the service: the answer as it came, Version when parsed."""
        from ...operations import OPERATIONS
        from .get_public_version import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getPublicVersion"],
            _get_kwargs(),
            _parse_success,
        )

    def get_public_time(
        self,
    ) -> RawResponse[ServerTime]:
        """Read the server clock: the answer as it came, ServerTime when parsed."""
        from ...operations import OPERATIONS
        from .get_public_time import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getPublicTime"],
            _get_kwargs(),
            _parse_success,
        )

    def ping_public(
        self,
    ) -> RawResponse[Pong]:
        """Check that the service answers: the answer as it came, Pong when parsed."""
        from ...operations import OPERATIONS
        from .ping_public import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["pingPublic"],
            _get_kwargs(),
            _parse_success,
        )

    def validate_public_password(
        self,
        *,
        body: ValidatePublicPasswordRequest,
    ) -> RawResponse[PasswordEntropy]:
        """Measure the strength of a password: the answer as it came, PasswordEntropy when parsed."""
        from ...operations import OPERATIONS
        from .validate_public_password import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["validatePublicPassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def receive_kyc_callback(
        self,
    ) -> RawResponse[None]:
        """Receive the callback of the KYC vendor: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .receive_kyc_callback import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["receiveKycCallback"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncRawPublicResource:
    """Settings and health, and the callback of the KYC vendor. No login needed. Every method is a
    coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get_auth_0_config(
        self,
    ) -> RawResponse[Auth0Config]:
        """Read the Auth0 settings: the answer as it came, Auth0Config when parsed."""
        from ...operations import OPERATIONS
        from .get_auth_0_config import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getAuth0Config"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_public_configs(
        self,
    ) -> RawResponse[Configs]:
        """Read the public settings: the answer as it came, Configs when parsed."""
        from ...operations import OPERATIONS
        from .get_public_configs import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getPublicConfigs"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_public_version(
        self,
    ) -> RawResponse[Version]:
        """Read the build of the service: the answer as it came, Version when parsed."""
        from ...operations import OPERATIONS
        from .get_public_version import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getPublicVersion"],
            _get_kwargs(),
            _parse_success,
        )

    async def get_public_time(
        self,
    ) -> RawResponse[ServerTime]:
        """Read the server clock: the answer as it came, ServerTime when parsed."""
        from ...operations import OPERATIONS
        from .get_public_time import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getPublicTime"],
            _get_kwargs(),
            _parse_success,
        )

    async def ping_public(
        self,
    ) -> RawResponse[Pong]:
        """Check that the service answers: the answer as it came, Pong when parsed."""
        from ...operations import OPERATIONS
        from .ping_public import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["pingPublic"],
            _get_kwargs(),
            _parse_success,
        )

    async def validate_public_password(
        self,
        *,
        body: ValidatePublicPasswordRequest,
    ) -> RawResponse[PasswordEntropy]:
        """Measure the strength of a password: the answer as it came, PasswordEntropy when parsed."""
        from ...operations import OPERATIONS
        from .validate_public_password import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["validatePublicPassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def receive_kyc_callback(
        self,
    ) -> RawResponse[None]:
        """Receive the callback of the KYC vendor: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .receive_kyc_callback import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["receiveKycCallback"],
            _get_kwargs(),
            _parse_success,
        )
