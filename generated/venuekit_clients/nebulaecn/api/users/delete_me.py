# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ... import errors
from ...types import UNSET, Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error import Error
from ...types import Unset


def _get_kwargs(
    *,
    password: str,
    otp_code: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["password"] = password

    params["otp_code"] = otp_code

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v2/auth/resource/users/me",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | Error:
    if response.status_code == 200:
        response_200 = cast(Any, None)
        return response_200

    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 401:
        response_401 = Error.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Error.from_dict(response.json())

        return response_403

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


def _parse_success(response: httpx.Response) -> None:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        return
    if response.status_code == 204:
        return
    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | Error]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    password: str,
    otp_code: str | Unset = UNSET,
) -> Response[Any | Error]:
    """Close the own account

     Closes the account: label `delete`, state `deleted`, no login from then on. There is no call to undo
    it. Needs the password, and an unused TOTP code when 2FA is on.

    Both travel in the query, as documented, so the password can end up in access logs. Change the
    password first if that matters.

    Documented success is 204; a real server answers 200 with a bare number. Both are accepted.

    Args:
        password (str):
        otp_code (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Error]
    """

    kwargs = _get_kwargs(
        password=password,
        otp_code=otp_code,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    password: str,
    otp_code: str | Unset = UNSET,
) -> Any | Error | None:
    """Close the own account

     Closes the account: label `delete`, state `deleted`, no login from then on. There is no call to undo
    it. Needs the password, and an unused TOTP code when 2FA is on.

    Both travel in the query, as documented, so the password can end up in access logs. Change the
    password first if that matters.

    Documented success is 204; a real server answers 200 with a bare number. Both are accepted.

    Args:
        password (str):
        otp_code (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Error
    """

    return sync_detailed(
        client=client,
        password=password,
        otp_code=otp_code,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    password: str,
    otp_code: str | Unset = UNSET,
) -> Response[Any | Error]:
    """Close the own account

     Closes the account: label `delete`, state `deleted`, no login from then on. There is no call to undo
    it. Needs the password, and an unused TOTP code when 2FA is on.

    Both travel in the query, as documented, so the password can end up in access logs. Change the
    password first if that matters.

    Documented success is 204; a real server answers 200 with a bare number. Both are accepted.

    Args:
        password (str):
        otp_code (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Error]
    """

    kwargs = _get_kwargs(
        password=password,
        otp_code=otp_code,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    password: str,
    otp_code: str | Unset = UNSET,
) -> Any | Error | None:
    """Close the own account

     Closes the account: label `delete`, state `deleted`, no login from then on. There is no call to undo
    it. Needs the password, and an unused TOTP code when 2FA is on.

    Both travel in the query, as documented, so the password can end up in access logs. Change the
    password first if that matters.

    Documented success is 204; a real server answers 200 with a bare number. Both are accepted.

    Args:
        password (str):
        otp_code (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Error
    """

    return (
        await asyncio_detailed(
            client=client,
            password=password,
            otp_code=otp_code,
        )
    ).parsed
