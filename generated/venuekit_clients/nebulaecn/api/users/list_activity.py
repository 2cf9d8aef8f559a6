# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ... import errors
from ...types import UNSET, Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.activity import Activity
from ...models.error import Error
from ...types import Unset


def _get_kwargs(
    topic: str,
    *,
    time_from: int | Unset = UNSET,
    time_to: int | Unset = UNSET,
    result: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["time_from"] = time_from

    params["time_to"] = time_to

    params["result"] = result

    params["page"] = page

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v2/auth/resource/users/activity/{topic}".format(
            topic=quote(str(topic), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | list[Activity]:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = Activity.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

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


def _parse_success(response: httpx.Response) -> list[Activity]:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for response_200_item_data in _response_200:
            response_200_item = Activity.from_dict(response_200_item_data)

            response_200.append(response_200_item)

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | list[Activity]]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    topic: str,
    *,
    client: AuthenticatedClient,
    time_from: int | Unset = UNSET,
    time_to: int | Unset = UNSET,
    result: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[Error | list[Activity]]:
    """List own activity

     Returns one page of what the caller did, newest first: logins, password and 2FA changes. An empty
    result is not an empty list but 422 `resource.user.no_activity`. The headers say how many entries
    there are.

    Args:
        topic (str):
        time_from (int | Unset):
        time_to (int | Unset):
        result (str | Unset):
        page (int | Unset):
        limit (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | list[Activity]]
    """

    kwargs = _get_kwargs(
        topic=topic,
        time_from=time_from,
        time_to=time_to,
        result=result,
        page=page,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    topic: str,
    *,
    client: AuthenticatedClient,
    time_from: int | Unset = UNSET,
    time_to: int | Unset = UNSET,
    result: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Error | list[Activity] | None:
    """List own activity

     Returns one page of what the caller did, newest first: logins, password and 2FA changes. An empty
    result is not an empty list but 422 `resource.user.no_activity`. The headers say how many entries
    there are.

    Args:
        topic (str):
        time_from (int | Unset):
        time_to (int | Unset):
        result (str | Unset):
        page (int | Unset):
        limit (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | list[Activity]
    """

    return sync_detailed(
        topic=topic,
        client=client,
        time_from=time_from,
        time_to=time_to,
        result=result,
        page=page,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    topic: str,
    *,
    client: AuthenticatedClient,
    time_from: int | Unset = UNSET,
    time_to: int | Unset = UNSET,
    result: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Response[Error | list[Activity]]:
    """List own activity

     Returns one page of what the caller did, newest first: logins, password and 2FA changes. An empty
    result is not an empty list but 422 `resource.user.no_activity`. The headers say how many entries
    there are.

    Args:
        topic (str):
        time_from (int | Unset):
        time_to (int | Unset):
        result (str | Unset):
        page (int | Unset):
        limit (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | list[Activity]]
    """

    kwargs = _get_kwargs(
        topic=topic,
        time_from=time_from,
        time_to=time_to,
        result=result,
        page=page,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    topic: str,
    *,
    client: AuthenticatedClient,
    time_from: int | Unset = UNSET,
    time_to: int | Unset = UNSET,
    result: str | Unset = UNSET,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
) -> Error | list[Activity] | None:
    """List own activity

     Returns one page of what the caller did, newest first: logins, password and 2FA changes. An empty
    result is not an empty list but 422 `resource.user.no_activity`. The headers say how many entries
    there are.

    Args:
        topic (str):
        time_from (int | Unset):
        time_to (int | Unset):
        result (str | Unset):
        page (int | Unset):
        limit (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | list[Activity]
    """

    return (
        await asyncio_detailed(
            topic=topic,
            client=client,
            time_from=time_from,
            time_to=time_to,
            result=result,
            page=page,
            limit=limit,
        )
    ).parsed
