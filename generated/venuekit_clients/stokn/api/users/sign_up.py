# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error import Error
from ...models.sign_up_request import SignUpRequest
from ...models.user_envelope import UserEnvelope


def _get_kwargs(
    *,
    body: SignUpRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/user/sign-up",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | UserEnvelope:
    if response.status_code == 200:
        response_200 = UserEnvelope.from_dict(response.json())

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


def _parse_success(response: httpx.Response) -> UserEnvelope:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = UserEnvelope.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | UserEnvelope]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: SignUpRequest,
) -> Response[Error | UserEnvelope]:
    """Register a person

     Creates the login of one person and, with it, a first account. The account is inactive and has no
    portfolio until the identity check has passed and the venue has activated it. In the answer `userId`
    and the `accountId` of the first account are the same text. Not atomic: a refused call may have
    created the login all the same, and a second call for the same person is then answered with 409 and
    errorCode 4. Never repeat it blindly; try to log in instead. The scope needed is stokn-
    api/user.Write.

    Args:
        body (SignUpRequest): The person to register.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | UserEnvelope]
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
    body: SignUpRequest,
) -> Error | UserEnvelope | None:
    """Register a person

     Creates the login of one person and, with it, a first account. The account is inactive and has no
    portfolio until the identity check has passed and the venue has activated it. In the answer `userId`
    and the `accountId` of the first account are the same text. Not atomic: a refused call may have
    created the login all the same, and a second call for the same person is then answered with 409 and
    errorCode 4. Never repeat it blindly; try to log in instead. The scope needed is stokn-
    api/user.Write.

    Args:
        body (SignUpRequest): The person to register.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | UserEnvelope
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: SignUpRequest,
) -> Response[Error | UserEnvelope]:
    """Register a person

     Creates the login of one person and, with it, a first account. The account is inactive and has no
    portfolio until the identity check has passed and the venue has activated it. In the answer `userId`
    and the `accountId` of the first account are the same text. Not atomic: a refused call may have
    created the login all the same, and a second call for the same person is then answered with 409 and
    errorCode 4. Never repeat it blindly; try to log in instead. The scope needed is stokn-
    api/user.Write.

    Args:
        body (SignUpRequest): The person to register.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | UserEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: SignUpRequest,
) -> Error | UserEnvelope | None:
    """Register a person

     Creates the login of one person and, with it, a first account. The account is inactive and has no
    portfolio until the identity check has passed and the venue has activated it. In the answer `userId`
    and the `accountId` of the first account are the same text. Not atomic: a refused call may have
    created the login all the same, and a second call for the same person is then answered with 409 and
    errorCode 4. Never repeat it blindly; try to log in instead. The scope needed is stokn-
    api/user.Write.

    Args:
        body (SignUpRequest): The person to register.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | UserEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
