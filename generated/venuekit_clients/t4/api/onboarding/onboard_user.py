# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error import Error
from ...models.onboard_user_answer import OnboardUserAnswer
from ...models.onboard_user_request import OnboardUserRequest


def _get_kwargs(
    *,
    body: OnboardUserRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/admin/v1/onboarding",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Error | OnboardUserAnswer:
    if response.status_code == 200:
        response_200 = OnboardUserAnswer.from_dict(response.json())

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

    if response.status_code == 500:
        response_500 = Error.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Error.from_dict(response.json())

        return response_503

    if 200 <= response.status_code <= 299:
        response_2xx = OnboardUserAnswer.from_dict(response.json())

        return response_2xx

    response_default = Error.from_dict(response.json())

    return response_default


def _parse_success(response: httpx.Response) -> OnboardUserAnswer:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = OnboardUserAnswer.from_dict(response.json())

        return response_200

    if 200 <= response.status_code <= 299:
        response_2xx = OnboardUserAnswer.from_dict(response.json())

        return response_2xx

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | OnboardUserAnswer]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: OnboardUserRequest,
) -> Response[Error | OnboardUserAnswer]:
    """Onboard a person in one call

     Makes the user, the account, the market data subscriptions and the record of the accepted agreements
    in one call. `User` and `Account` are needed; without `Eula` and `MarketData` the person cannot log
    in. Market data is billed from what is chosen here; None and Delayed cost nothing. Send it once:
    there is no idempotency key, a repeated user name is refused with 409, and whether a failed call
    leaves parts behind is not known. The answer wraps the result (`result.value.data`) and repeats a
    status in the body: a `statusCode` of 400 or more is a failure even under HTTP 200. New accounts
    start disabled and barred from trading until the back office enables them. Later versions of the
    page call the path /admin/v1/onboard.

    Args:
        body (OnboardUserRequest): One person to onboard.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | OnboardUserAnswer]
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
    body: OnboardUserRequest,
) -> Error | OnboardUserAnswer | None:
    """Onboard a person in one call

     Makes the user, the account, the market data subscriptions and the record of the accepted agreements
    in one call. `User` and `Account` are needed; without `Eula` and `MarketData` the person cannot log
    in. Market data is billed from what is chosen here; None and Delayed cost nothing. Send it once:
    there is no idempotency key, a repeated user name is refused with 409, and whether a failed call
    leaves parts behind is not known. The answer wraps the result (`result.value.data`) and repeats a
    status in the body: a `statusCode` of 400 or more is a failure even under HTTP 200. New accounts
    start disabled and barred from trading until the back office enables them. Later versions of the
    page call the path /admin/v1/onboard.

    Args:
        body (OnboardUserRequest): One person to onboard.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | OnboardUserAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: OnboardUserRequest,
) -> Response[Error | OnboardUserAnswer]:
    """Onboard a person in one call

     Makes the user, the account, the market data subscriptions and the record of the accepted agreements
    in one call. `User` and `Account` are needed; without `Eula` and `MarketData` the person cannot log
    in. Market data is billed from what is chosen here; None and Delayed cost nothing. Send it once:
    there is no idempotency key, a repeated user name is refused with 409, and whether a failed call
    leaves parts behind is not known. The answer wraps the result (`result.value.data`) and repeats a
    status in the body: a `statusCode` of 400 or more is a failure even under HTTP 200. New accounts
    start disabled and barred from trading until the back office enables them. Later versions of the
    page call the path /admin/v1/onboard.

    Args:
        body (OnboardUserRequest): One person to onboard.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | OnboardUserAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: OnboardUserRequest,
) -> Error | OnboardUserAnswer | None:
    """Onboard a person in one call

     Makes the user, the account, the market data subscriptions and the record of the accepted agreements
    in one call. `User` and `Account` are needed; without `Eula` and `MarketData` the person cannot log
    in. Market data is billed from what is chosen here; None and Delayed cost nothing. Send it once:
    there is no idempotency key, a repeated user name is refused with 409, and whether a failed call
    leaves parts behind is not known. The answer wraps the result (`result.value.data`) and repeats a
    status in the body: a `statusCode` of 400 or more is a failure even under HTTP 200. New accounts
    start disabled and barred from trading until the back office enables them. Later versions of the
    page call the path /admin/v1/onboard.

    Args:
        body (OnboardUserRequest): One person to onboard.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | OnboardUserAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
