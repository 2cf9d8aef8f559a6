# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import UNSET, Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error_response import ErrorResponse
from ...models.trade_accounts_response import TradeAccountsResponse
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
        "url": "/trade/accounts",
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | TradeAccountsResponse:
    if response.status_code == 200:
        response_200 = TradeAccountsResponse.from_dict(response.json())

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


def _parse_success(response: httpx.Response) -> TradeAccountsResponse:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = TradeAccountsResponse.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorResponse | TradeAccountsResponse]:
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
) -> Response[ErrorResponse | TradeAccountsResponse]:
    """Read the trading rules of an account

     Currency, status, trading rules and risk rules of the account that the header `accNum` names. The
    answer is a
    list, although the header picks one account.

    Args:
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | TradeAccountsResponse]
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
) -> ErrorResponse | TradeAccountsResponse | None:
    """Read the trading rules of an account

     Currency, status, trading rules and risk rules of the account that the header `accNum` names. The
    answer is a
    list, although the header picks one account.

    Args:
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | TradeAccountsResponse
    """

    return sync_detailed(
        client=client,
        acc_num=acc_num,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    acc_num: int | Unset = UNSET,
) -> Response[ErrorResponse | TradeAccountsResponse]:
    """Read the trading rules of an account

     Currency, status, trading rules and risk rules of the account that the header `accNum` names. The
    answer is a
    list, although the header picks one account.

    Args:
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | TradeAccountsResponse]
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
) -> ErrorResponse | TradeAccountsResponse | None:
    """Read the trading rules of an account

     Currency, status, trading rules and risk rules of the account that the header `accNum` names. The
    answer is a
    list, although the header picks one account.

    Args:
        acc_num (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | TradeAccountsResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            acc_num=acc_num,
        )
    ).parsed
