# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.api_key import APIKey
from ...models.create_api_key_request import CreateApiKeyRequest
from ...models.error import Error


def _get_kwargs(
    *,
    body: CreateApiKeyRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/auth/resource/api_keys",
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
    body: CreateApiKeyRequest,
) -> Response[APIKey | Error]:
    """Create an API key

     Creates a key and returns `kid` and `secret`. The secret is in this answer and nowhere else, so
    store it at once.

    * Needs state `active`, 2FA on and an unused TOTP code. The code that switched 2FA on is burnt for
      90 seconds: wait for the next 30-second step.
    * NebulaECN says that credentials are issued from level 3 (e-mail, phone, documents). The stock
      service asks for no level here.
    * Sign with the headers `X-Auth-Apikey` (kid), `X-Auth-Nonce` (milliseconds) and `X-Auth-Signature`:
      hex HMAC-SHA256 of nonce followed by kid, keyed with the secret as text.
    * Switching 2FA off, or leaving state `active`, makes all keys inactive.

    Args:
        body (CreateApiKeyRequest): Form fields of `createApiKey`.

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
    body: CreateApiKeyRequest,
) -> APIKey | Error | None:
    """Create an API key

     Creates a key and returns `kid` and `secret`. The secret is in this answer and nowhere else, so
    store it at once.

    * Needs state `active`, 2FA on and an unused TOTP code. The code that switched 2FA on is burnt for
      90 seconds: wait for the next 30-second step.
    * NebulaECN says that credentials are issued from level 3 (e-mail, phone, documents). The stock
      service asks for no level here.
    * Sign with the headers `X-Auth-Apikey` (kid), `X-Auth-Nonce` (milliseconds) and `X-Auth-Signature`:
      hex HMAC-SHA256 of nonce followed by kid, keyed with the secret as text.
    * Switching 2FA off, or leaving state `active`, makes all keys inactive.

    Args:
        body (CreateApiKeyRequest): Form fields of `createApiKey`.

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
    body: CreateApiKeyRequest,
) -> Response[APIKey | Error]:
    """Create an API key

     Creates a key and returns `kid` and `secret`. The secret is in this answer and nowhere else, so
    store it at once.

    * Needs state `active`, 2FA on and an unused TOTP code. The code that switched 2FA on is burnt for
      90 seconds: wait for the next 30-second step.
    * NebulaECN says that credentials are issued from level 3 (e-mail, phone, documents). The stock
      service asks for no level here.
    * Sign with the headers `X-Auth-Apikey` (kid), `X-Auth-Nonce` (milliseconds) and `X-Auth-Signature`:
      hex HMAC-SHA256 of nonce followed by kid, keyed with the secret as text.
    * Switching 2FA off, or leaving state `active`, makes all keys inactive.

    Args:
        body (CreateApiKeyRequest): Form fields of `createApiKey`.

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
    body: CreateApiKeyRequest,
) -> APIKey | Error | None:
    """Create an API key

     Creates a key and returns `kid` and `secret`. The secret is in this answer and nowhere else, so
    store it at once.

    * Needs state `active`, 2FA on and an unused TOTP code. The code that switched 2FA on is burnt for
      90 seconds: wait for the next 30-second step.
    * NebulaECN says that credentials are issued from level 3 (e-mail, phone, documents). The stock
      service asks for no level here.
    * Sign with the headers `X-Auth-Apikey` (kid), `X-Auth-Nonce` (milliseconds) and `X-Auth-Signature`:
      hex HMAC-SHA256 of nonce followed by kid, keyed with the secret as text.
    * Switching 2FA off, or leaving state `active`, makes all keys inactive.

    Args:
        body (CreateApiKeyRequest): Form fields of `createApiKey`.

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
