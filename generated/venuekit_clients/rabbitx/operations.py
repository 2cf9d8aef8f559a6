# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""What is known about every operation of this client: address, retry class, who is needed, documented success."""

from collections.abc import Mapping
from types import MappingProxyType

from ..runtime import Operation

__all__ = ["OPERATIONS"]

OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        "onboard": Operation(
            venue="rabbitx",
            id="onboard",
            tag="onboarding",
            name="onboard",
            method="POST",
            path="/onboarding",
            summary="Register a wallet or sign in with it",
            retry="idempotent",
            human="signature",
            security=(),
            success=(200,),
            lookup=None,
        ),
        "refreshJwt": Operation(
            venue="rabbitx",
            id="refreshJwt",
            tag="auth",
            name="refresh_jwt",
            method="POST",
            path="/jwt",
            summary="Renew the JWT",
            retry="never",
            human=None,
            security=(
                (
                    "jwtHeader",
                    "requestSignature",
                ),
                (
                    "jwtCookie",
                    "requestSignature",
                ),
                (
                    "apiKey",
                    "requestSignature",
                ),
            ),
            success=(200,),
            lookup="getAccount",
        ),
        "refreshSecrets": Operation(
            venue="rabbitx",
            id="refreshSecrets",
            tag="auth",
            name="refresh_secrets",
            method="POST",
            path="/secrets/refresh",
            summary="Replace an API key pair",
            retry="never",
            human=None,
            security=(
                (
                    "apiKey",
                    "requestSignature",
                ),
            ),
            success=(200,),
            lookup="getAccount",
        ),
        "getAccount": Operation(
            venue="rabbitx",
            id="getAccount",
            tag="account",
            name="get_account",
            method="GET",
            path="/account",
            summary="Read the own profile",
            retry="safe",
            human=None,
            security=(
                (
                    "apiKey",
                    "requestSignature",
                ),
                (
                    "jwtHeader",
                    "requestSignature",
                ),
                (
                    "jwtCookie",
                    "requestSignature",
                ),
            ),
            success=(200,),
            lookup=None,
        ),
        "validateAccount": Operation(
            venue="rabbitx",
            id="validateAccount",
            tag="account",
            name="validate_account",
            method="GET",
            path="/account/validate",
            summary="Check a JWT",
            retry="safe",
            human=None,
            security=(),
            success=(200,),
            lookup=None,
        ),
    }
)
