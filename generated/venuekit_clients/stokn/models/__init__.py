# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""All data models of this client. Each one is imported when its name is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account import Account as Account
    from .account_envelope import AccountEnvelope as AccountEnvelope
    from .auth_challenge import AuthChallenge as AuthChallenge
    from .change_password_envelope import ChangePasswordEnvelope as ChangePasswordEnvelope
    from .change_password_request import ChangePasswordRequest as ChangePasswordRequest
    from .change_password_result import ChangePasswordResult as ChangePasswordResult
    from .code_delivery_details import CodeDeliveryDetails as CodeDeliveryDetails
    from .create_account_request import CreateAccountRequest as CreateAccountRequest
    from .create_portfolio_request import CreatePortfolioRequest as CreatePortfolioRequest
    from .create_token_request import CreateTokenRequest as CreateTokenRequest
    from .error import Error as Error
    from .forgot_password_envelope import ForgotPasswordEnvelope as ForgotPasswordEnvelope
    from .forgot_password_result import ForgotPasswordResult as ForgotPasswordResult
    from .kyc_start import KycStart as KycStart
    from .kyc_start_envelope import KycStartEnvelope as KycStartEnvelope
    from .login_envelope import LoginEnvelope as LoginEnvelope
    from .login_request import LoginRequest as LoginRequest
    from .o_auth_error import OAuthError as OAuthError
    from .portfolio import Portfolio as Portfolio
    from .portfolio_account_type import PortfolioAccountType as PortfolioAccountType
    from .refresh_token_request import RefreshTokenRequest as RefreshTokenRequest
    from .respond_otp_request import RespondOtpRequest as RespondOtpRequest
    from .sdk_http_metadata import SdkHttpMetadata as SdkHttpMetadata
    from .sdk_response_metadata import SdkResponseMetadata as SdkResponseMetadata
    from .sign_up_request import SignUpRequest as SignUpRequest
    from .text_list_map import TextListMap as TextListMap
    from .text_map import TextMap as TextMap
    from .token import Token as Token
    from .token_envelope import TokenEnvelope as TokenEnvelope
    from .token_grant import TokenGrant as TokenGrant
    from .user_account import UserAccount as UserAccount
    from .user_envelope import UserEnvelope as UserEnvelope

__all__ = (
    "Account",
    "AccountEnvelope",
    "AuthChallenge",
    "ChangePasswordEnvelope",
    "ChangePasswordRequest",
    "ChangePasswordResult",
    "CodeDeliveryDetails",
    "CreateAccountRequest",
    "CreatePortfolioRequest",
    "CreateTokenRequest",
    "Error",
    "ForgotPasswordEnvelope",
    "ForgotPasswordResult",
    "KycStart",
    "KycStartEnvelope",
    "LoginEnvelope",
    "LoginRequest",
    "OAuthError",
    "Portfolio",
    "PortfolioAccountType",
    "RefreshTokenRequest",
    "RespondOtpRequest",
    "SdkHttpMetadata",
    "SdkResponseMetadata",
    "SignUpRequest",
    "TextListMap",
    "TextMap",
    "Token",
    "TokenEnvelope",
    "TokenGrant",
    "UserAccount",
    "UserEnvelope",
)

_HOMES: dict[str, str] = {
    "Account": ".account",
    "AccountEnvelope": ".account_envelope",
    "AuthChallenge": ".auth_challenge",
    "ChangePasswordEnvelope": ".change_password_envelope",
    "ChangePasswordRequest": ".change_password_request",
    "ChangePasswordResult": ".change_password_result",
    "CodeDeliveryDetails": ".code_delivery_details",
    "CreateAccountRequest": ".create_account_request",
    "CreatePortfolioRequest": ".create_portfolio_request",
    "CreateTokenRequest": ".create_token_request",
    "Error": ".error",
    "ForgotPasswordEnvelope": ".forgot_password_envelope",
    "ForgotPasswordResult": ".forgot_password_result",
    "KycStart": ".kyc_start",
    "KycStartEnvelope": ".kyc_start_envelope",
    "LoginEnvelope": ".login_envelope",
    "LoginRequest": ".login_request",
    "OAuthError": ".o_auth_error",
    "Portfolio": ".portfolio",
    "PortfolioAccountType": ".portfolio_account_type",
    "RefreshTokenRequest": ".refresh_token_request",
    "RespondOtpRequest": ".respond_otp_request",
    "SdkHttpMetadata": ".sdk_http_metadata",
    "SdkResponseMetadata": ".sdk_response_metadata",
    "SignUpRequest": ".sign_up_request",
    "TextListMap": ".text_list_map",
    "TextMap": ".text_map",
    "Token": ".token",
    "TokenEnvelope": ".token_envelope",
    "TokenGrant": ".token_grant",
    "UserAccount": ".user_account",
    "UserEnvelope": ".user_envelope",
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
