# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Personal data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.create_profile_request import CreateProfileRequest
    from ...models.profile import Profile
    from ...models.update_profile_request import UpdateProfileRequest

__all__ = ("AsyncProfilesResource", "AsyncRawProfilesResource", "ProfilesResource", "RawProfilesResource")


class ProfilesResource:
    """Personal data."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawProfilesResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawProfilesResource(self._caller)

    def update_profile(
        self,
        *,
        body: UpdateProfileRequest,
    ) -> Profile:
        """Change the draft profile

        Changes the caller's draft profile; `confirm: true` submits it. Returns the profile with last
        name and date of birth masked. Only a draft can be changed: once submitted, the answer is 404.

        No identity number or document goes here; use `createDocument` for those.

        Sends `PUT /api/v2/auth/resource/profiles`.

        Args:
            body (UpdateProfileRequest): Form fields of `updateProfile`.
                (application/x-www-form-urlencoded)

        Returns:
            Profile on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `profiles.get_my_profiles`. It happened if the profile is `submitted`,
        or has the new values.
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. The 404 is
        not on the page.)
        """
        from ...operations import OPERATIONS
        from .update_profile import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["updateProfile"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def create_profile(
        self,
        *,
        body: CreateProfileRequest,
    ) -> Profile:
        """Create the profile

        Stores the personal data of the caller. `confirm: true` submits it at once (label `profile:
        submitted`), otherwise it stays a draft for `updateProfile`. Returns the profile with last
        name and date of birth masked.

        Only one profile may be a draft or submitted at a time. A second one is refused with 422
        `state.exists`, although the page says 409.

        Sends `POST /api/v2/auth/resource/profiles`.

        Args:
            body (CreateProfileRequest): Form fields of `createProfile`.
                (application/x-www-form-urlencoded)

        Returns:
            Profile on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `profiles.get_my_profiles`. It happened if a profile is there.
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. The
        documented 409 is sent as 422 state.exists; both are declared.)
        """
        from ...operations import OPERATIONS
        from .create_profile import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createProfile"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def get_my_profiles(
        self,
    ) -> list[Profile]:
        """List own profiles

        Returns all profiles of the caller with last name and date of birth masked. An empty list when
        there is none.

        Sends `GET /api/v2/auth/resource/profiles/me`.

        Returns:
            list[Profile] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Profile and 404
        without one; the server returns an array, empty without one.)
        """
        from ...operations import OPERATIONS
        from .get_my_profiles import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getMyProfiles"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncProfilesResource:
    """Personal data. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawProfilesResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawProfilesResource(self._caller)

    async def update_profile(
        self,
        *,
        body: UpdateProfileRequest,
    ) -> Profile:
        """Change the draft profile

        Changes the caller's draft profile; `confirm: true` submits it. Returns the profile with last
        name and date of birth masked. Only a draft can be changed: once submitted, the answer is 404.

        No identity number or document goes here; use `createDocument` for those.

        Sends `PUT /api/v2/auth/resource/profiles`.

        Args:
            body (UpdateProfileRequest): Form fields of `updateProfile`.
                (application/x-www-form-urlencoded)

        Returns:
            Profile on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `profiles.get_my_profiles`. It happened if the profile is `submitted`,
        or has the new values.
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. The 404 is
        not on the page.)
        """
        from ...operations import OPERATIONS
        from .update_profile import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["updateProfile"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def create_profile(
        self,
        *,
        body: CreateProfileRequest,
    ) -> Profile:
        """Create the profile

        Stores the personal data of the caller. `confirm: true` submits it at once (label `profile:
        submitted`), otherwise it stays a draft for `updateProfile`. Returns the profile with last
        name and date of birth masked.

        Only one profile may be a draft or submitted at a time. A second one is refused with 422
        `state.exists`, although the page says 409.

        Sends `POST /api/v2/auth/resource/profiles`.

        Args:
            body (CreateProfileRequest): Form fields of `createProfile`.
                (application/x-www-form-urlencoded)

        Returns:
            Profile on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `profiles.get_my_profiles`. It happened if a profile is there.
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. The
        documented 409 is sent as 422 state.exists; both are declared.)
        """
        from ...operations import OPERATIONS
        from .create_profile import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createProfile"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def get_my_profiles(
        self,
    ) -> list[Profile]:
        """List own profiles

        Returns all profiles of the caller with last name and date of birth masked. An empty list when
        there is none.

        Sends `GET /api/v2/auth/resource/profiles/me`.

        Returns:
            list[Profile] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Profile and 404
        without one; the server returns an array, empty without one.)
        """
        from ...operations import OPERATIONS
        from .get_my_profiles import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getMyProfiles"],
            _get_kwargs(),
            _parse_success,
        )


class RawProfilesResource:
    """Personal data. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def update_profile(
        self,
        *,
        body: UpdateProfileRequest,
    ) -> RawResponse[Profile]:
        """Change the draft profile: the answer as it came, Profile when parsed."""
        from ...operations import OPERATIONS
        from .update_profile import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["updateProfile"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def create_profile(
        self,
        *,
        body: CreateProfileRequest,
    ) -> RawResponse[Profile]:
        """Create the profile: the answer as it came, Profile when parsed."""
        from ...operations import OPERATIONS
        from .create_profile import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createProfile"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def get_my_profiles(
        self,
    ) -> RawResponse[list[Profile]]:
        """List own profiles: the answer as it came, list[Profile] when parsed."""
        from ...operations import OPERATIONS
        from .get_my_profiles import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getMyProfiles"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncRawProfilesResource:
    """Personal data. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def update_profile(
        self,
        *,
        body: UpdateProfileRequest,
    ) -> RawResponse[Profile]:
        """Change the draft profile: the answer as it came, Profile when parsed."""
        from ...operations import OPERATIONS
        from .update_profile import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["updateProfile"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def create_profile(
        self,
        *,
        body: CreateProfileRequest,
    ) -> RawResponse[Profile]:
        """Create the profile: the answer as it came, Profile when parsed."""
        from ...operations import OPERATIONS
        from .create_profile import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createProfile"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def get_my_profiles(
        self,
    ) -> RawResponse[list[Profile]]:
        """List own profiles: the answer as it came, list[Profile] when parsed."""
        from ...operations import OPERATIONS
        from .get_my_profiles import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getMyProfiles"],
            _get_kwargs(),
            _parse_success,
        )
