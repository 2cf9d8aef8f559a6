"""Every rule for writing a spec, broken once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from codegen import lint
from codegen.rules import RULES

EVIDENCE = "x-evidence: {level: documented, source: 001_18a38cef585526b2.txt}"


@dataclass(frozen=True)
class Break:
    """An edit that breaks one rule. `line` is text on the line that the message must name."""

    rule: str
    old: str
    new: str
    line: str
    label: str = ""


BREAKS = [
    Break("yaml", "  title: Tiny", "  title: Tiny\n  title: Twice", "title: Twice"),
    Break(
        "openapi",
        "  /login:\n    post:\n",
        "  /login:\n    post:\n      deprecated: perhaps\n",
        "deprecated: perhaps",
    ),
    Break("openapi-version", "openapi: 3.1.0", "openapi: 3.1.1", "openapi: 3.1.1"),
    Break(
        "no-cross-file-ref",
        "'#/components/schemas/Challenge'",
        "'other.yaml#/Challenge'",
        "other.yaml#/Challenge",
    ),
    Break(
        "no-root-security", "tags:\n  - name: users", "security: []\ntags:\n  - name: users", "security: []"
    ),
    Break("operation-id", "operationId: getUser", "operationId: Get_User", "operationId: Get_User"),
    Break(
        "unique-operation-id",
        "operationId: listUsers",
        "operationId: getUser",
        "operationId: getUser",
        "second",
    ),
    Break("one-tag", "      tags: [documents]", "      tags: [documents, users]", "tags: [documents, users]"),
    Break("one-tag", "      tags: [documents]", "      tags: [papers]", "tags: [papers]", "undescribed"),
    Break(
        "operation-security",
        "      summary: Log in\n      description: Logs in.\n      security: []\n",
        "      summary: Log in\n      description: Logs in.\n",
        "    post:",
        "missing",
    ),
    Break(
        "operation-security",
        "      summary: Log in\n      description: Logs in.\n      security: []\n",
        "      summary: Log in\n      description: Logs in.\n      security:\n        - Nobody: []\n",
        "security:",
        "unknown scheme",
    ),
    Break("operation-text", "      summary: Log in\n", "", "    post:", "summary"),
    Break("operation-text", "      description: Logs in.\n", "", "    post:", "description"),
    Break(
        "one-request-type",
        "          application/x-www-form-urlencoded:\n",
        "          application/json:\n            schema: {$ref: '#/components/schemas/CreateUserRequest'}\n          application/x-www-form-urlencoded:\n",
        "content:",
        "two",
    ),
    Break(
        "one-request-type",
        "          application/x-www-form-urlencoded:\n",
        "          text/plain:\n",
        "text/plain:",
        "unknown",
    ),
    Break(
        "request-name",
        "#/components/schemas/CreateUserRequest'}\n            example",
        "#/components/schemas/LoginRequest'}\n            example",
        "schemas/LoginRequest'}",
    ),
    Break(
        "request-name",
        "      requestBody:\n        required: true\n        content:\n          multipart",
        "      requestBody:\n        content:\n          multipart",
        "requestBody:",
        "not required",
    ),
    Break(
        "json-answers",
        "          description: All.\n          content:\n            application/json:",
        "          description: All.\n          content:\n            '*/*':",
        "'*/*':",
    ),
    Break("documented-answers", "        '404':", "        '204':", "responses:", "no 4xx"),
    Break("documented-answers", "        '404':", "        '4XX':", "'4XX':", "range"),
    Break(
        "documented-answers",
        "              schema: {$ref: '#/components/schemas/Error'}\n        default:\n          description: Any other failure.\n          content:\n            application/json:\n              schema: {$ref: '#/components/schemas/Error'}\n  /users:\n",
        "              schema: {$ref: '#/components/schemas/Error'}\n  /users:\n",
        "responses:",
        "no default",
    ),
    Break("no-cookie-parameters", "          in: query\n", "          in: cookie\n", "- name: limit"),
    Break("retry-class", "x-retry: safe", "x-retry: maybe", "x-retry: maybe"),
    Break("human-kind", "x-human: captcha", "x-human: patience", "x-human: patience"),
    Break("lookup-given", "      x-lookup: listUsers\n", "", "    post:", "missing"),
    Break(
        "lookup-given", "      x-lookup-note: Log in again.\n", "", "x-lookup: null", "null without a note"
    ),
    Break(
        "lookup-given", "x-retry: safe", "x-retry: safe\n      x-lookup: login", "x-lookup: login", "needless"
    ),
    Break("lookup-target", "x-lookup: listUsers", "x-lookup: findUsers", "x-lookup: findUsers", "unknown"),
    Break(
        "lookup-target",
        "x-lookup: listUsers",
        "x-lookup: uploadDocument",
        "x-lookup: uploadDocument",
        "itself",
    ),
    Break(
        "lookup-target", "x-lookup: listUsers", "x-lookup: createUser", "x-lookup: createUser", "side effect"
    ),
    Break("lookup-target", "      x-login: true\n", "", "x-lookup: login", "not a log-in"),
    Break("login-mark", "x-login: true", "x-login: perhaps", "x-login: perhaps"),
    Break("login-mark", "x-retry: safe", "x-retry: safe\n      x-login: true", "x-login: true", "needless"),
    Break(
        "named-schemas",
        "        credentials: {$ref: '#/components/schemas/Credentials'}",
        "        credentials:\n          type: object\n          properties:\n            password: {type: string, format: password}",
        "credentials:",
        "object",
    ),
    Break(
        "named-schemas",
        "        challenge: {type: string}",
        "        challenge: {type: string, enum: [a, b]}",
        "enum: [a, b]",
        "enum",
    ),
    Break(
        "named-schemas",
        "        challenge: {type: string}",
        "        challenge:\n          oneOf:\n            - $ref: '#/components/schemas/State'\n            - $ref: '#/components/schemas/User'",
        "challenge:",
        "union",
    ),
    Break("distinct-unions", "      required: [challenge]\n", "", "oneOf:"),
    Break(
        "open-answers",
        "      description: A session.\n      x-",
        "      description: A session.\n      additionalProperties: false\n      x-",
        "additionalProperties: false",
    ),
    Break(
        "closed-requests",
        "      description: A login.\n      additionalProperties: false\n",
        "      description: A login.\n",
        "LoginRequest:",
    ),
    Break(
        "request-or-answer",
        "        challenge: {type: string}",
        "        challenge: {$ref: '#/components/schemas/Credentials'}",
        "Credentials:",
    ),
    Break(
        "flat-forms",
        "        email: {type: string}",
        "        email: {$ref: '#/components/schemas/Credentials'}",
        "email:",
        "object",
    ),
    Break(
        "flat-forms",
        "        email: {type: string}",
        "        email: {type: [string, 'null']}",
        "email:",
        "null",
    ),
    Break(
        "supported-keywords",
        "        challenge: {type: string}",
        "        challenge: {type: array, prefixItems: [{type: string}], items: {type: string}}",
        "prefixItems",
        "prefixItems",
    ),
    Break(
        "supported-keywords",
        "        challenge: {type: string}",
        "        challenge: true",
        "challenge: true",
        "boolean schema",
    ),
    Break(
        "supported-keywords",
        "      description: A code is wanted.\n",
        "      description: A code is wanted.\n      patternProperties: {'^x': {type: string}}\n",
        "patternProperties",
        "patternProperties",
    ),
    Break(
        "no-request-defaults",
        "        email: {type: string}",
        "        email: {type: string, default: a@b.c}",
        "default: a@b.c",
        "body",
    ),
    Break(
        "no-request-defaults",
        "          schema: {type: integer}\n      responses:",
        "          schema: {type: integer, default: 10}\n      responses:",
        "default: 10",
        "parameter",
    ),
    Break(
        "const-in-unions", "        id: {type: string}", "        id: {type: string, const: u1}", "const: u1"
    ),
    Break("enum-values", "enum: [pending, active]", "enum: [pending, 1]", "enum: [pending, 1]", "mixed"),
    Break("enum-values", "enum: [pending, active]", "enum: [pending, null]", "enum: [pending, null]", "null"),
    Break(
        "enum-values",
        "enum: [pending, active]",
        "enum: [active, ACTIVE]",
        "enum: [active, ACTIVE]",
        "same name",
    ),
    Break("open-enums", "      x-open: true\n", "", "enum: [pending, active]"),
    Break(
        "secret-format",
        "        secret: {type: string, format: password}",
        "        secret: {type: string}",
        "secret: {type: string}",
    ),
    Break(
        "secret-format",
        "          items: {type: string, format: password}",
        "          items: {type: string}",
        "items: {type: string}",
        "in a list",
    ),
    Break(
        "secret-format",
        "        email: {type: string}",
        "        code: {type: string}",
        "code: {type: string}",
        "code in a request",
    ),
    Break(
        "no-bare-float",
        "balance: {type: [string, number]}",
        "balance: {type: number}",
        "balance: {type: number}",
    ),
    Break(
        "no-bare-float",
        "balance: {type: [string, number]}",
        "balance: {type: [number, 'null']}",
        "balance:",
        "nullable",
    ),
    Break(
        "plain-dates",
        "          description: Date, empty where unknown.\n",
        "          format: date-time\n",
        "format: date-time",
    ),
    Break("described-components", "      description: A code is wanted.\n", "", "Challenge:"),
    Break(
        "request-examples",
        "            example: {credentials: {password: hunter2}}\n",
        "",
        "application/json:",
    ),
    Break("answer-examples", "              example: [{id: u1, state: active}]\n", "", "application/json:"),
    Break("valid-examples", "example: [{id: u1, state: active}]", "example: [{id: 7}]", "example: [{id: 7}]"),
    Break(
        "valid-examples",
        "example: {credentials: {password: hunter2}}",
        "example: {credentials: {pasword: hunter2}}",
        "pasword",
        "request",
    ),
    Break("schema-examples", "          example: '2025-01-31'", "          example: 7", "example: 7"),
    Break(
        "evidence-given",
        "      x-evidence: {level: observed, source: 001_18a38cef585526b2.txt}\n",
        "",
        "    post:",
        "operation",
    ),
    Break(
        "evidence-given",
        "      description: A code is wanted.\n      " + EVIDENCE + "\n",
        "      description: A code is wanted.\n",
        "Challenge:",
        "schema",
    ),
    Break("evidence-level", "{level: observed,", "{level: guessed,", "level: guessed"),
    Break(
        "evidence-source",
        "      description: A code is wanted.\n      " + EVIDENCE,
        "      description: A code is wanted.\n      x-evidence: {level: documented, source: hearsay}",
        "source: hearsay",
    ),
    Break("evidence-note", ", note: the page says so}", "}", "level: inferred"),
]


def name(broken: Break) -> str:
    return f"{broken.rule} {broken.label}".strip().replace(" ", "-")


@pytest.mark.parametrize("broken", BREAKS, ids=name)
def test_a_broken_rule_is_found_on_its_line(broken: Break, tiny_spec: Path, tmp_path: Path) -> None:
    text = tiny_spec.read_text(encoding="utf-8")
    assert broken.old in text
    file = tmp_path / "tiny.yaml"
    file.write_text(text.replace(broken.old, broken.new, 1), encoding="utf-8")
    found = [
        re.fullmatch(r"(.+):(\d+): ([a-z0-9-]+): .+", message, re.DOTALL) for message in lint.lint_file(file)
    ]
    hits = [match for match in found if match and match[3] == broken.rule]
    assert hits, [match and match[0] for match in found]
    lines = file.read_text(encoding="utf-8").splitlines()
    assert any(broken.line in lines[int(match[2]) - 1] for match in hits), [match[0] for match in hits]
    assert all(match[1] == str(file) for match in hits)


def test_every_rule_is_broken_above() -> None:
    schema_rules = {"json-schema", "closed-objects"}
    assert {broken.rule for broken in BREAKS} | schema_rules == {rule.name for rule in RULES} | set(
        lint.FILE_RULES
    )


def test_the_tiny_spec_follows_all_rules(tiny_spec: Path) -> None:
    assert lint.lint_file(tiny_spec) == []


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("type: objekt\n", "json-schema", 1),
        (
            "type: object\nproperties:\n  a:\n    $ref: '#/$defs/B'\nadditionalProperties: false\n",
            "json-schema",
            4,
        ),
        ("$defs:\n  B:\n    type: object\n    properties:\n      a: {type: string}\n", "closed-objects", 2),
    ],
)
def test_a_json_schema_is_checked_too(text: str, rule: str, line: int, tmp_path: Path) -> None:
    file = tmp_path / "dossier.schema.yaml"
    file.write_text(text, encoding="utf-8")
    assert [message.split(": ")[:2] for message in lint.lint_file(file)] == [[f"{file}:{line}", rule]]


@pytest.mark.parametrize(
    "harmless", ["token_type: {type: string}", "otp: {type: boolean}", "code: {type: string}"]
)
def test_names_that_only_tell_about_a_secret_are_fine(harmless: str, tiny_spec: Path, tmp_path: Path) -> None:
    file = tmp_path / "tiny.yaml"
    text = tiny_spec.read_text(encoding="utf-8")
    file.write_text(
        text.replace(
            "        challenge: {type: string}", f"        {harmless}\n        challenge: {{type: string}}"
        )
    )
    assert lint.lint_file(file) == []


def test_a_false_alarm_can_be_answered_with_a_reason(tiny_spec: Path, tmp_path: Path) -> None:
    file = tmp_path / "tiny.yaml"
    text = tiny_spec.read_text(encoding="utf-8")
    file.write_text(
        text.replace(
            "challenge: {type: string}",
            "challenge: {type: string}\n        token: {type: string, x-not-secret: public id}",
        )
    )
    assert lint.lint_file(file) == []


def test_the_rules_table_names_every_rule_once() -> None:
    table = lint.rules_table()
    for rule in [*(rule.name for rule in RULES), *lint.FILE_RULES]:
        assert table.count(f"| `{rule}` |") == 1
