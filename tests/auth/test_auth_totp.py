from __future__ import annotations

import hashlib
import hmac
import struct
from base64 import b32decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venuekit.auth.totp import Totp, TotpExhausted
from venuekit.transport.errors import ConfigurationError

from .tools import FakeClock

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def code_at(step: int, *, digits: int = 6, digest: str = "sha1") -> str:
    """RFC 6238, written out."""
    mac = hmac.new(b32decode(SECRET), struct.pack(">Q", step), digest).digest()
    offset = mac[-1] & 15
    return str((struct.unpack(">I", mac[offset : offset + 4])[0] & 0x7FFFFFFF) % 10**digits).zfill(digits)


def test_the_rfcs_own_code() -> None:
    assert Totp(SECRET, clock=lambda: 59.0).code() == "287082"
    assert code_at(1) == "287082"


def test_this_step_then_the_next_then_the_last_then_none(clock: FakeClock) -> None:
    step = int(clock.now // 30)
    clock.now = step * 30 + 10.0
    totp = Totp(SECRET, clock=clock)
    assert [totp.code() for _ in range(3)] == [code_at(step), code_at(step + 1), code_at(step - 1)]
    with pytest.raises(TotpExhausted) as caught:
        totp.code()
    assert 20.0 < caught.value.wait < 20.01
    clock.now += caught.value.wait
    assert totp.code() == code_at(step + 2)


def test_a_code_is_handed_out_again_only_when_it_is_long_over(clock: FakeClock) -> None:
    totp = Totp(SECRET, clock=clock)
    first = totp.code()
    clock.now += 30
    assert totp.code() != first


def test_steps_before_the_epoch_do_not_exist() -> None:
    totp = Totp(SECRET, clock=lambda: 0.0)
    assert [totp.code(), totp.code()] == [code_at(0), code_at(1)]
    with pytest.raises(TotpExhausted):
        totp.code()


@given(st.lists(st.floats(0, 200), max_size=40), st.floats(1e9, 2e9))
def test_no_code_is_valid_for_the_server_twice(pauses: list[float], start: float) -> None:
    clock = FakeClock(start)
    totp = Totp(SECRET, clock=clock)
    handed_out: list[tuple[float, str]] = []
    for pause in pauses:
        clock.now += pause
        step = int(clock.now // 30)
        valid = {code_at(step), code_at(step + 1), code_at(step - 1)}
        remembered = {code for at, code in handed_out if clock.now - at < 90}
        try:
            code = totp.code()
        except TotpExhausted as exhausted:
            assert valid <= remembered
            assert 0 < exhausted.wait < 30.01
            clock.now += exhausted.wait
            code = totp.code()
            assert code not in {code for at, code in handed_out if clock.now - at < 90}
        else:
            assert code in valid
            assert code not in remembered
        handed_out.append((clock.now, code))


def test_from_an_address() -> None:
    totp = Totp.from_uri(f"otpauth://totp/Barong:a%40b.c?secret={SECRET}&issuer=Barong", clock=lambda: 59.0)
    assert (totp.secret, totp.code()) == (SECRET, "287082")


def test_an_address_may_name_another_algorithm() -> None:
    uri = f"otpauth://totp/x?secret={SECRET}&digits=8&period=60&algorithm=SHA256"
    totp = Totp.from_uri(uri, clock=lambda: 61.0)
    assert totp.code() == code_at(1, digits=8, digest=hashlib.sha256().name)


@pytest.mark.parametrize("secret", ["", "   ", "not base32!", "0189", "GEZDGNBVGY3TQOJ8É"])
def test_a_secret_is_base32_and_not_shown(secret: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Totp(secret)
    assert not secret.strip() or secret not in str(caught.value)


def test_a_secret_may_be_written_for_people() -> None:
    assert Totp("gezd gnbv gy3t qojq gezd gnbv gy3t qojq==").secret == SECRET


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "https://example.com",
        "otpauth://totp/x",
        "otpauth://totp/x?secret=",
        "otpauth://totp/x?secret=0189",
        f"otpauth://hotp/x?secret={SECRET}&counter=1",
        f"otpauth://totp/x?secret={SECRET}&period=ten",
    ],
)
def test_what_is_not_such_an_address_is_refused_and_not_shown(uri: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Totp.from_uri(uri)
    assert SECRET not in str(caught.value)


def test_the_secret_is_not_in_the_repr() -> None:
    assert SECRET not in repr(Totp(SECRET))
