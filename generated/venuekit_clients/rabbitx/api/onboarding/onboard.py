# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import UNSET, Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error_response import ErrorResponse
from ...models.onboard_request import OnboardRequest
from ...models.onboard_response import OnboardResponse
from ...types import Unset


def _get_kwargs(
    *,
    body: OnboardRequest,
    rbt_ts: int,
    eid: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["RBT-TS"] = str(rbt_ts)

    if not isinstance(eid, Unset):
        headers["EID"] = eid

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/onboarding",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | OnboardResponse:
    if response.status_code == 200:
        response_200 = OnboardResponse.from_dict(response.json())

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


def _parse_success(response: httpx.Response) -> OnboardResponse:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = OnboardResponse.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorResponse | OnboardResponse]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: OnboardRequest,
    rbt_ts: int,
    eid: str | Unset = UNSET,
) -> Response[ErrorResponse | OnboardResponse]:
    """Register a wallet or sign in with it

     Proves that the caller owns a wallet. Creates a profile when the wallet is new on the chain, and
    signs in
    otherwise; the answer does not tell which of the two happened. So it is safe to send again. In
    market maker mode
    each time may leave one more API key behind; the venue limits their number (`MAX_SECRETS_EXCEED`).

    The proof is `signature`: the wallet signs the venue's welcome text together with the number sent in
    `RBT-TS`. Both personal_sign (EIP-191) and typed data (EIP-712) are in use. No other authentication
    is
    needed. Keep the secrets of the answer: no call shows them again.

    The answer depends on `is_client`: `true` fills `refreshToken` and `randomSecret`, anything else
    fills
    `apiSecret`. The example of the answer shows the fields of both modes at once; a real one has those
    of its
    mode. The venue also sets the cookie `jwt`.

    Costs 100 of the 1200 tokens that one IP address has per minute, so at most 12 calls a minute.

    Args:
        rbt_ts (int):
        eid (str | Unset):
        body (OnboardRequest): The wallet and the proof that the caller owns it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | OnboardResponse]
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
    client: AuthenticatedClient | Client,
    body: OnboardRequest,
    rbt_ts: int,
    eid: str | Unset = UNSET,
) -> ErrorResponse | OnboardResponse | None:
    """Register a wallet or sign in with it

     Proves that the caller owns a wallet. Creates a profile when the wallet is new on the chain, and
    signs in
    otherwise; the answer does not tell which of the two happened. So it is safe to send again. In
    market maker mode
    each time may leave one more API key behind; the venue limits their number (`MAX_SECRETS_EXCEED`).

    The proof is `signature`: the wallet signs the venue's welcome text together with the number sent in
    `RBT-TS`. Both personal_sign (EIP-191) and typed data (EIP-712) are in use. No other authentication
    is
    needed. Keep the secrets of the answer: no call shows them again.

    The answer depends on `is_client`: `true` fills `refreshToken` and `randomSecret`, anything else
    fills
    `apiSecret`. The example of the answer shows the fields of both modes at once; a real one has those
    of its
    mode. The venue also sets the cookie `jwt`.

    Costs 100 of the 1200 tokens that one IP address has per minute, so at most 12 calls a minute.

    Args:
        rbt_ts (int):
        eid (str | Unset):
        body (OnboardRequest): The wallet and the proof that the caller owns it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | OnboardResponse
    """

    return sync_detailed(
        client=client,
        body=body,
        rbt_ts=rbt_ts,
        eid=eid,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: OnboardRequest,
    rbt_ts: int,
    eid: str | Unset = UNSET,
) -> Response[ErrorResponse | OnboardResponse]:
    """Register a wallet or sign in with it

     Proves that the caller owns a wallet. Creates a profile when the wallet is new on the chain, and
    signs in
    otherwise; the answer does not tell which of the two happened. So it is safe to send again. In
    market maker mode
    each time may leave one more API key behind; the venue limits their number (`MAX_SECRETS_EXCEED`).

    The proof is `signature`: the wallet signs the venue's welcome text together with the number sent in
    `RBT-TS`. Both personal_sign (EIP-191) and typed data (EIP-712) are in use. No other authentication
    is
    needed. Keep the secrets of the answer: no call shows them again.

    The answer depends on `is_client`: `true` fills `refreshToken` and `randomSecret`, anything else
    fills
    `apiSecret`. The example of the answer shows the fields of both modes at once; a real one has those
    of its
    mode. The venue also sets the cookie `jwt`.

    Costs 100 of the 1200 tokens that one IP address has per minute, so at most 12 calls a minute.

    Args:
        rbt_ts (int):
        eid (str | Unset):
        body (OnboardRequest): The wallet and the proof that the caller owns it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | OnboardResponse]
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
    client: AuthenticatedClient | Client,
    body: OnboardRequest,
    rbt_ts: int,
    eid: str | Unset = UNSET,
) -> ErrorResponse | OnboardResponse | None:
    """Register a wallet or sign in with it

     Proves that the caller owns a wallet. Creates a profile when the wallet is new on the chain, and
    signs in
    otherwise; the answer does not tell which of the two happened. So it is safe to send again. In
    market maker mode
    each time may leave one more API key behind; the venue limits their number (`MAX_SECRETS_EXCEED`).

    The proof is `signature`: the wallet signs the venue's welcome text together with the number sent in
    `RBT-TS`. Both personal_sign (EIP-191) and typed data (EIP-712) are in use. No other authentication
    is
    needed. Keep the secrets of the answer: no call shows them again.

    The answer depends on `is_client`: `true` fills `refreshToken` and `randomSecret`, anything else
    fills
    `apiSecret`. The example of the answer shows the fields of both modes at once; a real one has those
    of its
    mode. The venue also sets the cookie `jwt`.

    Costs 100 of the 1200 tokens that one IP address has per minute, so at most 12 calls a minute.

    Args:
        rbt_ts (int):
        eid (str | Unset):
        body (OnboardRequest): The wallet and the proof that the caller owns it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | OnboardResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            rbt_ts=rbt_ts,
            eid=eid,
        )
    ).parsed
