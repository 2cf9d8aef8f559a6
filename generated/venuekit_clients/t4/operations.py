# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""What is known about every operation of this client: address, retry class, who is needed, documented success."""

from collections.abc import Mapping
from types import MappingProxyType

from ..runtime import Operation

__all__ = ["OPERATIONS"]

OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        "onboardUser": Operation(
            venue="t4",
            id="onboardUser",
            tag="onboarding",
            name="onboard_user",
            method="POST",
            path="/admin/v1/onboarding",
            summary="Onboard a person in one call",
            retry="never",
            human="agreement",
            security=(
                ("api_key",),
                ("bearer",),
            ),
            success=(200,),
            lookup="login",
        ),
        "login": Operation(
            venue="t4",
            id="login",
            tag="auth",
            name="login",
            method="POST",
            path="/login",
            summary="Log in as a person",
            retry="idempotent",
            human=None,
            security=(),
            success=(200,),
            lookup=None,
        ),
        "getUserEula": Operation(
            venue="t4",
            id="getUserEula",
            tag="users",
            name="get_user_eula",
            method="GET",
            path="/admin/v1/users/{userId}/eula",
            summary="List the agreements of a user",
            retry="safe",
            human=None,
            security=(
                ("api_key",),
                ("bearer",),
            ),
            success=(200,),
            lookup=None,
        ),
    }
)
