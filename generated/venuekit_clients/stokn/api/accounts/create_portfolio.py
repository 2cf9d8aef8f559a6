# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.account_envelope import AccountEnvelope
from ...models.create_portfolio_request import CreatePortfolioRequest
from ...models.error import Error


def _get_kwargs(
    *,
    body: CreatePortfolioRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/account/portfolio",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AccountEnvelope | Error:
    if response.status_code == 200:
        response_200 = AccountEnvelope.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Error.from_dict(response.json())

        return response_409

    if response.status_code == 415:
        response_415 = Error.from_dict(response.json())

        return response_415

    if response.status_code == 500:
        response_500 = Error.from_dict(response.json())

        return response_500

    response_default = Error.from_dict(response.json())

    return response_default


def _parse_success(response: httpx.Response) -> AccountEnvelope:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = AccountEnvelope.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[AccountEnvelope | Error]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CreatePortfolioRequest,
) -> Response[AccountEnvelope | Error]:
    """Make a portfolio

     Adds a portfolio, with an id of your choosing, to an active account and answers the whole account.
    It works only after the identity check and the activation; before, the answer is 409 with errorCode
    18. Each portfolio has its own address on a chain, and an account may have several. Activation
    already makes one TRADING portfolio. A portfolioId that exists is refused, so after a lost answer
    read the account first. The scope needed is stokn-api/admin.Write.

    Args:
        body (CreatePortfolioRequest): The portfolio to make.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccountEnvelope | Error]
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
    body: CreatePortfolioRequest,
) -> AccountEnvelope | Error | None:
    """Make a portfolio

     Adds a portfolio, with an id of your choosing, to an active account and answers the whole account.
    It works only after the identity check and the activation; before, the answer is 409 with errorCode
    18. Each portfolio has its own address on a chain, and an account may have several. Activation
    already makes one TRADING portfolio. A portfolioId that exists is refused, so after a lost answer
    read the account first. The scope needed is stokn-api/admin.Write.

    Args:
        body (CreatePortfolioRequest): The portfolio to make.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccountEnvelope | Error
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CreatePortfolioRequest,
) -> Response[AccountEnvelope | Error]:
    """Make a portfolio

     Adds a portfolio, with an id of your choosing, to an active account and answers the whole account.
    It works only after the identity check and the activation; before, the answer is 409 with errorCode
    18. Each portfolio has its own address on a chain, and an account may have several. Activation
    already makes one TRADING portfolio. A portfolioId that exists is refused, so after a lost answer
    read the account first. The scope needed is stokn-api/admin.Write.

    Args:
        body (CreatePortfolioRequest): The portfolio to make.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AccountEnvelope | Error]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CreatePortfolioRequest,
) -> AccountEnvelope | Error | None:
    """Make a portfolio

     Adds a portfolio, with an id of your choosing, to an active account and answers the whole account.
    It works only after the identity check and the activation; before, the answer is 409 with errorCode
    18. Each portfolio has its own address on a chain, and an account may have several. Activation
    already makes one TRADING portfolio. A portfolioId that exists is refused, so after a lost answer
    read the account first. The scope needed is stokn-api/admin.Write.

    Args:
        body (CreatePortfolioRequest): The portfolio to make.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AccountEnvelope | Error
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
