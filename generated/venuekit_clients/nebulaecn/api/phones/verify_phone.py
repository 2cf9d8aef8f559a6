# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error import Error
from ...models.user_with_full_info import UserWithFullInfo
from ...models.verify_phone_request import VerifyPhoneRequest


def _get_kwargs(
    *,
    body: VerifyPhoneRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/auth/resource/phones/verify",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | UserWithFullInfo:
    if response.status_code == 201:
        response_201 = UserWithFullInfo.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = Error.from_dict(response.json())

        return response_429

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
    client: AuthenticatedClient,
    body: VerifyPhoneRequest,
) -> Response[Error | UserWithFullInfo]:
    """Confirm a phone number

     Sends the code that arrived by SMS or call. The phone becomes verified, and the user comes back in
    full, at level 2 when the e-mail address is confirmed as well. No new `csrf_token` is in the answer:
    keep the one of the login.

    A wrong code is 404, not 422.

    Args:
        body (VerifyPhoneRequest): Form fields of `verifyPhone`.

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
    client: AuthenticatedClient,
    body: VerifyPhoneRequest,
) -> Error | UserWithFullInfo | None:
    """Confirm a phone number

     Sends the code that arrived by SMS or call. The phone becomes verified, and the user comes back in
    full, at level 2 when the e-mail address is confirmed as well. No new `csrf_token` is in the answer:
    keep the one of the login.

    A wrong code is 404, not 422.

    Args:
        body (VerifyPhoneRequest): Form fields of `verifyPhone`.

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
    client: AuthenticatedClient,
    body: VerifyPhoneRequest,
) -> Response[Error | UserWithFullInfo]:
    """Confirm a phone number

     Sends the code that arrived by SMS or call. The phone becomes verified, and the user comes back in
    full, at level 2 when the e-mail address is confirmed as well. No new `csrf_token` is in the answer:
    keep the one of the login.

    A wrong code is 404, not 422.

    Args:
        body (VerifyPhoneRequest): Form fields of `verifyPhone`.

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
    client: AuthenticatedClient,
    body: VerifyPhoneRequest,
) -> Error | UserWithFullInfo | None:
    """Confirm a phone number

     Sends the code that arrived by SMS or call. The phone becomes verified, and the user comes back in
    full, at level 2 when the e-mail address is confirmed as well. No new `csrf_token` is in the answer:
    keep the one of the login.

    A wrong code is 404, not 422.

    Args:
        body (VerifyPhoneRequest): Form fields of `verifyPhone`.

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
