# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.create_token_request import CreateTokenRequest
from ...models.o_auth_error import OAuthError
from ...models.token_grant import TokenGrant


def _get_kwargs(
    *,
    body: CreateTokenRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/oauth2/token",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OAuthError | TokenGrant:
    if response.status_code == 200:
        response_200 = TokenGrant.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = OAuthError.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = OAuthError.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = OAuthError.from_dict(response.json())

        return response_403

    if response.status_code == 500:
        response_500 = OAuthError.from_dict(response.json())

        return response_500

    response_default = OAuthError.from_dict(response.json())

    return response_default


def _parse_success(response: httpx.Response) -> TokenGrant:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = TokenGrant.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[OAuthError | TokenGrant]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreateTokenRequest,
) -> Response[OAuthError | TokenGrant]:
    """Get a client token

     Trades the client id and secret for a bearer token that names your company, not a person (OAuth 2.0
    client credentials). Send the id and secret either in the form or as HTTP Basic, not both. No
    refresh token comes back: ask again when the token has run out. The venue does not publish the host,
    so it has to be set.

    Args:
        body (CreateTokenRequest): Form of the client credentials grant.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OAuthError | TokenGrant]
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
    client: AuthenticatedClient | Client,
    body: CreateTokenRequest,
) -> OAuthError | TokenGrant | None:
    """Get a client token

     Trades the client id and secret for a bearer token that names your company, not a person (OAuth 2.0
    client credentials). Send the id and secret either in the form or as HTTP Basic, not both. No
    refresh token comes back: ask again when the token has run out. The venue does not publish the host,
    so it has to be set.

    Args:
        body (CreateTokenRequest): Form of the client credentials grant.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OAuthError | TokenGrant
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreateTokenRequest,
) -> Response[OAuthError | TokenGrant]:
    """Get a client token

     Trades the client id and secret for a bearer token that names your company, not a person (OAuth 2.0
    client credentials). Send the id and secret either in the form or as HTTP Basic, not both. No
    refresh token comes back: ask again when the token has run out. The venue does not publish the host,
    so it has to be set.

    Args:
        body (CreateTokenRequest): Form of the client credentials grant.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OAuthError | TokenGrant]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: CreateTokenRequest,
) -> OAuthError | TokenGrant | None:
    """Get a client token

     Trades the client id and secret for a bearer token that names your company, not a person (OAuth 2.0
    client credentials). Send the id and secret either in the form or as HTTP Basic, not both. No
    refresh token comes back: ask again when the token has run out. The venue does not publish the host,
    so it has to be set.

    Args:
        body (CreateTokenRequest): Form of the client credentials grant.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OAuthError | TokenGrant
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
