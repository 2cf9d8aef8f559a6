# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.api_key import APIKey
from ...models.error import Error
from ...models.update_service_account_api_key_request import UpdateServiceAccountApiKeyRequest


def _get_kwargs(
    kid: str,
    *,
    body: UpdateServiceAccountApiKeyRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v2/auth/resource/service_accounts/api_keys/{kid}".format(
            kid=quote(str(kid), safe=""),
        ),
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> APIKey | Error:
    if response.status_code == 200:
        response_200 = APIKey.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Error.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Error.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Error.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Error.from_dict(response.json())

        return response_404

    if response.status_code == 415:
        response_415 = Error.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Error.from_dict(response.json())

        return response_422

    if response.status_code == 423:
        response_423 = Error.from_dict(response.json())

        return response_423

    if response.status_code == 471:
        response_471 = Error.from_dict(response.json())

        return response_471

    if response.status_code == 500:
        response_500 = Error.from_dict(response.json())

        return response_500

    response_default = Error.from_dict(response.json())

    return response_default


def _parse_success(response: httpx.Response) -> APIKey:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = APIKey.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[APIKey | Error]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    kid: str,
    *,
    client: AuthenticatedClient,
    body: UpdateServiceAccountApiKeyRequest,
) -> Response[APIKey | Error]:
    """Change an API key of a service account

     Changes scope or state of a key that belongs to one of the caller's service accounts and returns the
    key without its secret. Needs 2FA and an unused TOTP code: a code works once in 90 seconds, even
    when it was wrong.

    Leaving `scope` out empties it, so send it every time. The method is PUT here and PATCH for own
    keys.

    Args:
        kid (str):
        body (UpdateServiceAccountApiKeyRequest): Form fields of `updateServiceAccountApiKey`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[APIKey | Error]
    """

    kwargs = _get_kwargs(
        kid=kid,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    kid: str,
    *,
    client: AuthenticatedClient,
    body: UpdateServiceAccountApiKeyRequest,
) -> APIKey | Error | None:
    """Change an API key of a service account

     Changes scope or state of a key that belongs to one of the caller's service accounts and returns the
    key without its secret. Needs 2FA and an unused TOTP code: a code works once in 90 seconds, even
    when it was wrong.

    Leaving `scope` out empties it, so send it every time. The method is PUT here and PATCH for own
    keys.

    Args:
        kid (str):
        body (UpdateServiceAccountApiKeyRequest): Form fields of `updateServiceAccountApiKey`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        APIKey | Error
    """

    return sync_detailed(
        kid=kid,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    kid: str,
    *,
    client: AuthenticatedClient,
    body: UpdateServiceAccountApiKeyRequest,
) -> Response[APIKey | Error]:
    """Change an API key of a service account

     Changes scope or state of a key that belongs to one of the caller's service accounts and returns the
    key without its secret. Needs 2FA and an unused TOTP code: a code works once in 90 seconds, even
    when it was wrong.

    Leaving `scope` out empties it, so send it every time. The method is PUT here and PATCH for own
    keys.

    Args:
        kid (str):
        body (UpdateServiceAccountApiKeyRequest): Form fields of `updateServiceAccountApiKey`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[APIKey | Error]
    """

    kwargs = _get_kwargs(
        kid=kid,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    kid: str,
    *,
    client: AuthenticatedClient,
    body: UpdateServiceAccountApiKeyRequest,
) -> APIKey | Error | None:
    """Change an API key of a service account

     Changes scope or state of a key that belongs to one of the caller's service accounts and returns the
    key without its secret. Needs 2FA and an unused TOTP code: a code works once in 90 seconds, even
    when it was wrong.

    Leaving `scope` out empties it, so send it every time. The method is PUT here and PATCH for own
    keys.

    Args:
        kid (str):
        body (UpdateServiceAccountApiKeyRequest): Form fields of `updateServiceAccountApiKey`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        APIKey | Error
    """

    return (
        await asyncio_detailed(
            kid=kid,
            client=client,
            body=body,
        )
    ).parsed
