"""Secrets do not show themselves: in text, in answers, in errors, in pickles."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import traceback

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from venuekit import AuthenticationError, SecretText
from venuekit.transport.secret import is_secret_name, mask, mask_body, mask_text

SECRETS = st.text(st.characters(codec="utf-8"), min_size=5, max_size=60)
# What a venue calls its secrets, in every spelling that the five use.
SECRET_NAMES = (
    "password",
    "new_password",
    "accessToken",
    "refresh_token",
    "randomSecret",
    "Secret",
    "jwt",
    "csrf_token",
    "otp_code",
    "totp-code",
    "apiKey",
    "X-Auth-Apikey",
    "encryptionKey",
    "verification_code",
    "sessionId",
    "AppLicense",
    "RBT-SIGNATURE",
    "Set-Cookie",
    "Authorization",
    "client_secret",
    "private_key",
)


@given(SECRETS)
def test_a_secret_text_shows_nothing_of_a_short_secret_and_four_characters_of_a_long_one(value: str) -> None:
    secret = SecretText(value)
    shown = [
        str(secret),
        repr(secret),
        f"{secret}",
        f"{secret!r}",
        "{} {!r}".format(*[secret] * 2),
        str([secret]),
        str({"a": secret}),
    ]

    assert secret.reveal() == value
    for text in shown:
        rest = text.replace("SecretText", "")
        assert value not in rest or value in "('***')", "the whole secret is shown"
        if len(value) < 20:
            assert mask(value) == "***"
        else:
            assert mask(value) == "***" + value[-4:]


def test_a_secret_text_is_a_value_that_cannot_be_copied_out() -> None:
    secret = SecretText("hunter22hunter22")

    assert secret == SecretText("hunter22hunter22")
    assert secret != SecretText("hunter22hunter23")
    assert secret != "hunter22hunter22"
    assert len({secret, SecretText("hunter22hunter22")}) == 1
    assert bool(secret) and not SecretText("")
    assert not hasattr(secret, "__dict__")
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match="pickled"):
            pickle.dumps(secret, protocol)
    with pytest.raises(TypeError, match="pickled"):
        copy.deepcopy([secret])
    with pytest.raises(TypeError):
        json.dumps(secret)
    with pytest.raises(TypeError):
        f"{secret:>40}"


@pytest.mark.parametrize("name", SECRET_NAMES)
def test_the_names_of_secrets_are_known(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize(
    "name", ["email", "status", "username", "uid", "detail", "accounts", "balance", "state", "level"]
)
def test_other_names_are_shown(name: str) -> None:
    assert not is_secret_name(name)
    assert "visible" in mask_body(json.dumps({name: "visible"}))


@settings(deadline=None)
@given(
    secret=SECRETS,
    name=st.sampled_from(SECRET_NAMES),
    wrap=st.lists(st.sampled_from(["object", "list", "result", "text"]), max_size=4),
    indent=st.sampled_from([None, 2]),
    ascii_only=st.booleans(),
)
def test_no_secret_survives_in_an_answer(
    secret: str, name: str, wrap: list[str], indent: int | None, ascii_only: bool
) -> None:
    document: object = {"detail": "no", name: secret}
    for layer in wrap:
        if layer == "object":
            document = {"status": 7, "inner": document}
        elif layer == "list":
            document = [document, 1, None]
        elif layer == "result":
            document = {"result": {"value": document}}
        else:
            document = {"message": json.dumps(document)}
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
    # What the document says without the secret may contain it by chance, e.g. "value" or "null".
    assume(secret not in json.dumps(document).replace(json.dumps(secret)[1:-1], "") and secret not in "***")
    assume(
        not any(
            secret in word
            for word in ("detail", "status", "inner", "result", "value", "message", "null", name)
        )
    )

    assert secret not in mask_body(text)


@given(
    secret=st.from_regex(r"[A-Za-z0-9!$%*+._~-]{5,40}", fullmatch=True),
    name=st.sampled_from(SECRET_NAMES),
    form=st.sampled_from(
        [
            '{{"detail": "x", "{name}": "{secret}"',  # a JSON answer that was cut off
            '{{"detail": "x", "{name}": "{secret}',
            "{{'{name}': '{secret}'}}",
            "a=1&{name}={secret}&b=2",
            "{name}: {secret}\nServer: x",
            "<p>{name}={secret}</p>",
        ]
    ),
)
def test_no_secret_survives_in_text_that_is_not_json(secret: str, name: str, form: str) -> None:
    assume(secret not in form.format(name=name, secret=""))

    assert secret not in mask_body(form.format(name=name, secret=secret))


@pytest.mark.parametrize(
    "text",
    [
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        "otpauth://totp/Barong:jane?secret=JBSWY3DPEHPK3PXP&issuer=Barong",
        "0x" + "ab" * 65,
        "d" * 64,
    ],
)
def test_what_has_the_shape_of_a_secret_is_masked_anywhere(text: str) -> None:
    assert mask_text(f"see {text} there") == "see *** there"
    assert text not in mask_body(json.dumps({"detail": f"see {text} there"}))
    assert text not in mask_body(f"<html>{text}</html>")


def test_numbers_under_secret_names_are_masked_and_the_rest_is_not() -> None:
    body = {
        "otp_code": 123456,
        "otp": True,
        "tokens": {"a": [{"b": "c1c2c3"}]},
        "level": 3,
        "password": None,
        "token": "",
    }

    assert json.loads(mask_body(json.dumps(body))) == {
        "otp_code": "***",
        "otp": True,
        "tokens": {"a": [{"b": "***"}]},
        "level": 3,
        "password": None,
        "token": "",
    }


def test_a_long_body_is_cut() -> None:
    assert mask_body("x" * 5000) == "x" * 2000 + "… (5000 characters)"
    assert mask_body("x" * 2000) == "x" * 2000


def test_masking_takes_no_longer_than_reading() -> None:
    """Patterns that look back and forth would take minutes for this."""
    for hostile in (
        '"' * 100_000,
        "a" * 100_000 + "=",
        "a." * 50_000,
        '"\\' * 50_000,
        "eyJ" * 30_000,
        "password=" * 10_000,
    ):
        assert len(mask_body(hostile)) < 2100


def test_an_error_in_a_log_and_a_traceback_shows_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    error = AuthenticationError(
        "HTTP 401",
        venue="t4",
        operation="login",
        status=401,
        body=mask_body('{"token": "abcdefghijkl"}'),
        raw_body=SecretText('{"token": "abcdefghijkl"}'),
    )
    with caplog.at_level(logging.ERROR):
        try:
            raise error
        except AuthenticationError:
            logging.getLogger("application").exception("%r %s", error, vars(error))
            text = traceback.format_exc()

    assert "abcdefghijkl" not in caplog.text + text
    assert "abcdefghijkl" in error.raw_body.reveal()
