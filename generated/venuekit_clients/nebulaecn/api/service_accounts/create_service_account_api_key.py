# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.api_key import APIKey
from ...models.create_service_account_api_key_request import CreateServiceAccountApiKeyRequest
from ...models.error import Error


def _get_kwargs(
    *,
    body: CreateServiceAccountApiKeyRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/auth/resource/service_accounts/api_keys",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> APIKey | Error:
    if response.status_code == 201:
        response_201 = APIKey.from_dict(response.json())

        return response_201

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
    if response.status_code == 201:
        response_201 = APIKey.from_dict(response.json())

        return response_201

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
    *,
    client: AuthenticatedClient,
    body: CreateServiceAccountApiKeyRequest,
) -> Response[APIKey | Error]:
    """Create an API key for a service account

     Creates a key for one of the caller's service accounts. The `secret` is in this answer and nowhere
    else, so store it at once. Needs 2FA and an unused TOTP code: a code works once in 90 seconds, even
    when it was wrong.

    Service accounts themselves are made by the operator, not through this API.

    Args:
        body (CreateServiceAccountApiKeyRequest): Form fields of `createServiceAccountApiKey`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[APIKey | Error]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: CreateServiceAccountApiKeyRequest,
) -> APIKey | Error | None:
    """Create an API key for a service account

     Creates a key for one of the caller's service accounts. The `secret` is in this answer and nowhere
    else, so store it at once. Needs 2FA and an unused TOTP code: a code works once in 90 seconds, even
    when it was wrong.

    Service accounts themselves are made by the operator, not through this API.

    Args:
        body (CreateServiceAccountApiKeyRequest): Form fields of `createServiceAccountApiKey`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        APIKey | Error
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CreateServiceAccountApiKeyRequest,
) -> Response[APIKey | Error]:
    """Create an API key for a service account

     Creates a key for one of the caller's service accounts. The `secret` is in this answer and nowhere
    else, so store it at once. Needs 2FA and an unused TOTP code: a code works once in 90 seconds, even
    when it was wrong.

    Service accounts themselves are made by the operator, not through this API.

    Args:
        body (CreateServiceAccountApiKeyRequest): Form fields of `createServiceAccountApiKey`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[APIKey | Error]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CreateServiceAccountApiKeyRequest,
) -> APIKey | Error | None:
    """Create an API key for a service account

     Creates a key for one of the caller's service accounts. The `secret` is in this answer and nowhere
    else, so store it at once. Needs 2FA and an unused TOTP code: a code works once in 90 seconds, even
    when it was wrong.

    Service accounts themselves are made by the operator, not through this API.

    Args:
        body (CreateServiceAccountApiKeyRequest): Form fields of `createServiceAccountApiKey`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        APIKey | Error
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
