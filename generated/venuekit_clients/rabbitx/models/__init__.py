# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""All data models of this client. Each one is imported when its name is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api_secret import ApiSecret as ApiSecret
    from .error_response import ErrorResponse as ErrorResponse
    from .leverage_by_market import LeverageByMarket as LeverageByMarket
    from .notification import Notification as Notification
    from .onboard_meta import OnboardMeta as OnboardMeta
    from .onboard_request import OnboardRequest as OnboardRequest
    from .onboard_response import OnboardResponse as OnboardResponse
    from .onboard_result import OnboardResult as OnboardResult
    from .order import Order as Order
    from .pagination import Pagination as Pagination
    from .position import Position as Position
    from .profile import Profile as Profile
    from .profile_response import ProfileResponse as ProfileResponse
    from .profile_type import ProfileType as ProfileType
    from .refresh_jwt_request import RefreshJwtRequest as RefreshJwtRequest
    from .refresh_jwt_response import RefreshJwtResponse as RefreshJwtResponse
    from .refresh_secrets_request import RefreshSecretsRequest as RefreshSecretsRequest
    from .refresh_secrets_response import RefreshSecretsResponse as RefreshSecretsResponse
    from .refreshed_jwt import RefreshedJwt as RefreshedJwt
    from .refreshed_secrets import RefreshedSecrets as RefreshedSecrets
    from .tier_status import TierStatus as TierStatus

__all__ = (
    "ApiSecret",
    "ErrorResponse",
    "LeverageByMarket",
    "Notification",
    "OnboardMeta",
    "OnboardRequest",
    "OnboardResponse",
    "OnboardResult",
    "Order",
    "Pagination",
    "Position",
    "Profile",
    "ProfileResponse",
    "ProfileType",
    "RefreshJwtRequest",
    "RefreshJwtResponse",
    "RefreshSecretsRequest",
    "RefreshSecretsResponse",
    "RefreshedJwt",
    "RefreshedSecrets",
    "TierStatus",
)

_HOMES: dict[str, str] = {
    "ApiSecret": ".api_secret",
    "ErrorResponse": ".error_response",
    "LeverageByMarket": ".leverage_by_market",
    "Notification": ".notification",
    "OnboardMeta": ".onboard_meta",
    "OnboardRequest": ".onboard_request",
    "OnboardResponse": ".onboard_response",
    "OnboardResult": ".onboard_result",
    "Order": ".order",
    "Pagination": ".pagination",
    "Position": ".position",
    "Profile": ".profile",
    "ProfileResponse": ".profile_response",
    "ProfileType": ".profile_type",
    "RefreshJwtRequest": ".refresh_jwt_request",
    "RefreshJwtResponse": ".refresh_jwt_response",
    "RefreshSecretsRequest": ".refresh_secrets_request",
    "RefreshSecretsResponse": ".refresh_secrets_response",
    "RefreshedJwt": ".refreshed_jwt",
    "RefreshedSecrets": ".refreshed_secrets",
    "TierStatus": ".tier_status",
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
