# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.create_auth_0_session_request import CreateAuth0SessionRequest
from ...models.error import Error
from ...models.user_with_full_info import UserWithFullInfo


def _get_kwargs(
    *,
    body: CreateAuth0SessionRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/auth/identity/sessions/auth0",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | UserWithFullInfo:
    if response.status_code == 200:
        response_200 = UserWithFullInfo.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = UserWithFullInfo.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Error.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Error.from_dict(response.json())

        return response_401

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


def _parse_success(response: httpx.Response) -> UserWithFullInfo:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = UserWithFullInfo.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = UserWithFullInfo.from_dict(response.json())

        return response_201

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | UserWithFullInfo]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreateAuth0SessionRequest,
) -> Response[Error | UserWithFullInfo]:
    """Log in through Auth0

     Exchanges an Auth0 ID token for a session, creating the user when the address is new. Answers with
    the user and a `csrf_token`, and sets the session cookie. Needs a deployment with Auth0, see
    `getAuth0Config`.

    Documented success is 200 without a body; a real server answers 201 with the user.

    Args:
        body (CreateAuth0SessionRequest): Form fields of `createAuth0Session`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | UserWithFullInfo]
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
    body: CreateAuth0SessionRequest,
) -> Error | UserWithFullInfo | None:
    """Log in through Auth0

     Exchanges an Auth0 ID token for a session, creating the user when the address is new. Answers with
    the user and a `csrf_token`, and sets the session cookie. Needs a deployment with Auth0, see
    `getAuth0Config`.

    Documented success is 200 without a body; a real server answers 201 with the user.

    Args:
        body (CreateAuth0SessionRequest): Form fields of `createAuth0Session`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | UserWithFullInfo
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CreateAuth0SessionRequest,
) -> Response[Error | UserWithFullInfo]:
    """Log in through Auth0

     Exchanges an Auth0 ID token for a session, creating the user when the address is new. Answers with
    the user and a `csrf_token`, and sets the session cookie. Needs a deployment with Auth0, see
    `getAuth0Config`.

    Documented success is 200 without a body; a real server answers 201 with the user.

    Args:
        body (CreateAuth0SessionRequest): Form fields of `createAuth0Session`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | UserWithFullInfo]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: CreateAuth0SessionRequest,
) -> Error | UserWithFullInfo | None:
    """Log in through Auth0

     Exchanges an Auth0 ID token for a session, creating the user when the address is new. Answers with
    the user and a `csrf_token`, and sets the session cookie. Needs a deployment with Auth0, see
    `getAuth0Config`.

    Documented success is 200 without a body; a real server answers 201 with the user.

    Args:
        body (CreateAuth0SessionRequest): Form fields of `createAuth0Session`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | UserWithFullInfo
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
