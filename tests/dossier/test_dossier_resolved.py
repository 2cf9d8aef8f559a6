"""What is said of secrets that can be had, but cannot be right; and of what is expected in general."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from venuekit.recipes.dossier import load_dossier, missing_secrets
from venuekit.recipes.yaml_source import read_source
from venuekit.transport.errors import DossierError

Edit = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]
KEY = '"0x0000000000000000000000000000000000000000000000000000000000000001"'


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("hello", "not a private key"),
        ("0x01", "not a private key"),
        ('"' + "0" * 64 + '"', "not a private key"),
        ('"' + "f" * 64 + '"', "not a private key"),
        ('"0x' + "0" * 63 + '2"', "does not belong to wallet.address"),
    ],
)
def test_wallet_keys(edit: Edit, key: str, message: str) -> None:
    path = edit((KEY, key))
    [problem] = missing_secrets(load_dossier(path), allow_literal=True)
    assert problem.path == "wallet.private_key"
    assert path.read_text().splitlines()[problem.line - 1].strip().startswith("private_key:")
    assert message in problem.message
    assert missing_secrets(load_dossier(path), allow_literal=True, with_signer=True) == ()
    assert missing_secrets(load_dossier(path), allow_literal=True, venues=["t4"]) == ()


def test_a_vault_has_another_address_than_its_key(edit: Edit) -> None:
    path = edit((KEY, '"0x' + "0" * 63 + '2"'), ("profile_type: trader ", "profile_type: vault "))
    assert missing_secrets(load_dossier(path), allow_literal=True) == ()


@pytest.mark.parametrize(
    ("password", "venues", "complaint"),
    [
        ("abc", ["nebulaecn"], "nebulaecn takes"),
        ("abc", ["stokn"], "too short for stokn"),
        ("abc", ["stokn", "nebulaecn"], "nebulaecn takes"),
        ("abcdefgh1", ["nebulaecn"], "nebulaecn takes"),
        ("ABCDEFGH1", ["nebulaecn"], "nebulaecn takes"),
        ("Abcdefghi", ["nebulaecn"], "nebulaecn takes"),
        ("Abcdef1", ["nebulaecn"], "nebulaecn takes"),
        ("Ab1" * 27, ["nebulaecn"], "nebulaecn takes"),
        ("Abcdefg1", ["nebulaecn"], ""),
        ("abcdef", ["stokn"], ""),
        ("abc", ["t4", "tradelocker", "rabbitx"], ""),
    ],
)
def test_passwords(
    edit: Edit, monkeypatch: pytest.MonkeyPatch, password: str, venues: list[str], complaint: str
) -> None:
    monkeypatch.setenv("CANARY_PASSWORD", password)
    path = edit(("  password: Kal31-ewwqXrew", "  password: env:CANARY_PASSWORD"))
    problems = missing_secrets(load_dossier(path, venues=venues), allow_literal=True, venues=venues)
    assert [problem.path for problem in problems] == (["login.password"] if complaint else [])
    for problem in problems:
        assert complaint in problem.message
        assert password not in str(problem)


@pytest.mark.parametrize(("secret", "good"), [("JBSWY3DPEHPK3PXP" * 2, True), ("can-ary!", False)])
def test_second_factors(edit: Edit, secret: str, good: bool) -> None:
    path = edit(("    require_level: 3 ", f"    totp_secret: {secret}\n    require_level: 3 "))
    problems = missing_secrets(load_dossier(path), allow_literal=True)
    assert [problem.path for problem in problems] == ([] if good else ["venues.nebulaecn.totp_secret"])
    assert all("can-ary" not in str(problem) for problem in problems)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1,2", "expected ',' or ']', but got '<stream end>'"),
        ("a: {b: 1", "expected ',' or '}', but got '<stream end>'"),
        ('a: "x\\qy"', "found unknown escape character 'q'"),
    ],
)
def test_what_the_parser_expects_is_said(text: str, message: str) -> None:
    [problem] = read_source(text.encode(), name="x").problems
    assert problem.message == f"not valid YAML: {message}"


@pytest.mark.parametrize(
    "text", ["a: [1\nb: 'can-ary'", "a: [can-ary", "? [a\n'can-ary'", "%TAG 'can-ary'\na: 1"]
)
def test_what_stands_there_is_not(text: str) -> None:
    for problem in read_source(text.encode(), name="x").problems:
        assert "can-ary" not in str(problem)


def test_both_ends_of_a_length(edit: Edit) -> None:
    with pytest.raises(DossierError) as caught:
        load_dossier(edit(("    username: john.smith@example.com ", "    username: abc ")))
    [problem] = caught.value.problems
    assert problem.path == "venues.t4.username"
    assert problem.expected.startswith("text of 6 to 100 characters")


def test_the_wheel_has_the_schema_where_the_example_says() -> None:
    first = (ROOT / "examples/dossier.yaml").read_text(encoding="utf-8").splitlines()[0]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    places: dict[str, str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    schema = ROOT / places["examples/dossier.yaml"] / ".." / first.rpartition("=")[2]
    assert schema.resolve() == ROOT / places["specs/dossier.schema.yaml"]
