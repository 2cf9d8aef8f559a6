# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import UNSET, Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.config_response import ConfigResponse
from ...models.error_response import ErrorResponse
from ...types import Unset


def _get_kwargs(
    *,
    acc_num: int | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(acc_num, Unset):
        headers["accNum"] = str(acc_num)

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/trade/config",
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ConfigResponse | ErrorResponse:
    if response.status_code == 200:
        response_200 = ConfigResponse.from_dict(response.json())

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

    if response.status_code == 404:
        response_404 = ErrorResponse.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = ErrorResponse.from_dict(response.json())

        return response_429

    response_default = ErrorResponse.from_dict(response.json())

    return response_default


def _parse_success(response: httpx.Response) -> ConfigResponse:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = ConfigResponse.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ConfigResponse | ErrorResponse]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    acc_num: int | Unset = UNSET,
) -> Response[ConfigResponse | ErrorResponse]:
    """Read the columns and limits

     The venue sends tables as bare arrays and names their columns here. Read it once per session, before
    `getAccountState`. It also has the rate limits of the trade routes; none of them covers the auth
    routes.

    Args:
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConfigResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        acc_num=acc_num,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    acc_num: int | Unset = UNSET,
) -> ConfigResponse | ErrorResponse | None:
    """Read the columns and limits

     The venue sends tables as bare arrays and names their columns here. Read it once per session, before
    `getAccountState`. It also has the rate limits of the trade routes; none of them covers the auth
    routes.

    Args:
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConfigResponse | ErrorResponse
    """

    return sync_detailed(
        client=client,
        acc_num=acc_num,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    acc_num: int | Unset = UNSET,
) -> Response[ConfigResponse | ErrorResponse]:
    """Read the columns and limits

     The venue sends tables as bare arrays and names their columns here. Read it once per session, before
    `getAccountState`. It also has the rate limits of the trade routes; none of them covers the auth
    routes.

    Args:
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConfigResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        acc_num=acc_num,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    acc_num: int | Unset = UNSET,
) -> ConfigResponse | ErrorResponse | None:
    """Read the columns and limits

     The venue sends tables as bare arrays and names their columns here. Read it once per session, before
    `getAccountState`. It also has the rate limits of the trade routes; none of them covers the auth
    routes.

    Args:
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConfigResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            acc_num=acc_num,
        )
    ).parsed
