# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.create_phone_request import CreatePhoneRequest
from ...models.error import Error
from ...models.phone_code_sent import PhoneCodeSent


def _get_kwargs(
    *,
    body: CreatePhoneRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/auth/resource/phones",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | PhoneCodeSent:
    if response.status_code == 200:
        response_200 = PhoneCodeSent.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = PhoneCodeSent.from_dict(response.json())

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


def _parse_success(response: httpx.Response) -> PhoneCodeSent:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = PhoneCodeSent.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = PhoneCodeSent.from_dict(response.json())

        return response_201

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | PhoneCodeSent]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CreatePhoneRequest,
) -> Response[Error | PhoneCodeSent]:
    """Add a phone number

     Stores a number and sends a code to it. Follow with `verifyPhone`.

    When the caller's own unverified number is already stored the answer is 400 `resource.phone.exists`:
    call `sendPhoneCode` instead. A number that another user verified is refused.

    Documented success is 200 without a body; a real server answers 201 with a message.

    Args:
        body (CreatePhoneRequest): Form fields of `createPhone`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | PhoneCodeSent]
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
    body: CreatePhoneRequest,
) -> Error | PhoneCodeSent | None:
    """Add a phone number

     Stores a number and sends a code to it. Follow with `verifyPhone`.

    When the caller's own unverified number is already stored the answer is 400 `resource.phone.exists`:
    call `sendPhoneCode` instead. A number that another user verified is refused.

    Documented success is 200 without a body; a real server answers 201 with a message.

    Args:
        body (CreatePhoneRequest): Form fields of `createPhone`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | PhoneCodeSent
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CreatePhoneRequest,
) -> Response[Error | PhoneCodeSent]:
    """Add a phone number

     Stores a number and sends a code to it. Follow with `verifyPhone`.

    When the caller's own unverified number is already stored the answer is 400 `resource.phone.exists`:
    call `sendPhoneCode` instead. A number that another user verified is refused.

    Documented success is 200 without a body; a real server answers 201 with a message.

    Args:
        body (CreatePhoneRequest): Form fields of `createPhone`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | PhoneCodeSent]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CreatePhoneRequest,
) -> Error | PhoneCodeSent | None:
    """Add a phone number

     Stores a number and sends a code to it. Follow with `verifyPhone`.

    When the caller's own unverified number is already stored the answer is 400 `resource.phone.exists`:
    call `sendPhoneCode` instead. A number that another user verified is refused.

    Documented success is 200 without a body; a real server answers 201 with a message.

    Args:
        body (CreatePhoneRequest): Form fields of `createPhone`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | PhoneCodeSent
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
