# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import UNSET, Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.api_key import APIKey
from ...models.error import Error
from ...types import Unset


def _get_kwargs(
    *,
    ordering: str | Unset = UNSET,
    order_by: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    service_account_uid: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["ordering"] = ordering

    params["order_by"] = order_by

    params["page"] = page

    params["limit"] = limit

    params["service_account_uid"] = service_account_uid

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/auth/resource/service_accounts/api_keys",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | list[APIKey]:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = APIKey.from_dict(response_200_item_data)

            response_200.append(response_200_item)

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


def _parse_success(response: httpx.Response) -> list[APIKey]:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = APIKey.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | list[APIKey]]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    ordering: str | Unset = UNSET,
    order_by: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    service_account_uid: str,
) -> Response[Error | list[APIKey]]:
    """List the API keys of a service account

     Returns one page of the keys of a service account, without secrets. No TOTP code is needed; the
    headers say how many keys there are.

    Args:
        ordering (str | Unset):
        order_by (str | Unset):
        page (int | Unset):
        limit (int | Unset):
        service_account_uid (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | list[APIKey]]
    """

    kwargs = _get_kwargs(
        ordering=ordering,
        order_by=order_by,
        page=page,
        limit=limit,
        service_account_uid=service_account_uid,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    ordering: str | Unset = UNSET,
    order_by: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    service_account_uid: str,
) -> Error | list[APIKey] | None:
    """List the API keys of a service account

     Returns one page of the keys of a service account, without secrets. No TOTP code is needed; the
    headers say how many keys there are.

    Args:
        ordering (str | Unset):
        order_by (str | Unset):
        page (int | Unset):
        limit (int | Unset):
        service_account_uid (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | list[APIKey]
    """

    return sync_detailed(
        client=client,
        ordering=ordering,
        order_by=order_by,
        page=page,
        limit=limit,
        service_account_uid=service_account_uid,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    ordering: str | Unset = UNSET,
    order_by: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    service_account_uid: str,
) -> Response[Error | list[APIKey]]:
    """List the API keys of a service account

     Returns one page of the keys of a service account, without secrets. No TOTP code is needed; the
    headers say how many keys there are.

    Args:
        ordering (str | Unset):
        order_by (str | Unset):
        page (int | Unset):
        limit (int | Unset):
        service_account_uid (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | list[APIKey]]
    """

    kwargs = _get_kwargs(
        ordering=ordering,
        order_by=order_by,
        page=page,
        limit=limit,
        service_account_uid=service_account_uid,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    ordering: str | Unset = UNSET,
    order_by: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    service_account_uid: str,
) -> Error | list[APIKey] | None:
    """List the API keys of a service account

     Returns one page of the keys of a service account, without secrets. No TOTP code is needed; the
    headers say how many keys there are.

    Args:
        ordering (str | Unset):
        order_by (str | Unset):
        page (int | Unset):
        limit (int | Unset):
        service_account_uid (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | list[APIKey]
    """

    return (
        await asyncio_detailed(
            client=client,
            ordering=ordering,
            order_by=order_by,
            page=page,
            limit=limit,
            service_account_uid=service_account_uid,
        )
    ).parsed
