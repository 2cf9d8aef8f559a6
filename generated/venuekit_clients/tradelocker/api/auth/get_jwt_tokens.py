# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error_response import ErrorResponse
from ...models.get_jwt_tokens_request import GetJWTTokensRequest
from ...models.jwt_tokens_response import JWTTokensResponse


def _get_kwargs(
    *,
    body: GetJWTTokensRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/auth/jwt/token",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | JWTTokensResponse:
    if response.status_code == 201:
        response_201 = JWTTokensResponse.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorResponse.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = ErrorResponse.from_dict(response.json())

        return response_403

    if response.status_code == 429:
        response_429 = ErrorResponse.from_dict(response.json())

        return response_429

    response_default = ErrorResponse.from_dict(response.json())

    return response_default


def _parse_success(response: httpx.Response) -> JWTTokensResponse:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 201:
        response_201 = JWTTokensResponse.from_dict(response.json())

        return response_201

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorResponse | JWTTokensResponse]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: GetJWTTokensRequest,
) -> Response[ErrorResponse | JWTTokensResponse]:
    """Sign in

     Trades e-mail, password and the name of the broker's server for an access token (one hour) and a
    refresh token
    (seven days). The login must belong to the environment: a demo login is refused by the live host,
    and the other
    way round. Sending it again makes another pair of tokens and harms nothing.

    Needs no authentication. The optional header `developer-api-key` may be sent here too.

    Args:
        body (GetJWTTokensRequest): A login at one broker's server.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | JWTTokensResponse]
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
    body: GetJWTTokensRequest,
) -> ErrorResponse | JWTTokensResponse | None:
    """Sign in

     Trades e-mail, password and the name of the broker's server for an access token (one hour) and a
    refresh token
    (seven days). The login must belong to the environment: a demo login is refused by the live host,
    and the other
    way round. Sending it again makes another pair of tokens and harms nothing.

    Needs no authentication. The optional header `developer-api-key` may be sent here too.

    Args:
        body (GetJWTTokensRequest): A login at one broker's server.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | JWTTokensResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: GetJWTTokensRequest,
) -> Response[ErrorResponse | JWTTokensResponse]:
    """Sign in

     Trades e-mail, password and the name of the broker's server for an access token (one hour) and a
    refresh token
    (seven days). The login must belong to the environment: a demo login is refused by the live host,
    and the other
    way round. Sending it again makes another pair of tokens and harms nothing.

    Needs no authentication. The optional header `developer-api-key` may be sent here too.

    Args:
        body (GetJWTTokensRequest): A login at one broker's server.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | JWTTokensResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: GetJWTTokensRequest,
) -> ErrorResponse | JWTTokensResponse | None:
    """Sign in

     Trades e-mail, password and the name of the broker's server for an access token (one hour) and a
    refresh token
    (seven days). The login must belong to the environment: a demo login is refused by the live host,
    and the other
    way round. Sending it again makes another pair of tokens and harms nothing.

    Needs no authentication. The optional header `developer-api-key` may be sent here too.

    Args:
        body (GetJWTTokensRequest): A login at one broker's server.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | JWTTokensResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
