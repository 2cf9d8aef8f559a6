"""Rules about examples: present, and valid against their schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

from codegen.documents import Document, Path_, plain
from codegen.rules.base import Problem, Rule, contents


def request_examples(document: Document) -> Iterator[Problem]:
    for at, kind, media, name in contents(document):
        if kind == "request" and name != "multipart/form-data" and "example" not in media:
            yield Problem(at, "the request has no `example`")


def answer_examples(document: Document) -> Iterator[Problem]:
    for at, kind, media, _ in contents(document):
        if kind.startswith("2") and kind != "2XX" and not {"example", "x-bare"} & set(media):
            yield Problem(at, "the answer has no `example`")


def valid_examples(document: Document) -> Iterator[Problem]:
    components = plain(document.data.get("components") or {})
    for at, _, media, name in contents(document):
        if "examples" in media:
            yield Problem((*at, "examples"), "write one `example`; the plan driver answers with it")
        if "example" not in media or "schema" not in media or name == "multipart/form-data":
            continue
        schema = {**plain(media["schema"]), "components": components}
        for error in Draft202012Validator(schema).iter_errors(plain(media["example"])):
            where: Path_ = (*at, "example", *error.absolute_path)
            yield Problem(where, _told(error.message))


def _told(message: str, limit: int = 200) -> str:
    return message if len(message) <= limit else message[: limit - 3] + "..."


def schema_examples(document: Document) -> Iterator[Problem]:
    components = plain(document.data.get("components") or {})
    for name, raw in document.schemas().items():
        for field, schema in (raw.get("properties") or {}).items() if isinstance(raw, dict) else ():
            if isinstance(schema, dict) and "example" in schema:
                checked: dict[str, Any] = {**plain(schema), "components": components}
                for error in Draft202012Validator(checked).iter_errors(plain(schema["example"])):
                    at: Path_ = ("components", "schemas", name, "properties", field, "example")
                    yield Problem(at, _told(error.message))


EXAMPLE_RULES = (
    Rule("request-examples", "Docs, the sandbox and the tests send this example.", request_examples),
    Rule(
        "answer-examples",
        "A dry run answers every call with the example of its first success.",
        answer_examples,
    ),
    Rule("valid-examples", "An example that its own schema refuses helps nobody.", valid_examples),
    Rule("schema-examples", "The same for the examples of single fields.", schema_examples),
)
