# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error import Error
from ...models.password_entropy import PasswordEntropy
from ...models.validate_public_password_request import ValidatePublicPasswordRequest


def _get_kwargs(
    *,
    body: ValidatePublicPasswordRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/auth/public/password/validate",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | PasswordEntropy:
    if response.status_code == 201:
        response_201 = PasswordEntropy.from_dict(response.json())

        return response_201

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


def _parse_success(response: httpx.Response) -> PasswordEntropy:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 201:
        response_201 = PasswordEntropy.from_dict(response.json())

        return response_201

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | PasswordEntropy]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ValidatePublicPasswordRequest,
) -> Response[Error | PasswordEntropy]:
    """Measure the strength of a password

     Sends a candidate password and returns its entropy. Compare it with `password_min_entropy` of the
    settings; the character rules are separate. Nothing is stored. The same as
    `validateIdentityPassword`.

    Args:
        body (ValidatePublicPasswordRequest): Form fields of `validatePublicPassword`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | PasswordEntropy]
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
    body: ValidatePublicPasswordRequest,
) -> Error | PasswordEntropy | None:
    """Measure the strength of a password

     Sends a candidate password and returns its entropy. Compare it with `password_min_entropy` of the
    settings; the character rules are separate. Nothing is stored. The same as
    `validateIdentityPassword`.

    Args:
        body (ValidatePublicPasswordRequest): Form fields of `validatePublicPassword`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | PasswordEntropy
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ValidatePublicPasswordRequest,
) -> Response[Error | PasswordEntropy]:
    """Measure the strength of a password

     Sends a candidate password and returns its entropy. Compare it with `password_min_entropy` of the
    settings; the character rules are separate. Nothing is stored. The same as
    `validateIdentityPassword`.

    Args:
        body (ValidatePublicPasswordRequest): Form fields of `validatePublicPassword`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | PasswordEntropy]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ValidatePublicPasswordRequest,
) -> Error | PasswordEntropy | None:
    """Measure the strength of a password

     Sends a candidate password and returns its entropy. Compare it with `password_min_entropy` of the
    settings; the character rules are separate. Nothing is stored. The same as
    `validateIdentityPassword`.

    Args:
        body (ValidatePublicPasswordRequest): Form fields of `validatePublicPassword`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | PasswordEntropy
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
