# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Every operation of this client, grouped by tag: `Api(caller).<tag>.<operation>(...)`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...runtime import AsyncCaller, Caller
    from .addresses import AddressesResource, AsyncAddressesResource
    from .api_keys import ApiKeysResource, AsyncApiKeysResource
    from .data_storage import AsyncDataStorageResource, DataStorageResource
    from .documents import AsyncDocumentsResource, DocumentsResource
    from .identity import AsyncIdentityResource, IdentityResource
    from .labels import AsyncLabelsResource, LabelsResource
    from .otp import AsyncOtpResource, OtpResource
    from .phones import AsyncPhonesResource, PhonesResource
    from .profiles import AsyncProfilesResource, ProfilesResource
    from .public import AsyncPublicResource, PublicResource
    from .service_accounts import AsyncServiceAccountsResource, ServiceAccountsResource
    from .swagger import AsyncSwaggerResource, SwaggerResource
    from .users import AsyncUsersResource, UsersResource

__all__ = ("Api", "AsyncApi")


class Api:
    """Every operation; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def identity(self) -> IdentityResource:
        """Sign-up, e-mail confirmation, password reset, login and logout. No login needed."""
        from .identity import IdentityResource

        return IdentityResource(self._caller)

    @cached_property
    def public(self) -> PublicResource:
        """Settings and health, and the callback of the KYC vendor. No login needed."""
        from .public import PublicResource

        return PublicResource(self._caller)

    @cached_property
    def swagger(self) -> SwaggerResource:
        """The service's own API description."""
        from .swagger import SwaggerResource

        return SwaggerResource(self._caller)

    @cached_property
    def service_accounts(self) -> ServiceAccountsResource:
        """API keys of accounts that the operator attached to the user."""
        from .service_accounts import ServiceAccountsResource

        return ServiceAccountsResource(self._caller)

    @cached_property
    def data_storage(self) -> DataStorageResource:
        """Named pieces of data of the user."""
        from .data_storage import DataStorageResource

        return DataStorageResource(self._caller)

    @cached_property
    def api_keys(self) -> ApiKeysResource:
        """Own API keys."""
        from .api_keys import ApiKeysResource

        return ApiKeysResource(self._caller)

    @cached_property
    def otp(self) -> OtpResource:
        """Two-factor authentication with TOTP."""
        from .otp import OtpResource

        return OtpResource(self._caller)

    @cached_property
    def phones(self) -> PhonesResource:
        """Phone numbers and their verification."""
        from .phones import PhonesResource

        return PhonesResource(self._caller)

    @cached_property
    def documents(self) -> DocumentsResource:
        """Identity documents."""
        from .documents import DocumentsResource

        return DocumentsResource(self._caller)

    @cached_property
    def profiles(self) -> ProfilesResource:
        """Personal data."""
        from .profiles import ProfilesResource

        return ProfilesResource(self._caller)

    @cached_property
    def labels(self) -> LabelsResource:
        """Labels, on which state and level rest."""
        from .labels import LabelsResource

        return LabelsResource(self._caller)

    @cached_property
    def users(self) -> UsersResource:
        """The own user, its password and its activity."""
        from .users import UsersResource

        return UsersResource(self._caller)

    @cached_property
    def addresses(self) -> AddressesResource:
        """Proof of address."""
        from .addresses import AddressesResource

        return AddressesResource(self._caller)


class AsyncApi:
    """Every operation as a coroutine; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def identity(self) -> AsyncIdentityResource:
        """Sign-up, e-mail confirmation, password reset, login and logout. No login needed."""
        from .identity import AsyncIdentityResource

        return AsyncIdentityResource(self._caller)

    @cached_property
    def public(self) -> AsyncPublicResource:
        """Settings and health, and the callback of the KYC vendor. No login needed."""
        from .public import AsyncPublicResource

        return AsyncPublicResource(self._caller)

    @cached_property
    def swagger(self) -> AsyncSwaggerResource:
        """The service's own API description."""
        from .swagger import AsyncSwaggerResource

        return AsyncSwaggerResource(self._caller)

    @cached_property
    def service_accounts(self) -> AsyncServiceAccountsResource:
        """API keys of accounts that the operator attached to the user."""
        from .service_accounts import AsyncServiceAccountsResource

        return AsyncServiceAccountsResource(self._caller)

    @cached_property
    def data_storage(self) -> AsyncDataStorageResource:
        """Named pieces of data of the user."""
        from .data_storage import AsyncDataStorageResource

        return AsyncDataStorageResource(self._caller)

    @cached_property
    def api_keys(self) -> AsyncApiKeysResource:
        """Own API keys."""
        from .api_keys import AsyncApiKeysResource

        return AsyncApiKeysResource(self._caller)

    @cached_property
    def otp(self) -> AsyncOtpResource:
        """Two-factor authentication with TOTP."""
        from .otp import AsyncOtpResource

        return AsyncOtpResource(self._caller)

    @cached_property
    def phones(self) -> AsyncPhonesResource:
        """Phone numbers and their verification."""
        from .phones import AsyncPhonesResource

        return AsyncPhonesResource(self._caller)

    @cached_property
    def documents(self) -> AsyncDocumentsResource:
        """Identity documents."""
        from .documents import AsyncDocumentsResource

        return AsyncDocumentsResource(self._caller)

    @cached_property
    def profiles(self) -> AsyncProfilesResource:
        """Personal data."""
        from .profiles import AsyncProfilesResource

        return AsyncProfilesResource(self._caller)

    @cached_property
    def labels(self) -> AsyncLabelsResource:
        """Labels, on which state and level rest."""
        from .labels import AsyncLabelsResource

        return AsyncLabelsResource(self._caller)

    @cached_property
    def users(self) -> AsyncUsersResource:
        """The own user, its password and its activity."""
        from .users import AsyncUsersResource

        return AsyncUsersResource(self._caller)

    @cached_property
    def addresses(self) -> AsyncAddressesResource:
        """Proof of address."""
        from .addresses import AsyncAddressesResource

        return AsyncAddressesResource(self._caller)
