# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from ... import errors
from ...types import UNSET, Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error import Error


def _get_kwargs(
    kid: str,
    *,
    service_account_uid: str,
    totp_code: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["service_account_uid"] = service_account_uid

    params["totp_code"] = totp_code

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v2/auth/resource/service_accounts/api_keys/{kid}".format(
            kid=quote(str(kid), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | Error:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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
    kid: str,
    *,
    client: AuthenticatedClient,
    service_account_uid: str,
    totp_code: str,
) -> Response[Any | Error]:
    """Delete an API key of a service account

     Deletes a key of one of the caller's service accounts. Nothing comes back. Needs 2FA and an unused
    TOTP code.

    The code travels in the query, as documented, so it can end up in access logs. It is single use,
    which limits the damage.

    Args:
        kid (str):
        service_account_uid (str):
        totp_code (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Error]
    """

    kwargs = _get_kwargs(
        kid=kid,
        service_account_uid=service_account_uid,
        totp_code=totp_code,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    kid: str,
    *,
    client: AuthenticatedClient,
    service_account_uid: str,
    totp_code: str,
) -> Any | Error | None:
    """Delete an API key of a service account

     Deletes a key of one of the caller's service accounts. Nothing comes back. Needs 2FA and an unused
    TOTP code.

    The code travels in the query, as documented, so it can end up in access logs. It is single use,
    which limits the damage.

    Args:
        kid (str):
        service_account_uid (str):
        totp_code (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Error
    """

    return sync_detailed(
        kid=kid,
        client=client,
        service_account_uid=service_account_uid,
        totp_code=totp_code,
    ).parsed


async def asyncio_detailed(
    kid: str,
    *,
    client: AuthenticatedClient,
    service_account_uid: str,
    totp_code: str,
) -> Response[Any | Error]:
    """Delete an API key of a service account

     Deletes a key of one of the caller's service accounts. Nothing comes back. Needs 2FA and an unused
    TOTP code.

    The code travels in the query, as documented, so it can end up in access logs. It is single use,
    which limits the damage.

    Args:
        kid (str):
        service_account_uid (str):
        totp_code (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Error]
    """

    kwargs = _get_kwargs(
        kid=kid,
        service_account_uid=service_account_uid,
        totp_code=totp_code,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    kid: str,
    *,
    client: AuthenticatedClient,
    service_account_uid: str,
    totp_code: str,
) -> Any | Error | None:
    """Delete an API key of a service account

     Deletes a key of one of the caller's service accounts. Nothing comes back. Needs 2FA and an unused
    TOTP code.

    The code travels in the query, as documented, so it can end up in access logs. It is single use,
    which limits the damage.

    Args:
        kid (str):
        service_account_uid (str):
        totp_code (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Error
    """

    return (
        await asyncio_detailed(
            kid=kid,
            client=client,
            service_account_uid=service_account_uid,
            totp_code=totp_code,
        )
    ).parsed
