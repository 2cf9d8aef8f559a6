# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""All data models of this client. Each one is imported when its name is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account import Account as Account
    from .application_type import ApplicationType as ApplicationType
    from .error import Error as Error
    from .eula_acceptance import EulaAcceptance as EulaAcceptance
    from .eula_document import EulaDocument as EulaDocument
    from .eula_record import EulaRecord as EulaRecord
    from .eula_signature import EulaSignature as EulaSignature
    from .exchange_market_data import ExchangeMarketData as ExchangeMarketData
    from .login_answer import LoginAnswer as LoginAnswer
    from .login_request import LoginRequest as LoginRequest
    from .market_data import MarketData as MarketData
    from .market_data_option import MarketDataOption as MarketDataOption
    from .market_data_selection import MarketDataSelection as MarketDataSelection
    from .market_data_type import MarketDataType as MarketDataType
    from .market_data_update import MarketDataUpdate as MarketDataUpdate
    from .metadata import Metadata as Metadata
    from .new_account import NewAccount as NewAccount
    from .new_eula_signature import NewEulaSignature as NewEulaSignature
    from .new_user import NewUser as NewUser
    from .onboard_user_answer import OnboardUserAnswer as OnboardUserAnswer
    from .onboard_user_request import OnboardUserRequest as OnboardUserRequest
    from .onboarding_data import OnboardingData as OnboardingData
    from .onboarding_result import OnboardingResult as OnboardingResult
    from .onboarding_value import OnboardingValue as OnboardingValue
    from .risk_details import RiskDetails as RiskDetails
    from .user import User as User
    from .user_application import UserApplication as UserApplication
    from .user_eula import UserEula as UserEula
    from .user_eula_answer import UserEulaAnswer as UserEulaAnswer

__all__ = (
    "Account",
    "ApplicationType",
    "Error",
    "EulaAcceptance",
    "EulaDocument",
    "EulaRecord",
    "EulaSignature",
    "ExchangeMarketData",
    "LoginAnswer",
    "LoginRequest",
    "MarketData",
    "MarketDataOption",
    "MarketDataSelection",
    "MarketDataType",
    "MarketDataUpdate",
    "Metadata",
    "NewAccount",
    "NewEulaSignature",
    "NewUser",
    "OnboardUserAnswer",
    "OnboardUserRequest",
    "OnboardingData",
    "OnboardingResult",
    "OnboardingValue",
    "RiskDetails",
    "User",
    "UserApplication",
    "UserEula",
    "UserEulaAnswer",
)

_HOMES: dict[str, str] = {
    "Account": ".account",
    "ApplicationType": ".application_type",
    "Error": ".error",
    "EulaAcceptance": ".eula_acceptance",
    "EulaDocument": ".eula_document",
    "EulaRecord": ".eula_record",
    "EulaSignature": ".eula_signature",
    "ExchangeMarketData": ".exchange_market_data",
    "LoginAnswer": ".login_answer",
    "LoginRequest": ".login_request",
    "MarketData": ".market_data",
    "MarketDataOption": ".market_data_option",
    "MarketDataSelection": ".market_data_selection",
    "MarketDataType": ".market_data_type",
    "MarketDataUpdate": ".market_data_update",
    "Metadata": ".metadata",
    "NewAccount": ".new_account",
    "NewEulaSignature": ".new_eula_signature",
    "NewUser": ".new_user",
    "OnboardUserAnswer": ".onboard_user_answer",
    "OnboardUserRequest": ".onboard_user_request",
    "OnboardingData": ".onboarding_data",
    "OnboardingResult": ".onboarding_result",
    "OnboardingValue": ".onboarding_value",
    "RiskDetails": ".risk_details",
    "User": ".user",
    "UserApplication": ".user_application",
    "UserEula": ".user_eula",
    "UserEulaAnswer": ".user_eula_answer",
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
