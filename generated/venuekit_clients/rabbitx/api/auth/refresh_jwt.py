# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import UNSET, Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error_response import ErrorResponse
from ...models.refresh_jwt_request import RefreshJwtRequest
from ...models.refresh_jwt_response import RefreshJwtResponse
from ...types import Unset


def _get_kwargs(
    *,
    body: RefreshJwtRequest,
    rbt_ts: int | Unset = UNSET,
    eid: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(rbt_ts, Unset):
        headers["RBT-TS"] = str(rbt_ts)

    if not isinstance(eid, Unset):
        headers["EID"] = eid

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/jwt",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | RefreshJwtResponse:
    if response.status_code == 200:
        response_200 = RefreshJwtResponse.from_dict(response.json())

        return response_200

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


def _parse_success(response: httpx.Response) -> RefreshJwtResponse:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = RefreshJwtResponse.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorResponse | RefreshJwtResponse]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: RefreshJwtRequest,
    rbt_ts: int | Unset = UNSET,
    eid: str | Unset = UNSET,
) -> Response[ErrorResponse | RefreshJwtResponse]:
    """Renew the JWT

     A JWT lives 48 hours. In frontend mode send `is_client: true` with the refresh token, signed with
    the random
    secret in force: the answer replaces the JWT, the refresh token and the random secret, all three at
    once.
    In market maker mode send `is_client: false` with the API key and a signature: the answer has a new
    JWT only.

    Take a refresh token as spent once it was sent, also when the answer got lost; then onboard again,
    which is
    safe. Costs 20 tokens of the rate limit.

    Args:
        rbt_ts (int | Unset):
        eid (str | Unset):
        body (RefreshJwtRequest): Which mode, and in frontend mode the refresh token.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | RefreshJwtResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        rbt_ts=rbt_ts,
        eid=eid,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: RefreshJwtRequest,
    rbt_ts: int | Unset = UNSET,
    eid: str | Unset = UNSET,
) -> ErrorResponse | RefreshJwtResponse | None:
    """Renew the JWT

     A JWT lives 48 hours. In frontend mode send `is_client: true` with the refresh token, signed with
    the random
    secret in force: the answer replaces the JWT, the refresh token and the random secret, all three at
    once.
    In market maker mode send `is_client: false` with the API key and a signature: the answer has a new
    JWT only.

    Take a refresh token as spent once it was sent, also when the answer got lost; then onboard again,
    which is
    safe. Costs 20 tokens of the rate limit.

    Args:
        rbt_ts (int | Unset):
        eid (str | Unset):
        body (RefreshJwtRequest): Which mode, and in frontend mode the refresh token.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | RefreshJwtResponse
    """

    return sync_detailed(
        client=client,
        body=body,
        rbt_ts=rbt_ts,
        eid=eid,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: RefreshJwtRequest,
    rbt_ts: int | Unset = UNSET,
    eid: str | Unset = UNSET,
) -> Response[ErrorResponse | RefreshJwtResponse]:
    """Renew the JWT

     A JWT lives 48 hours. In frontend mode send `is_client: true` with the refresh token, signed with
    the random
    secret in force: the answer replaces the JWT, the refresh token and the random secret, all three at
    once.
    In market maker mode send `is_client: false` with the API key and a signature: the answer has a new
    JWT only.

    Take a refresh token as spent once it was sent, also when the answer got lost; then onboard again,
    which is
    safe. Costs 20 tokens of the rate limit.

    Args:
        rbt_ts (int | Unset):
        eid (str | Unset):
        body (RefreshJwtRequest): Which mode, and in frontend mode the refresh token.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | RefreshJwtResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        rbt_ts=rbt_ts,
        eid=eid,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: RefreshJwtRequest,
    rbt_ts: int | Unset = UNSET,
    eid: str | Unset = UNSET,
) -> ErrorResponse | RefreshJwtResponse | None:
    """Renew the JWT

     A JWT lives 48 hours. In frontend mode send `is_client: true` with the refresh token, signed with
    the random
    secret in force: the answer replaces the JWT, the refresh token and the random secret, all three at
    once.
    In market maker mode send `is_client: false` with the API key and a signature: the answer has a new
    JWT only.

    Take a refresh token as spent once it was sent, also when the answer got lost; then onboard again,
    which is
    safe. Costs 20 tokens of the rate limit.

    Args:
        rbt_ts (int | Unset):
        eid (str | Unset):
        body (RefreshJwtRequest): Which mode, and in frontend mode the refresh token.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | RefreshJwtResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            rbt_ts=rbt_ts,
            eid=eid,
        )
    ).parsed
