# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""All data models of this client. Each one is imported when its name is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .activity import Activity as Activity
    from .admin_label_view import AdminLabelView as AdminLabelView
    from .api_key import APIKey as APIKey
    from .auth_0_config import Auth0Config as Auth0Config
    from .change_password_request import ChangePasswordRequest as ChangePasswordRequest
    from .comment import Comment as Comment
    from .configs import Configs as Configs
    from .confirm_email_request import ConfirmEmailRequest as ConfirmEmailRequest
    from .confirm_password_reset_request import ConfirmPasswordResetRequest as ConfirmPasswordResetRequest
    from .create_address_request import CreateAddressRequest as CreateAddressRequest
    from .create_api_key_request import CreateApiKeyRequest as CreateApiKeyRequest
    from .create_auth_0_session_request import CreateAuth0SessionRequest as CreateAuth0SessionRequest
    from .create_data_storage_request import CreateDataStorageRequest as CreateDataStorageRequest
    from .create_document_request import CreateDocumentRequest as CreateDocumentRequest
    from .create_label_request import CreateLabelRequest as CreateLabelRequest
    from .create_phone_request import CreatePhoneRequest as CreatePhoneRequest
    from .create_profile_request import CreateProfileRequest as CreateProfileRequest
    from .create_service_account_api_key_request import (
        CreateServiceAccountApiKeyRequest as CreateServiceAccountApiKeyRequest,
    )
    from .create_session_request import CreateSessionRequest as CreateSessionRequest
    from .create_user_request import CreateUserRequest as CreateUserRequest
    from .create_whitelist_access_request import CreateWhitelistAccessRequest as CreateWhitelistAccessRequest
    from .data_storage import DataStorage as DataStorage
    from .disable_otp_request import DisableOtpRequest as DisableOtpRequest
    from .document import Document as Document
    from .document_file import DocumentFile as DocumentFile
    from .enable_otp_request import EnableOtpRequest as EnableOtpRequest
    from .error import Error as Error
    from .geetest_challenge import GeetestChallenge as GeetestChallenge
    from .label import Label as Label
    from .level import Level as Level
    from .otp_secret import OtpSecret as OtpSecret
    from .otp_secret_data import OtpSecretData as OtpSecretData
    from .password_entropy import PasswordEntropy as PasswordEntropy
    from .phone import Phone as Phone
    from .phone_code_sent import PhoneCodeSent as PhoneCodeSent
    from .pong import Pong as Pong
    from .profile import Profile as Profile
    from .request_email_confirmation_request import (
        RequestEmailConfirmationRequest as RequestEmailConfirmationRequest,
    )
    from .request_password_reset_request import RequestPasswordResetRequest as RequestPasswordResetRequest
    from .send_phone_code_request import SendPhoneCodeRequest as SendPhoneCodeRequest
    from .server_time import ServerTime as ServerTime
    from .service_account_row import ServiceAccountRow as ServiceAccountRow
    from .service_accounts import ServiceAccounts as ServiceAccounts
    from .swagger_document import SwaggerDocument as SwaggerDocument
    from .update_api_key_request import UpdateApiKeyRequest as UpdateApiKeyRequest
    from .update_label_request import UpdateLabelRequest as UpdateLabelRequest
    from .update_me_request import UpdateMeRequest as UpdateMeRequest
    from .update_profile_request import UpdateProfileRequest as UpdateProfileRequest
    from .update_service_account_api_key_request import (
        UpdateServiceAccountApiKeyRequest as UpdateServiceAccountApiKeyRequest,
    )
    from .user import User as User
    from .user_with_full_info import UserWithFullInfo as UserWithFullInfo
    from .user_with_kyc import UserWithKYC as UserWithKYC
    from .user_with_profile import UserWithProfile as UserWithProfile
    from .validate_identity_password_request import (
        ValidateIdentityPasswordRequest as ValidateIdentityPasswordRequest,
    )
    from .validate_public_password_request import (
        ValidatePublicPasswordRequest as ValidatePublicPasswordRequest,
    )
    from .verify_otp_request import VerifyOtpRequest as VerifyOtpRequest
    from .verify_phone_request import VerifyPhoneRequest as VerifyPhoneRequest
    from .version import Version as Version

__all__ = (
    "APIKey",
    "Activity",
    "AdminLabelView",
    "Auth0Config",
    "ChangePasswordRequest",
    "Comment",
    "Configs",
    "ConfirmEmailRequest",
    "ConfirmPasswordResetRequest",
    "CreateAddressRequest",
    "CreateApiKeyRequest",
    "CreateAuth0SessionRequest",
    "CreateDataStorageRequest",
    "CreateDocumentRequest",
    "CreateLabelRequest",
    "CreatePhoneRequest",
    "CreateProfileRequest",
    "CreateServiceAccountApiKeyRequest",
    "CreateSessionRequest",
    "CreateUserRequest",
    "CreateWhitelistAccessRequest",
    "DataStorage",
    "DisableOtpRequest",
    "Document",
    "DocumentFile",
    "EnableOtpRequest",
    "Error",
    "GeetestChallenge",
    "Label",
    "Level",
    "OtpSecret",
    "OtpSecretData",
    "PasswordEntropy",
    "Phone",
    "PhoneCodeSent",
    "Pong",
    "Profile",
    "RequestEmailConfirmationRequest",
    "RequestPasswordResetRequest",
    "SendPhoneCodeRequest",
    "ServerTime",
    "ServiceAccountRow",
    "ServiceAccounts",
    "SwaggerDocument",
    "UpdateApiKeyRequest",
    "UpdateLabelRequest",
    "UpdateMeRequest",
    "UpdateProfileRequest",
    "UpdateServiceAccountApiKeyRequest",
    "User",
    "UserWithFullInfo",
    "UserWithKYC",
    "UserWithProfile",
    "ValidateIdentityPasswordRequest",
    "ValidatePublicPasswordRequest",
    "VerifyOtpRequest",
    "VerifyPhoneRequest",
    "Version",
)

_HOMES: dict[str, str] = {
    "Activity": ".activity",
    "AdminLabelView": ".admin_label_view",
    "APIKey": ".api_key",
    "Auth0Config": ".auth_0_config",
    "ChangePasswordRequest": ".change_password_request",
    "Comment": ".comment",
    "Configs": ".configs",
    "ConfirmEmailRequest": ".confirm_email_request",
    "ConfirmPasswordResetRequest": ".confirm_password_reset_request",
    "CreateAddressRequest": ".create_address_request",
    "CreateApiKeyRequest": ".create_api_key_request",
    "CreateAuth0SessionRequest": ".create_auth_0_session_request",
    "CreateDataStorageRequest": ".create_data_storage_request",
    "CreateDocumentRequest": ".create_document_request",
    "CreateLabelRequest": ".create_label_request",
    "CreatePhoneRequest": ".create_phone_request",
    "CreateProfileRequest": ".create_profile_request",
    "CreateServiceAccountApiKeyRequest": ".create_service_account_api_key_request",
    "CreateSessionRequest": ".create_session_request",
    "CreateUserRequest": ".create_user_request",
    "CreateWhitelistAccessRequest": ".create_whitelist_access_request",
    "DataStorage": ".data_storage",
    "DisableOtpRequest": ".disable_otp_request",
    "Document": ".document",
    "DocumentFile": ".document_file",
    "EnableOtpRequest": ".enable_otp_request",
    "Error": ".error",
    "GeetestChallenge": ".geetest_challenge",
    "Label": ".label",
    "Level": ".level",
    "OtpSecret": ".otp_secret",
    "OtpSecretData": ".otp_secret_data",
    "PasswordEntropy": ".password_entropy",
    "Phone": ".phone",
    "PhoneCodeSent": ".phone_code_sent",
    "Pong": ".pong",
    "Profile": ".profile",
    "RequestEmailConfirmationRequest": ".request_email_confirmation_request",
    "RequestPasswordResetRequest": ".request_password_reset_request",
    "SendPhoneCodeRequest": ".send_phone_code_request",
    "ServerTime": ".server_time",
    "ServiceAccountRow": ".service_account_row",
    "ServiceAccounts": ".service_accounts",
    "SwaggerDocument": ".swagger_document",
    "UpdateApiKeyRequest": ".update_api_key_request",
    "UpdateLabelRequest": ".update_label_request",
    "UpdateMeRequest": ".update_me_request",
    "UpdateProfileRequest": ".update_profile_request",
    "UpdateServiceAccountApiKeyRequest": ".update_service_account_api_key_request",
    "User": ".user",
    "UserWithFullInfo": ".user_with_full_info",
    "UserWithKYC": ".user_with_kyc",
    "UserWithProfile": ".user_with_profile",
    "ValidateIdentityPasswordRequest": ".validate_identity_password_request",
    "ValidatePublicPasswordRequest": ".validate_public_password_request",
    "VerifyOtpRequest": ".verify_otp_request",
    "VerifyPhoneRequest": ".verify_phone_request",
    "Version": ".version",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home, __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
