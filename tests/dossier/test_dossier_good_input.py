"""What a good dossier becomes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from venuekit.recipes.dossier import VENUES, check, listed_venues, load_dossier
from venuekit.recipes.secrets import resolve
from venuekit_schemas.dossier import Dossier

Edit = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]


def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load(ROOT / "specs/dossier.schema.yaml")
    return loaded


def test_the_example_is_complete_and_right() -> None:
    dossier = load_dossier(ROOT / "examples/dossier.yaml")
    assert isinstance(dossier, Dossier)
    assert listed_venues(dossier) == VENUES
    assert check(dossier) == ()
    assert len([a for a in dossier.agreements if a.venue.value == "t4"]) == 7
    assert dossier.applicant.identity.date_of_birth == date(1990, 1, 31)


def test_the_example_points_editors_to_the_schema() -> None:
    first, *_ = (ROOT / "examples/dossier.yaml").read_text().splitlines()
    reference = first.removeprefix("# yaml-language-server: $schema=")
    assert (ROOT / "examples" / reference).resolve() == ROOT / "specs/dossier.schema.yaml"


def test_the_example_passes_the_published_schema_as_an_editor_reads_it() -> None:
    """Editors know nothing of our reader: numbers and dates must be right by YAML's own rules."""
    validator = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
    data = YAML(typ="safe").load(ROOT / "examples/dossier.yaml")
    assert [e.message for e in validator.iter_errors(json.loads(json.dumps(data, default=str)))] == []


def test_every_field_of_the_schema_explains_itself_and_shows_an_example() -> None:
    definitions = schema()["$defs"]
    sections = [schema(), *(d for d in definitions.values() if d["type"] == "object")]
    for section in sections:
        assert section["additionalProperties"] is False
        for name, field in section["properties"].items():
            target = definitions[field["$ref"].rpartition("/")[2]] if "$ref" in field else field
            assert target["title"] and target["description"], name
            assert target["type"] == "object" or target["examples"], name


def test_examples_of_the_schema_are_valid() -> None:
    root = schema()
    for name, definition in root["$defs"].items():
        fields = {**definition.get("properties", {}), "": definition}
        for field, part in fields.items():
            validator = jsonschema.Draft202012Validator({"$defs": root["$defs"], **part})
            for example in part.get("examples", []):
                assert list(validator.iter_errors(example)) == [], f"{name}.{field}"


def test_relative_paths_start_at_the_dossier(
    edit: Edit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = edit(("  password: Kal31-ewwqXrew", "  password: file:secret.txt"))
    (path.parent / "secret.txt").write_text("Gol4aid1-Gol4aid1\n")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(path.parent)
    dossier = load_dossier("dossier.yaml")
    monkeypatch.chdir(elsewhere)
    assert [Path(f.path) for f in dossier.documents[0].files] == [
        path.parent / "documents/passport-front.png",
        path.parent / "documents/passport-back.jpg",
    ]
    assert dossier.login.password is not None
    assert resolve(dossier.login.password, allow_literal=False, where="x") == "Gol4aid1-Gol4aid1"


def test_numbers_are_taken_as_written_where_text_is_wanted(edit: Edit) -> None:
    """YAML would read these as numbers: a lost zero, a lost plus sign, an address as a huge integer."""
    path = edit(
        ('postcode: "60601"', "postcode: 00601"),
        ('phone: "+13125550123"', "phone: +13125550123"),
        ('"0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"', "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"),
        ('eula_version: "2"', "eula_version: 2"),
    )
    dossier = load_dossier(path)
    assert dossier.applicant.address.postcode == "00601"
    assert dossier.applicant.contact.phone == "+13125550123"
    assert dossier.wallet is not None
    assert dossier.wallet.address == "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"
    assert dossier.venues.t4 is not None
    assert dossier.venues.t4.eula_version == "2"


@pytest.mark.parametrize(
    "accepted_at",
    [
        "2025-05-15T14:33:00",
        "2025-05-15T14:33:00.1234567",
        "2025-05-15T14:33:00.5Z",
        "2025-05-15T14:33:00.1234567+02:00",
    ],
)
def test_acceptance_times_stay_as_they_were_written(edit: Edit, accepted_at: str) -> None:
    dossier = load_dossier(edit(("2025-05-15T14:33:00", accepted_at)))
    assert dossier.agreements[6].accepted_at == accepted_at


def test_json_is_accepted(edit: Edit, example_text: str) -> None:
    path = edit()
    data = YAML(typ="safe").load(example_text)
    data["applicant"]["identity"]["date_of_birth"] = "1990-01-31"
    data["documents"][0]["expires"] = "2099-12-31"
    path = path.with_suffix(".json")
    path.write_text(json.dumps(data, indent="\t"), encoding="utf-8")
    assert load_dossier(path).applicant.reference == "customer-0001"


def test_defaults(edit: Edit) -> None:
    path = edit(
        ("    require_level: 3 ", "    # "),
        ("    api_key_scope: [trade]", ""),
        ("    roles: [USER] ", "    # "),
    )
    dossier = load_dossier(path)
    assert dossier.venues.nebulaecn is not None
    assert dossier.venues.nebulaecn.require_level == 3
    assert dossier.venues.nebulaecn.api_key_scope == []
    assert dossier.venues.stokn is not None
    assert dossier.venues.stokn.roles == []


def test_secrets_do_not_show(edit: Edit) -> None:
    dossier = load_dossier(edit())
    for text in (repr(dossier), str(dossier), dossier.model_dump_json()):
        for secret in ("Kal31-ewwqXrew", "sandbox-secret", "sandbox-password", "sandbox-license", "0" * 63):
            assert secret not in text


def test_a_dossier_made_in_python_can_be_checked_too(edit: Edit) -> None:
    dossier = Dossier.model_validate_json(load_dossier(edit()).model_dump_json())
    broken = dossier.model_copy(update={"wallet": None})
    [problem] = check(broken, venues=["rabbitx"])
    assert (problem.path, problem.line) == ("wallet", 0)
