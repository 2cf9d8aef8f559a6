"""`venuekit bulk` opens no account twice, whatever the references are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import url_options
from venuekit import PrivateKeySigner

Command = Callable[..., Any]
Edit = Callable[..., Path]
KEYS = [f"0x{number:064x}" for number in range(1, 4)]
WALLETS = [PrivateKeySigner(key).address for key in KEYS]


def _table(path: Path, *rows: Sequence[str]) -> Path:
    path.write_text("".join(",".join(row) + "\n" for row in rows))
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


def test_one_person_under_two_references(
    command: Command, edit: Edit, urls: dict[str, str], people: Path, tmp_path: Path
) -> None:
    """The first is onboarded, and the others are told with both rows."""
    _table(
        people,
        (
            "applicant.reference",
            "applicant.contact.email",
            "applicant.contact.phone",
            "venues.nebulaecn.username",
        ),
        ("c-1", "ann@example.com", "+13125550101", "ann1"),
        ("c-2", "Ann@Example.com", "+13125550102", "ann2"),
        ("c-3", "bob@example.com", "+13125550103", "bob3"),
    )
    report = tmp_path / "report.csv"
    options = (
        "--template", edit(), "-v", "stokn", "-v", "nebulaecn", "--detach", "--json", "--report", report,
        *url_options(urls),
    )  # fmt: skip
    refused = command("bulk", people, *options)
    assert refused.code == 3
    assert "1 of 3 dossiers cannot be taken; nothing was written down or sent" in refused.err
    [invalid] = refused.document["invalid"]
    assert invalid["source"] == f"{people}, row 3"
    [problem] = invalid["problems"]
    assert (problem["path"], problem["line"]) == ("applicant.contact.email", 3)
    assert f"{people}, row 2" in problem["message"]
    assert "at stokn, nebulaecn" in problem["message"]
    assert "example.com" not in (refused.out + refused.err + report.read_text()).lower()
    done = command("bulk", people, *options, "--skip-invalid")
    assert {run["run"] for run in done.document["runs"]} == {"c-1", "c-3"}
    assert f"applicant.contact.email: is that of {people}, row 2" in report.read_text()


@pytest.mark.parametrize(
    ("venue", "columns", "first", "same", "other", "where"),
    [
        (
            "rabbitx",
            ("wallet.address", "wallet.private_key"),
            (WALLETS[0], KEYS[0]),
            (WALLETS[0].lower(), KEYS[0]),
            (WALLETS[1], KEYS[1]),
            "wallet.address",
        ),
        ("t4", ("venues.t4.username",), ("trader-1",), ("Trader-1",), ("trader-2",), "venues.t4.username"),
    ],
)
def test_what_else_an_account_is_known_by(
    command: Command,
    edit: Edit,
    urls: dict[str, str],
    people: Path,
    venue: str,
    columns: Sequence[str],
    first: Sequence[str],
    same: Sequence[str],
    other: Sequence[str],
    where: str,
) -> None:
    _table(
        people,
        ("applicant.reference", *columns),
        *(("c-1", *first), ("c-2", *other), ("c-3", *same)),
    )
    options = ("--template", edit(), "--detach", "--json", *url_options(urls))
    refused = command("bulk", people, *options, "-v", venue)
    assert refused.code == 3
    [invalid] = refused.document["invalid"]
    assert (invalid["source"], [p["path"] for p in invalid["problems"]]) == (f"{people}, row 4", [where])
    message = invalid["problems"][0]["message"]
    assert message.endswith(f"is that of {people}, row 2, with which an account is opened at {venue}")
    for secret in {*first, *same}:
        assert secret not in refused.out + refused.err
    # Where no account is known by it, it does not matter.
    assert command("bulk", people, *options, "-v", "tradelocker").code == 0


def test_a_t4_user_who_has_the_name_of_the_section_login(
    command: Command, edit: Edit, urls: dict[str, str], people: Path
) -> None:
    _table(people, ("applicant.reference", "login.username"), ("c-1", "trader-1"), ("c-2", "TRADER-1"))
    template = edit(("    username: john.smith@example.com  # at least 6 characters, never changeable\n", ""))
    refused = command("bulk", people, "--template", template, "-v", "t4", "--detach", *url_options(urls))
    assert refused.code == 3
    assert "line 3: login.username: is that of" in refused.err


def test_a_wallet_has_an_account_on_each_network(
    command: Command, edit: Edit, urls: dict[str, str], people: Path
) -> None:
    networks = ("sepolia", "blast_sepolia")
    _table(
        people,
        ("applicant.reference", "venues.rabbitx.network"),
        *((f"c-{number}", network) for number, network in enumerate(networks)),
    )
    options = ("--template", edit(), "-v", "rabbitx", "--detach", *url_options(urls))
    assert command("bulk", people, *options).code == 0


def test_one_login_that_is_there_may_be_meant(
    command: Command, edit: Edit, urls: dict[str, str], people: Path
) -> None:
    """Nothing is opened with it, so that one warning is enough."""
    _table(
        people,
        ("applicant.reference", "venues.tradelocker.email", "venues.tradelocker.server"),
        ("c-1", "demo@example.com", "SANDBOX"),
        ("c-2", "other@example.com", "SANDBOX"),
        ("c-3", "Demo@example.com", "SANDBOX"),
        ("c-4", "demo@example.com", "OTHER"),
        ("c-5", "demo@example.com", "SANDBOX"),
    )
    options = ("--template", edit(), "-v", "tradelocker", "--detach", "--json", *url_options(urls))
    done = command("bulk", people, *options)
    assert (done.code, len(done.document["runs"]), done.document["invalid"]) == (0, 5, [])
    [warning] = done.document["warnings"]
    assert warning.startswith("3 dossiers have a tradelocker login that another has as well, such as")
    assert f"{people}, row 2 and {people}, row 4" in warning
    assert done.err.count("warning:") == 1
    assert f"venuekit: warning: {warning}\n" in done.err
    assert "example.com" not in warning
    _table(people, ("applicant.reference",), ("c-9",))
    alone = command("bulk", people, *options)
    assert (alone.document["warnings"], "warning" in alone.err) == ([], False)


def test_dossiers_of_a_yaml_file_are_named_by_their_lines(
    command: Command, edit: Edit, urls: dict[str, str], tmp_path: Path
) -> None:
    text = edit().read_text()
    several = tmp_path / "several.yaml"
    several.write_text(f"{text}---\n{text.replace('reference: customer-0001', 'reference: c-2')}")
    refused = command("bulk", several, "-v", "stokn", "--detach", "--json", *url_options(urls))
    [invalid] = refused.document["invalid"]
    lines = [n for n, line in enumerate(several.read_text().splitlines(), 1) if "email: john" in line]
    assert [problem["line"] for problem in invalid["problems"]] == [lines[1]]
    assert f"is that of {several}, from line 1," in invalid["problems"][0]["message"]
