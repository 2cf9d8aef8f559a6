"""`venuekit bulk`: many dossiers from a folder, a YAML file of several, or a CSV file over a template."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import url_options
from tests.cli.test_cli_onboard import SECRETS
from venuekit import PrivateKeySigner
from venuekit import runs as durable

Command = Callable[..., Any]
Edit = Callable[..., Path]
ONLY = ("-v", "rabbitx", "-v", "tradelocker")


def wallet(number: int) -> str:
    """A private key and its address, as cells."""
    key = f"0x{number:064x}"
    return f"{key},{PrivateKeySigner(key).address}"


@pytest.fixture
def five(edit: Edit, tmp_path: Path) -> Path:
    """A CSV file of five applicants, of which the third is wrong in two places."""
    edit()
    path = tmp_path / "people.csv"
    path.write_text(
        "applicant.reference,applicant.identity.first_name,applicant.address.postcode,applicant.professional,"
        "documents[0].number,applicant.identity.nationality,wallet.private_key,wallet.address\n"
        + "".join(
            f"c-{n},Ann {n},0{n}101,false,AA{n},{'USA' if n == 3 else 'US'},{wallet(n)}\n"
            for n in range(1, 6)
        ),
        encoding="utf-8",
    )
    return path


def test_five_with_one_invalid(command: Command, five: Path, urls: dict[str, str], tmp_path: Path) -> None:
    arguments = (
        "bulk", five, "--template", tmp_path / "dossier.yaml", *ONLY, "--json", *url_options(urls)
    )  # fmt: skip
    refused = command(*arguments)
    assert refused.code == 3
    [invalid] = refused.document["invalid"]
    assert invalid["source"].endswith("people.csv, row 4")
    assert [(p["path"], p["line"]) for p in invalid["problems"]] == [("applicant.identity.nationality", 4)]
    assert "1 of 5 dossiers cannot be taken; nothing was written down or sent" in refused.err
    assert command("runs", "--json").document == {"runs": []}
    report = tmp_path / "report.csv"
    done = command(*arguments, "--skip-invalid", "--report", report)
    assert done.code == 3
    assert done.document["venues"] == {"rabbitx": {"active": 4}, "tradelocker": {"active": 4}}
    assert done.document["invalid"] == [invalid]
    *rows, last = csv.DictReader(io.StringIO(report.read_text()))
    assert sorted((row["run"], row["venue"], row["status"], row["source"]) for row in rows) == [
        (f"c-{n}", venue, "active", f"{five}, row {n + 1}")
        for n in (1, 2, 4, 5)
        for venue in ("rabbitx", "tradelocker")
    ]
    assert last.pop("error").startswith(
        "line 4: applicant.identity.nationality: does not have the right form"
    )
    assert last == {
        "run": "", "venue": "", "status": "invalid", "raw_status": "", "waiting": "",
        "source": f"{five}, row 4",
    }  # fmt: skip
    for secret in SECRETS:
        assert secret not in done.out + done.err + report.read_text()


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_report_of_what_is_wrong(command: Command, edit: Edit, tmp_path: Path, kind: str) -> None:
    """Also where nothing is taken for it; a secret that is wrong is not in it."""
    people, report = tmp_path / "people.csv", tmp_path / f"report.{kind}"
    people.write_text("applicant.reference,login.password\nc-1,Qx7-z\nc-2,Kal31-ewwqXrew\n")
    refused = command(
        "bulk", people, "--template", edit(), "-v", "stokn", "--report", report, "--json"
    )  # fmt: skip
    assert refused.code == 3
    text = report.read_text()
    assert "Qx7-z" not in text + refused.out + refused.err
    if kind == "json":
        assert json.loads(text) == refused.document
        assert [problem["path"] for problem in refused.document["invalid"][0]["problems"]] == [
            "login.password"
        ]
    else:
        [row] = csv.DictReader(io.StringIO(text))
        assert (row["run"], row["status"], row["source"]) == ("", "invalid", f"{people}, row 2")
        assert row["error"].startswith("line 2: login.password: is too short for stokn")


def test_the_same_file_goes_on(command: Command, five: Path, urls: dict[str, str], tmp_path: Path) -> None:
    five.write_text(five.read_text().replace("USA", "US"))
    arguments = ("bulk", five, "--template", tmp_path / "dossier.yaml", "-v", "tradelocker", "--json")
    submitted = command(*arguments, "--detach", *url_options(urls))
    assert (submitted.code, submitted.document["venues"]) == (0, {"tradelocker": {"draft": 5}})
    done = command(*arguments, *url_options(urls), "--report", tmp_path / "report.json")
    assert (done.code, done.document["venues"]) == (0, {"tradelocker": {"active": 5}})
    assert json.loads((tmp_path / "report.json").read_text()) == done.document
    history = command("history").out
    assert command(*arguments, *url_options(urls)).code == 0
    assert command("history").out == history
    other_venue = command(*arguments, "-v", "rabbitx", *url_options(urls))
    assert (other_venue.code, len(other_venue.document["invalid"])) == (3, 5)
    assert "the run c-1 was submitted with another --venue (then tradelocker)" in other_venue.err


def test_a_row_that_has_changed_holds_up_no_other(
    command: Command, five: Path, urls: dict[str, str], tmp_path: Path
) -> None:
    """It is found before anything is written, together with what else is wrong, and can be left out."""
    arguments = ("bulk", five, "--template", tmp_path / "dossier.yaml", "-v", "tradelocker", "--json")
    lines = five.read_text().replace("USA", "US").splitlines(keepends=True)
    five.write_text("".join(lines[:3]))
    first = command(*arguments, "--detach", *url_options(urls))
    assert (first.code, len(first.document["runs"])) == (0, 2)
    assert "2 runs written down now, 0 before" in first.err
    five.write_text("".join(lines).replace("Ann 2", "Bob 2").replace("AA4,US", "AA4,USA"))
    clash = command(*arguments, "--detach", *url_options(urls))
    assert clash.code == 3
    found = {error["source"].split(", ")[-1]: error["problems"] for error in clash.document["invalid"]}
    assert {row: [p["line"] for p in problems] for row, problems in found.items()} == {
        "row 3": [3], "row 5": [5]
    }  # fmt: skip
    assert found["row 3"][0]["message"] == "the run c-2 exists with another dossier"
    assert "another reference" in found["row 3"][0]["expected"]
    assert len(command("runs", "--json").document["runs"]) == 2
    skipped = command(*arguments, "--detach", "--skip-invalid", *url_options(urls))
    assert (skipped.code, len(skipped.document["invalid"])) == (3, 2)
    assert {run["run"] for run in command("runs", "--json").document["runs"]} == {"c-1", "c-2", "c-3", "c-5"}
    assert command("purge", "c-1", "--yes").code == 0
    erased = command(*arguments, "--detach", *url_options(urls))
    assert "the run c-1 was purged on " in erased.err


def test_a_folder_and_a_file_of_several(
    command: Command, edit: Edit, urls: dict[str, str], tmp_path: Path
) -> None:
    text = edit().read_text()
    second = text.replace("customer-0001", "customer-0002")
    folder = tmp_path / "many"
    folder.mkdir()
    for name, content in (("a.yaml", text), ("b.yml", second), ("notes.txt", "no dossier")):
        (folder / name).write_text(content.replace("path: documents/", f"path: {tmp_path}/documents/"))
    options = ("-v", "tradelocker", "--json", *url_options(urls))
    of_folder = command("bulk", folder, *options)
    assert of_folder.code == 0, of_folder.err
    assert {run["run"] for run in of_folder.document["runs"]} == {"customer-0001", "customer-0002"}
    several = tmp_path / "several.yaml"
    wrong = second.replace("nationality: US", "nationality: usa")
    several.write_text(f"---\n{text}\n---\n{wrong}---\n{text}")
    line = several.read_text().splitlines().index("    nationality: usa") + 1
    refused = command("bulk", several, *options)
    assert refused.code == 3
    first, same, other = refused.document["invalid"]
    assert [(p["path"], p["line"]) for p in first["problems"]] == [("applicant.identity.nationality", line)]
    assert same["problems"][0]["path"] == "applicant.reference"
    assert "stands in" in same["problems"][0]["message"]
    assert "the run customer-0001" in other["problems"][0]["message"]


def test_many_give_way_to_one(
    command: Command, five: Path, urls: dict[str, str], tmp_path: Path, own_database: str
) -> None:
    five.write_text(five.read_text().replace("USA", "US"))
    options = ("-v", "tradelocker", "--detach", *url_options(urls))
    assert command("bulk", five, "--template", tmp_path / "dossier.yaml", *options).code == 0
    assert command("onboard", tmp_path / "dossier.yaml", "--run", "later", *options).code == 0
    with durable.open(own_database) as runs:
        with runs.worker(per_venue=1, concurrency=1):
            for run in runs.all():
                assert runs.wait(run.id, timeout=120).active
        begun = [row.run for row in runs.events() if row.kind == "leg"]
    assert begun[0] == "later"
    assert len(begun) == 6


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "there is no dossier in it"),
        ("applicant.reference\n", "there is no dossier in it"),
        ("applicant.reference,wallet.address\nc-1\n", "has 1 cell instead of 2"),
        (
            "applicant.reference,documents[7].number\nc-1,AA1\n",
            "the template has no place documents[7].number",
        ),
        ("applicant.reference,applicant.reference.deep\nc-1,x\n", "the template has no place"),
        ("applicant.identity.first_name\nAnn\n", "has no column applicant.reference"),
        ("applicant.reference,documents[0].number,documents[00].number\nc,1,2\n", "twice"),
        (
            "applicant.reference,applicant.reference\na,b\n",
            "the column applicant.reference stands there twice",
        ),
        ("a b\nx\n", "no place in a dossier"),
        ('applicant.reference\n"x\n', "is no CSV"),
    ],
)
def test_a_file_that_cannot_be_used(
    command: Command, edit: Edit, tmp_path: Path, content: str, message: str
) -> None:
    template = edit()
    path = tmp_path / "people.csv"
    path.write_text(content)
    outcome = command("bulk", path, "--template", template)
    assert outcome.code == 3
    assert message in outcome.err


def test_wrong_usage(command: Command, edit: Edit, tmp_path: Path) -> None:
    template = edit()
    missing = command("bulk", tmp_path / "people.csv")
    assert (missing.code, "does not exist" in missing.err) == (3, True)
    (tmp_path / "people.csv").write_text("applicant.reference\nc-1\n")
    without = command("bulk", tmp_path / "people.csv")
    assert (without.code, "needs --template" in without.err) == (2, True)
    assert command("bulk", template, "--template", template).code == 2
    (tmp_path / "ok.txt").write_text("applicant.reference\nc-1\n")
    text = command("bulk", tmp_path / "ok.txt", "--template", template)
    assert (text.code, "ok.txt is no file of dossiers" in text.err) == (2, True)
    assert command("bulk", template, "--report", tmp_path / "report.txt").code == 2
    assert command("bulk", tmp_path / "nowhere.yaml").code == 3
    assert command("bulk", template, "--env", "live").code == 2
