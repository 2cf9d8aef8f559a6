"""Generating and checking: schemas, examples, the lock, drift and lost operations."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import ValidationError

from codegen import check, lint, pages
from codegen.documents import load_plain
from codegen.generate import examples, lock, tree, without_open_enums
from codegen.tools_env import ToolError, pinned_version, run_tool


def specs_with(text: str, directory: Path) -> Path:
    (directory / "tiny.yaml").write_text(text, encoding="utf-8")
    return directory


def test_request_schemas_refuse_unknown_fields_and_mask_secrets(tiny_schemas: ModuleType) -> None:
    made = tiny_schemas.CreateUserRequest.model_validate({"email": "a@example.com", "password": "hunter2"})
    assert made.password.get_secret_value() == "hunter2" and "hunter2" not in repr(made)
    with pytest.raises(ValidationError, match="extra_forbidden"):
        tiny_schemas.CreateUserRequest.model_validate({"email": "a", "password": "b", "pasword": "c"})


def test_wire_names_stay_usable_in_the_schemas(tiny_schemas: ModuleType) -> None:
    made = tiny_schemas.UploadDocumentRequest.model_validate({"doc_type": "Passport", "upload[]": [b"PNG"]})
    assert made.model_dump(by_alias=True)["upload[]"] == [b"PNG"]


def test_an_open_enum_is_a_plain_string_in_the_schemas(tiny_schemas: ModuleType) -> None:
    assert (
        tiny_schemas.User.model_validate({"id": "u1", "state": "dormant", "backup": None}).state == "dormant"
    )
    assert (
        tiny_schemas.State.ACTIVE == "active"
        if hasattr(tiny_schemas.State, "ACTIVE")
        else tiny_schemas.State.active
    )


def test_only_open_enums_are_opened(tiny_spec: Path) -> None:
    document = load_plain(tiny_spec)
    opened = without_open_enums(document)
    assert opened["components"]["schemas"]["User"]["properties"]["state"] == {"type": "string"}
    assert opened["components"]["schemas"]["State"] == document["components"]["schemas"]["State"]
    document["components"]["schemas"]["State"].pop("x-open")
    assert without_open_enums(document) == document


def test_examples_name_the_first_success_that_has_one(tiny_spec: Path) -> None:
    found = examples(load_plain(tiny_spec))
    assert found["createUser"] == {
        "request": {"email": "john.smith@example.com", "password": "hunter2"},
        "status": 200,
        "answer": {"id": "u1", "state": "active"},
    }
    assert found["uploadDocument"] == {"request": None, "status": 201, "answer": None}
    assert found["listUsers"]["request"] is None


def test_the_lock_names_specs_tools_and_output_and_no_times(tiny_output: Path, tiny_spec: Path) -> None:
    locked = json.loads((tiny_output / "generation.lock").read_text(encoding="utf-8"))
    assert set(locked) == {"tools", "specs", "codegen", "output"}
    assert locked["tools"] == {
        "openapi-python-client": "0.29.1",
        "datamodel-code-generator": "0.89.0",
        "ruff": "0.17.5",
    }
    assert set(locked["specs"]) == {tiny_spec.name}
    assert "templates/opc/model.py.jinja" in locked["codegen"]


def test_tools_are_pinned_without_an_index(tiny_output: Path) -> None:
    from codegen.tools_env import TOOL_PINS, TOOLS

    for tool in TOOL_PINS:
        lines = (TOOLS / f"{tool}.txt").read_text(encoding="utf-8").splitlines()
        assert lines and all(
            "==" in line and "://" not in line and not line.startswith("-") for line in lines
        )
        assert pinned_version(tool)


def test_a_second_generation_is_the_same_and_its_check_clean(
    tiny_spec: Path, tiny_output: Path, tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "specs.md").write_text(
        f"# Specs\n{pages.RULES_BEGIN}old{pages.RULES_END}The end.\n", encoding="utf-8"
    )
    specs = tmp_path / "specs"
    specs.mkdir()
    specs_with(tiny_spec.read_text(encoding="utf-8"), specs)
    assert check.check(specs=specs, generated=tiny_output, docs=docs) == [
        "docs/evidence.md is out of date: run `python -m codegen docs`",
        "docs/specs.md is out of date: run `python -m codegen docs`",
    ]
    pages.write(docs, specs)
    assert pages.outdated(docs, specs) == []
    written = (docs / "specs.md").read_text(encoding="utf-8")
    assert (
        written.startswith("# Specs\n") and written.endswith("The end.\n") and lint.rules_table() in written
    )


def test_a_hand_made_change_is_shown(tiny_output: Path) -> None:
    old = tree(tiny_output)
    name = "venuekit_clients/tiny/errors.py"
    new = {**old, name: b"# touched\n" + old[name], "stray.py": b""}
    del new["venuekit_clients/tiny/types.py"]
    text = "\n".join(check.differences(new, old, now="generated/", then="a new generation"))
    assert f"{name}: differs between generated/ and a new generation" in text and "-# touched" in text
    assert "stray.py: is in generated/ but not in a new generation" in text
    assert "venuekit_clients/tiny/types.py: is in a new generation but not in generated/" in text
    assert "python -m codegen generate" in text
    assert check.differences(old, dict(old), now="a", then="b") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("operations.py", '"login": Operation(', '"logout": Other(', "login is missing in OPERATIONS"),
        (
            "api/users/__init__.py",
            "    async def login(",
            "    async def _login(",
            "missing in the Async resource methods",
        ),
        (
            "api/users/__init__.py",
            "    def list_users(",
            "    def list_people(",
            "users.list_people is in the sync resource",
        ),
    ],
)
def test_whatever_gets_lost_on_the_way_is_named(
    file: str, old: str, new: str, message: str, tiny_spec: Path, tiny_output: Path, tmp_path: Path
) -> None:
    package = tmp_path / "generated" / "venuekit_clients" / "tiny"
    shutil.copytree(tiny_output / "venuekit_clients" / "tiny", package)
    target = package / file
    text = target.read_text(encoding="utf-8")
    assert old in text
    target.write_text(text.replace(old, new), encoding="utf-8")
    assert list(check.coverage(tiny_spec.parent, tiny_output)) == []
    assert message in "\n".join(check.coverage(tiny_spec.parent, tmp_path / "generated"))


def test_a_venue_that_was_never_generated_is_named(tiny_spec: Path, tmp_path: Path) -> None:
    assert list(check.coverage(tiny_spec.parent, tmp_path)) == ["tiny: venuekit_clients/tiny is missing"]


def test_a_failing_tool_is_reported_with_its_own_message() -> None:
    with pytest.raises(ToolError, match="ruff failed"):
        run_tool("ruff", ["ruff", "check", "--no-such-option"])


def test_the_lock_follows_the_spec(tiny_spec: Path, tiny_output: Path, tmp_path: Path) -> None:
    specs_with(tiny_spec.read_text(encoding="utf-8") + "# a comment\n", tmp_path)
    before = json.loads((tiny_output / "generation.lock").read_text(encoding="utf-8"))
    after = lock(specs=tmp_path, output=tiny_output)
    assert after["specs"] != before["specs"] and after["codegen"] == before["codegen"]
    assert "generation.lock" in tree(tiny_output)


def test_the_evidence_page_counts_levels_and_lists_operations(tiny_spec: Path) -> None:
    page = pages.evidence(tiny_spec.parent)
    assert "| tiny | operations | 3 | 1 | 1 |" in page
    row = "| `uploadDocument` | `POST /documents` | inferred | 001_18a38cef585526b2.txt | `Bearer` | never, see `listUsers` |  | the page says so |"
    assert row in page
