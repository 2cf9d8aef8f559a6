# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import errors
from ...types import UNSET, Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.account_state_response import AccountStateResponse
from ...models.error_response import ErrorResponse
from ...types import Unset


def _get_kwargs(
    account_id: int | str,
    *,
    acc_num: int | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(acc_num, Unset):
        headers["accNum"] = str(acc_num)

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/trade/accounts/{account_id}/state".format(
            account_id=quote(str(account_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AccountStateResponse | ErrorResponse:
    if response.status_code == 200:
        response_200 = AccountStateResponse.from_dict(response.json())

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


def _parse_success(response: httpx.Response) -> AccountStateResponse:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = AccountStateResponse.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[AccountStateResponse | ErrorResponse]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    account_id: int | str,
    *,
    client: AuthenticatedClient,
    acc_num: int | Unset = UNSET,
) -> Response[AccountStateResponse | ErrorResponse]:
    """Read balance and margins of an account

     The figures of an account as a bare array. Their names and order are `accountDetailsConfig.columns`
    of
    `getConfig`, so read that first and pair the two.

    Args:
        account_id (int | str):
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccountStateResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        acc_num=acc_num,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    account_id: int | str,
    *,
    client: AuthenticatedClient,
    acc_num: int | Unset = UNSET,
) -> AccountStateResponse | ErrorResponse | None:
    """Read balance and margins of an account

     The figures of an account as a bare array. Their names and order are `accountDetailsConfig.columns`
    of
    `getConfig`, so read that first and pair the two.

    Args:
        account_id (int | str):
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccountStateResponse | ErrorResponse
    """

    return sync_detailed(
        account_id=account_id,
        client=client,
        acc_num=acc_num,
    ).parsed


async def asyncio_detailed(
    account_id: int | str,
    *,
    client: AuthenticatedClient,
    acc_num: int | Unset = UNSET,
) -> Response[AccountStateResponse | ErrorResponse]:
    """Read balance and margins of an account

     The figures of an account as a bare array. Their names and order are `accountDetailsConfig.columns`
    of
    `getConfig`, so read that first and pair the two.

    Args:
        account_id (int | str):
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccountStateResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        account_id=account_id,
        acc_num=acc_num,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    account_id: int | str,
    *,
    client: AuthenticatedClient,
    acc_num: int | Unset = UNSET,
) -> AccountStateResponse | ErrorResponse | None:
    """Read balance and margins of an account

     The figures of an account as a bare array. Their names and order are `accountDetailsConfig.columns`
    of
    `getConfig`, so read that first and pair the two.

    Args:
        account_id (int | str):
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccountStateResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            account_id=account_id,
            client=client,
            acc_num=acc_num,
        )
    ).parsed
