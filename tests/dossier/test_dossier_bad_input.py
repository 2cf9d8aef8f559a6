"""Every kind of bad dossier: what is said, where, and that everything is said at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from venuekit.recipes.dossier import load_dossier, read_dossier
from venuekit.transport.errors import ConfigurationError, DossierError, Problem

Edit = Callable[..., Path]
TODAY = date(2026, 1, 15)


def problems_of(path: Path, **options: object) -> tuple[Problem, ...]:
    with pytest.raises(DossierError) as caught:
        load_dossier(path, today=TODAY, **options)  # type: ignore[arg-type]
    return caught.value.problems


def line_of(path: Path, text: str) -> int:
    lines = [number for number, line in enumerate(path.read_text().splitlines(), 1) if text in line]
    assert lines, f"{text!r} is nowhere"
    return lines[0]


# (change, path of the problem, text of the line it is at, word in the message, word in what is expected)
ONE_PROBLEM = [
    (("version: 1\n", "version: 2\n"), "version", "version: 2", "another value", "the value 1"),
    (("version: 1\n", 'version: "1"\n'), "version", 'version: "1"', "another value", "the value 1"),
    (("    phone: ", "    # "), "applicant.contact.phone", "  contact:", "is missing", "+13125550123"),
    (('"+13125550123"', '"0044 20 1"'), "applicant.contact.phone", "0044 20 1", "right form", "E.164"),
    (("john.smith@example.com\n    phone", "john.smith\n    phone"), "applicant.contact.email", "email: john", "form", "an e-mail"),
    (("1990-01-31", "31.1.1990"), "applicant.identity.date_of_birth", "31.1.1990", "not a date", "1990-01-31"),
    (("1990-01-31", "1990-02-30"), "applicant.identity.date_of_birth", "1990-02-30", "not a date", "1990-01-31"),
    (("1990-01-31", "19900131"), "applicant.identity.date_of_birth", "19900131", "not a date", "1990-01-31"),
    (("1990-01-31", "2027-01-31"), "applicant.identity.date_of_birth", "2027", "not in the past", "birth"),
    (("first_name: John", "first_name: [John]"), "applicant.identity.first_name", "[John]", "not text", "text"),
    (("first_name: John", "first_name: true"), "applicant.identity.first_name", "name: true", "not text", "text"),
    (("first_name: John", 'first_name: ""'), "applicant.identity.first_name", 'name: ""', "empty", "text"),
    (("nationality: US", "nationality: USA"), "applicant.identity.nationality", "USA", "right form", "two-letter"),
    (("nationality: US", "nationality: XQ"), "applicant.identity.nationality", "XQ", "not a country", "3166"),
    (("    country: US ", "    country: UK "), "applicant.address.country", "UK", "is GB", "3166"),
    (("professional: false", 'professional: "no"'), "applicant.professional", '"no"', "neither true", "true or false"),
    (("kind: natural_person", "kind: company"), "applicant.kind", "company", "another value", "natural_person"),
    (("  password: Kal31-ewwqXrew", '  password: ""'), "login.password", 'password: ""', "empty or too short", "env:NAME"),
    (("  password: Kal31-ewwqXrew", "  password:   "), "login.password", "  password:", "is empty", "a value"),
    (('"0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"', "0x7E5F"), "wallet.address", "0x7E5F", "right form", "40 hex"),
    (("type: Passport", "type: passport"), "documents[0].type", "type: passport", "known values", "Identity card"),
    (("expires: 2099-12-31", "expires: soon"), "documents[0].expires", "soon", "not a date", "year first"),
    (("expires: 2099-12-31", "expires: 2026-01-14"), "documents[0].expires", "2026", "expired", "valid today"),
    (("side: back_side", "side: front_side"), "documents[0].files[1].side", None, "stands twice", "each side once"),
    (("passport-back.jpg", "nowhere.jpg"), "documents[0].files[1].path", "nowhere", "does not exist", "10 MB"),
    (("passport-back.jpg", "passport-back.gif"), "documents[0].files[1].path", "gif", "right form", "JPEG"),
    (("path: documents/passport-back.jpg", "path: documents/a.png"), "documents[0].files[1].path", "a.png", "not what its name says", "PNG"),
    (("path: documents/passport-back.jpg", "path: documents/empty.png"), "documents[0].files[1].path", "empty.png", "is empty", "PNG"),
    (("path: documents/passport-back.jpg", "path: documents/folder.png"), "documents[0].files[1].path", "folder.png", "not a file", "PNG"),
    (("path: documents/passport-back.jpg", 'path: "a\\0.png"'), "documents[0].files[1].path", "a\\0", "cannot be read", "PNG"),
    (("path: documents/passport-back.jpg", "path: documents/huge.png"), "documents[0].files[1].path", "huge", "10 MB", "PNG"),
    (("name: LegalPP, version: \"2\"", "name: LegalPP, version: \"1\""), "agreements[1].version", "LegalPP", "eula_version is 2", "same version"),
    (("  - {venue: t4, name: LegalPP", '  - {venue: t4, name: LegalEULA, version: "2", accepted_at: "2025-05-15T14:30:00"}\n  - {venue: t4, name: LegalPP'), "agreements[1].name", None, "stands twice", "once"),
    (('accepted_at: "2025-05-15T14:33:00"', "accepted_at: yesterday"), "agreements[6].accepted_at", "yesterday", "right form", "2025-05-15T14:30:00"),
    (('accepted_at: "2025-05-15T14:33:00"', "accepted_at: 2025-13-15T14:33:00"), "agreements[6].accepted_at", "2025-13", "that exists", "such as"),
    (('accepted_at: "2025-05-15T14:33:00"', "accepted_at: 2026-05-15T14:33:00Z"), "agreements[6].accepted_at", "2026-05", "in the future", "accepted"),
    (("network: sepolia ", "network: polygon "), "venues.rabbitx.network", "polygon", "known values", "arbitrum"),
    (("      type: TRADING", "      type: trading"), "venues.stokn.portfolio.type", "trading", "known values", "STRATEGY"),
    (("roles: [USER]", 'roles: [" "]'), "venues.stokn.roles[0]", "roles:", "is blank", "USER"),
    (("roles: [USER]", "roles: USER"), "venues.stokn.roles", "roles:", "not a list", "a list"),
    (("require_level: 3", "require_level: 4"), "venues.nebulaecn.require_level", "level: 4", "too large", "from 0 to 3"),
    (("require_level: 3", "require_level: three"), "venues.nebulaecn.require_level", "level: three", "whole number", "from 0 to 3"),
    (("require_level: 3", 'require_level: "3"'), "venues.nebulaecn.require_level", '"3"', "whole number", "from 0 to 3"),
    (("api_key_scope: [trade]", "api_key_scope: ['a,b']"), "venues.nebulaecn.api_key_scope[0]", "a,b", "not one word", "one scope"),
    (("    username: jsmith01 ", "    username: j-smith "), "venues.nebulaecn.username", "j-smith", "form", "4 to 12"),
    (("    server: SANDBOX", "    # "), "venues.tradelocker.server", "  tradelocker:", "is missing", "SANDBOX"),
    (("    server: SANDBOX ", "    server: SANDBOX\n    sever: x "), "venues.tradelocker.sever", "sever", "did you mean server?", "email, password"),
    (("    api_key: sandbox ", "    # "), "venues.t4.api_key", "  t4:", "and so is bearer", "one of the two"),
    (("    api_key: sandbox ", "    bearer: x\n    api_key: sandbox "), "venues.t4.bearer", "bearer: x", "beside api_key", "only one"),
    (("application_type: NonProfessional", "application_type: Professional"), "venues.t4.application_type", "type: Prof", "contradicts", "NonProfessional"),
    (("eula_version: \"2\"", "eula_version: [2]"), "venues.t4.eula_version", "[2]", "not text", "text"),
    (("market_data_type: Delayed}\n", "market_data_type: Delayed}\n      - {clearing_exchange: DUMMY, market_data_type: TOB}\n"), "venues.t4.market_data[1].clearing_exchange", "TOB", "stands twice", "once"),
    (("account: jsmith01 ", "account: j.smith.01 "), "venues.t4.account", "j.smith.01", "form", "26 letters"),
    (("venues:\n", "venues:\n  rabitx: {}\n"), "venues.rabitx", "rabitx: {}", "did you mean rabbitx?", "tradelocker"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "path", "at", "message", "expected"), ONE_PROBLEM, ids=[f"{c[1]}-{c[3]}" for c in ONE_PROBLEM]
)
def test_one_problem(
    edit: Edit, change: tuple[str, str], path: str, at: str | None, message: str, expected: str
) -> None:
    file = edit(change)
    shutil.copy(file.parent / "documents/passport-back.jpg", file.parent / "documents/a.png")
    (file.parent / "documents/empty.png").touch()
    (file.parent / "documents/folder.png").mkdir()
    with (file.parent / "documents/huge.png").open("wb") as huge:
        huge.write(b"\x89PNG\r\n\x1a\n")
        huge.truncate(10 * 1024 * 1024 + 1)
    [problem] = problems_of(file)
    assert problem.path == path
    assert message in problem.message
    assert expected in problem.expected
    assert problem.column >= 1
    if at is not None:
        assert problem.line == line_of(file, at)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "empty"),
        ("# only a comment\n", 1, "empty"),
        ("- a\n- b\n", 1, "not a mapping"),
        ("just text\n", 1, "not a mapping"),
        ("version: 1\nversion: 1\n", 2, "stands twice; the first time in line 1"),
        ("a: 1\nb: [1, 2\n", 2, "not valid YAML"),
        ("a: 'never closed\nb: 1\n", 1, "not valid YAML"),
        ("a: 1\n\tb: 2\n", 2, "cannot start any token"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("a: *nothing\n", 1, "alias"),
        ("a: !secret x\n", 1, "tag"),
        ("a: !x!y z\n", 1, "tag"),
        ("a: &loop\n  b: *loop\n", 2, "refers to itself"),
        ("a: \x01\n", 1, "control character"),
        ('a: "\\ud800"\n', 1, "half a character"),
        ("? [a, b]\n: 1\n", 1, "key that is not text"),
        ("[" * 60 + "]" * 60, 1, "nested too deeply"),
        ("[" * 9000 + "]" * 9000, 1, "nested too deeply"),
        ("a:\n" + "- x\n" * 20_001, 1, "too many entries"),
        ("a: " + "x" * 1_000_001, 1, "larger than 1 MB"),
    ],
)
def test_files_that_are_no_dossier(tmp_path: Path, text: str, line: int, message: str) -> None:
    file = tmp_path / "dossier.yaml"
    file.write_text(text, encoding="utf-8")
    problems = problems_of(file)
    assert any(p.line == line and message in p.message for p in problems), problems
    assert all(p.line >= 1 for p in problems)


def test_not_text(tmp_path: Path) -> None:
    file = tmp_path / "dossier.yaml"
    file.write_bytes(b"a: 1\nb: \xff\xfe\n")
    [problem] = problems_of(file)
    assert (problem.line, problem.message) == (2, "the file is not text")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path / "nowhere.yaml")
    assert problem.message == "the file does not exist"
    [problem] = problems_of(tmp_path)
    assert problem.message.startswith("the file cannot be read")


def test_the_message_names_the_file_and_counts(edit: Edit) -> None:
    path = edit(("version: 1\n", "version: 2\n"))
    with pytest.raises(DossierError) as caught:
        load_dossier(path)
    assert str(caught.value).startswith(f"{path}: 1 problem\n")


def test_everything_is_said_at_once(edit: Edit) -> None:
    """Syntax of values, unknown keys, rules beyond the schema: one list, in the order of the file."""
    path = edit(
        ("    county: Cook ", "    conty: Cook "),
        ("expires: 2099-12-31", "expires: 2001-12-31"),
        ("passport-front.png", "nowhere.png"),
        ("  password: Kal31-ewwqXrew", "  pasword: Kal31-ewwqXrew"),
        ("    api_key: sandbox ", "    # "),
        ("    account_name: John Smith\n", "    account_name: John Smith\n    account_name: John\n"),
        ("    server: SANDBOX", "    server:       #"),
    )
    problems = problems_of(path)
    assert [p.path for p in problems] == [
        "applicant.address.county",
        "applicant.address.conty",
        "login.pasword",
        "documents[0].expires",
        "documents[0].files[0].path",
        "venues.tradelocker.server",
        "venues.t4.api_key",
        "venues.t4.account_name",
    ]
    assert [p.line for p in problems] == sorted(p.line for p in problems)


def test_missing_sections_do_not_hide_other_problems(edit: Edit, example_text: str) -> None:
    start, end = example_text.index("  contact:"), example_text.index("  address:")
    contact = example_text[start:end]
    path = edit((contact, ""), ("expires: 2099-12-31", "expires: 2001-12-31"))
    assert [p.path for p in problems_of(path)] == ["applicant.contact", "documents[0].expires"]


def test_a_rule_says_nothing_about_what_is_malformed_already(edit: Edit) -> None:
    """The version of the texts is unknown, so nothing is said about the agreements that should have it."""
    assert [p.path for p in problems_of(edit(('eula_version: "2"', "eula_version: {}")))] == [
        "venues.t4.eula_version"
    ]


def test_rules_of_other_venues_are_left_out(edit: Edit) -> None:
    path = edit(("expires: 2099-12-31", "expires: 2001-12-31"), ("    api_key: sandbox ", "    # "))
    assert load_dossier(path, venues=["rabbitx", "tradelocker"], today=TODAY).version == 1
    assert [p.path for p in problems_of(path, venues=["t4"])] == ["venues.t4.api_key"]
    assert [p.path for p in problems_of(path, venues=["nebulaecn"])] == ["documents[0].expires"]
    assert read_dossier(path).version == 1


def test_a_venue_that_is_not_listed(edit: Edit, example_text: str) -> None:
    start = example_text.index("  t4:\n")
    path = edit((example_text[start:], ""))
    [problem] = problems_of(path, venues=["t4"])
    assert (problem.path, problem.line) == ("venues.t4", line_of(path, "venues:"))
    with pytest.raises(ConfigurationError, match="unknown venue: binance"):
        load_dossier(path, venues=["binance"])


def test_no_venue_at_all(edit: Edit, example_text: str) -> None:
    start = example_text.index("venues:\n")
    [problem] = problems_of(edit((example_text[start:], "venues: {}\n")))
    assert (problem.path, problem.message) == ("venues", "lists no venue")


def test_rabbitx_needs_a_wallet_that_can_sign(edit: Edit, example_text: str) -> None:
    start, end = example_text.index("wallet:\n"), example_text.index("# Relative paths")
    [problem] = problems_of(edit((example_text[start:end], "")))
    assert problem.path == "wallet"
    key = '  private_key: "0x0000000000000000000000000000000000000000000000000000000000000001"\n'
    path = edit((key, ""))
    [problem] = problems_of(path)
    assert (problem.path, problem.line) == ("wallet.private_key", line_of(path, "wallet:"))


def test_nebulaecn_at_level_3_needs_an_identity_document_with_all_files(edit: Edit) -> None:
    [problem] = problems_of(edit(("type: Passport ", "type: Utility Bill ")))
    assert (problem.path, "level 3" in problem.message) == ("documents", True)
    [problem] = problems_of(edit(("type: Passport ", "type: Driver license ")))
    assert problem.path == "documents[0].files"
    assert "selfie" in problem.expected
    path = edit(("type: Passport ", "type: Utility Bill "), ("require_level: 3", "require_level: 2"))
    assert load_dossier(path, today=TODAY).documents[0].type.value == "Utility Bill"


def test_t4_needs_accepted_texts_and_a_long_user_name(edit: Edit, example_text: str) -> None:
    start, end = example_text.index("agreements:\n"), example_text.index("# A venue that is not listed")
    [problem] = problems_of(edit((example_text[start:end], "")))
    assert problem.path == "agreements"
    path = edit(
        ("\n# Signs in at RabbitX", "  username: jack\n\n# Signs in at RabbitX"),
        ("    username: john.smith@example.com ", "    # "),
    )
    [problem] = problems_of(path)
    assert (problem.path, problem.line) == ("login.username", line_of(path, "username: jack"))
