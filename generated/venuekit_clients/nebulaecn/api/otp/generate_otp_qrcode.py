# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import errors
from ...types import Response, http_status

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client

from ...models.error import Error
from ...models.otp_secret import OtpSecret


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v2/auth/resource/otp/generate_qrcode",
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Error | OtpSecret:
    if response.status_code == 200:
        response_200 = OtpSecret.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = OtpSecret.from_dict(response.json())

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


def _parse_success(response: httpx.Response) -> OtpSecret:
    """Parse a documented 2xx answer; any other status raises `errors.UnexpectedStatus`."""
    if response.status_code == 200:
        response_200 = OtpSecret.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = OtpSecret.from_dict(response.json())

        return response_201

    raise errors.UnexpectedStatus(response.status_code, response.content)


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Error | OtpSecret]:
    return Response(
        status_code=http_status(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[Error | OtpSecret]:
    """Make a TOTP secret

     Makes a new TOTP secret and returns it as an `otpauth://` URI (query parameter `secret`, Base32) and
    as a QR code picture. Store the secret, then prove it with `enableOtp`.

    Every call replaces the secret, as long as 2FA is off: after a lost answer call again and use the
    newest. SHA1, 6 digits, 30 seconds; the code of the step before and after is accepted too.

    Documented success is 200 without a body; a real server answers 201.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | OtpSecret]
    """

    kwargs = _get_kwargs()

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
) -> Error | OtpSecret | None:
    """Make a TOTP secret

     Makes a new TOTP secret and returns it as an `otpauth://` URI (query parameter `secret`, Base32) and
    as a QR code picture. Store the secret, then prove it with `enableOtp`.

    Every call replaces the secret, as long as 2FA is off: after a lost answer call again and use the
    newest. SHA1, 6 digits, 30 seconds; the code of the step before and after is accepted too.

    Documented success is 200 without a body; a real server answers 201.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | OtpSecret
    """

    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[Error | OtpSecret]:
    """Make a TOTP secret

     Makes a new TOTP secret and returns it as an `otpauth://` URI (query parameter `secret`, Base32) and
    as a QR code picture. Store the secret, then prove it with `enableOtp`.

    Every call replaces the secret, as long as 2FA is off: after a lost answer call again and use the
    newest. SHA1, 6 digits, 30 seconds; the code of the step before and after is accepted too.

    Documented success is 200 without a body; a real server answers 201.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Error | OtpSecret]
    """

    kwargs = _get_kwargs()

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> Error | OtpSecret | None:
    """Make a TOTP secret

     Makes a new TOTP secret and returns it as an `otpauth://` URI (query parameter `secret`, Base32) and
    as a QR code picture. Store the secret, then prove it with `enableOtp`.

    Every call replaces the secret, as long as 2FA is off: after a lost answer call again and use the
    newest. SHA1, 6 digits, 30 seconds; the code of the step before and after is accepted too.

    Documented success is 200 without a body; a real server answers 201.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Error | OtpSecret
    """

    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed
