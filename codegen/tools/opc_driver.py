"""Runs openapi-python-client for several specs in one process, inside that tool's own environment.

Reads a list of jobs as JSON from stdin: `[{"venue", "spec", "output", "templates", "config"}]`. Beside what the tool's command
does it (1) remembers which strings are secret, because the tool drops `format: password`, (2) gives the templates what the
spec says about an operation in `x-` keys, and (3) renders operations.py. Any warning of the generator is a failure.
"""

# The tool is installed in its own environment only, so type checkers of the project do not see it.
# mypy: disable-error-code="import-not-found"

from __future__ import annotations

import contextlib
import json
import re
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openapi_python_client as opc
from openapi_python_client import strings
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData, properties
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.responses import Response

EXPECTED_VERSION = "0.29.1"
WRAP: dict[str, Any] = {"break_long_words": False, "break_on_hyphens": False}
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
PLAIN = (AnyProperty, BooleanProperty, FloatProperty, IntProperty, NoneProperty, StringProperty)
RETRY_TEXT = {
    "safe": "send it again, it changes nothing",
    "idempotent": "send it again, a second time changes nothing more",
    "never": "do not send it again, look first whether it happened",
}


class SecretStringProperty(StringProperty):  # type: ignore[misc]
    """A string with `format: password`. The class survives references, nullable unions and lists."""


def remember_secrets() -> None:
    """Make the parser build `SecretStringProperty` for `format: password`."""
    stock: Callable[..., Any] = properties._string_based_property

    def build(*, name: Any, required: bool, data: Any, config: Config) -> Any:
        made = stock(name=name, required=required, data=data, config=config)
        if type(made) is StringProperty and data.schema_format == "password":
            made = SecretStringProperty(
                name=made.name,
                required=made.required,
                default=made.default,
                python_name=made.python_name,
                description=made.description,
                example=made.example,
            )
        return made

    properties._string_based_property = build


def is_secret(prop: Any) -> bool:
    """Whether a value of this property is, or may hold, a secret string that its own class does not mask."""
    if isinstance(prop, SecretStringProperty):
        return True
    inner = getattr(prop, "inner_property", None)
    if inner is not None:
        return is_secret(inner)
    return any(is_secret(member) for member in getattr(prop, "inner_properties", ()))


def is_untyped(prop: Any) -> bool:
    """Whether anything at all may be in this property, also what is secret."""
    if isinstance(prop, UnionProperty):
        return any(is_untyped(member) for member in prop.inner_properties)
    if isinstance(prop, ListProperty):
        return is_untyped(prop.inner_property)
    return isinstance(prop, AnyProperty)


def is_plain(prop: Any) -> bool:
    """Whether the JSON value of this property is its Python value, so that there is nothing to construct."""
    if isinstance(prop, UnionProperty):
        return all(is_plain(member) for member in prop.inner_properties)
    if isinstance(prop, ListProperty):
        return is_plain(prop.inner_property)
    return isinstance(prop, PLAIN)


def takes_null(prop: Any) -> bool:
    """Whether null may be the value: documented, or harmless as there is nothing in the value to go through."""
    if isinstance(prop, UnionProperty):
        return any(takes_null(member) for member in prop.inner_properties)
    return isinstance(prop, PLAIN)


@dataclass(frozen=True)
class Success:
    """The documented 2xx answers of an endpoint and the Python type of what they parse to."""

    type: str
    responses: list[Response]
    statuses: str


def success_of(endpoint: Endpoint) -> Success:
    """Collect the 2xx answers; no schema means None."""
    found = [
        r for r in endpoint.responses.patterns if r.status_code.range and 200 <= r.status_code.range[0] < 300
    ]
    types: list[str] = []
    for response in found:
        text = "None" if is_empty(response) else response.prop.get_type_string().as_unembedded_code()
        if text not in types:
            types.append(text)
    types.sort(key=lambda text: (text == "None", text.lower()))
    return Success(
        type=" | ".join(types) or "None",
        responses=found,
        statuses=" or ".join(r.status_code.pattern for r in found),
    )


def reflow(text: Any, width: int = 94) -> str:
    """Text for a docstring: escaped, each paragraph filled anew, list items and tables kept line by line."""
    safe = strings.safe_for_docstring(text)
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", safe.strip()):
        rows = paragraph.splitlines()
        if any(re.match(r"\s*([-*|]|\d+\.)\s", row) for row in rows):
            lines += [part for row in rows for part in textwrap.wrap(row, width, **WRAP)]
        else:
            lines += textwrap.wrap(" ".join(rows), width, **WRAP)
        lines.append("")
    return "\n".join(lines).strip()


def is_empty(response: Response) -> bool:
    """Whether the answer is documented without a schema."""
    return bool(response.source["attribute"] == "None")


class Facts:
    """What the raw document says about operations and tags beyond what the generator keeps."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._operations: dict[str, tuple[str, dict[str, Any]]] = {
            strings.PythonIdentifier(item[method]["operationId"], "field_"): (path, item[method])
            for path, item in document["paths"].items()
            for method in METHODS
            if method in item
        }
        self._document = document
        self._tags: dict[str, str] = {
            strings.PythonIdentifier(tag["name"], "tag"): tag.get("description", "")
            for tag in document.get("tags", [])
        }

    def of(self, endpoint: Endpoint) -> dict[str, Any]:
        """The facts about one operation, with texts for its docstring."""
        path, raw = self._operations[endpoint.name]
        evidence = raw.get("x-evidence", {})
        note = f" ({evidence['note']})" if evidence.get("note") else ""
        retry = raw.get("x-retry", "never")
        human = raw.get("x-human")
        lookup = raw.get("x-lookup")
        return {
            "id": raw["operationId"],
            "path": path,
            "retry": retry,
            "retry_text": f"{retry} ({RETRY_TEXT[retry]}).",
            "lookup": lookup,
            "lookup_text": self._lookup_text(lookup, raw.get("x-lookup-note")) if retry == "never" else "",
            "human": human,
            "human_text": f"yes ({human})." if human else "no.",
            "evidence_text": f"Evidence: {evidence.get('level', 'none')}, {evidence.get('source', 'no source')}{note}",
            "security": [sorted(alternative) for alternative in raw.get("security", [])],
            "success": sorted(
                int(code) for code in map(str, raw["responses"]) if code.isdigit() and code[0] == "2"
            ),
        }

    def _lookup_text(self, lookup: str | None, note: str | None) -> str:
        """What to do when the answer of a call that must not be repeated is lost."""
        if lookup is None:
            return f"Lost answer: no call tells. {note or ''}".strip()
        name = strings.PythonIdentifier(lookup, "field_")
        tag = strings.PythonIdentifier(self._operations[name][1]["tags"][0], "tag")
        return f"Lost answer: look with `{tag}.{name}`. {note or ''}".strip()

    def arguments(self, endpoint: Endpoint) -> list[str]:
        """One paragraph per argument: name, type, what it is, and what it is called on the wire."""
        path, raw = self._operations[endpoint.name]
        listed = [*self._document["paths"][path].get("parameters", []), *raw.get("parameters", [])]
        described = {parameter["name"]: parameter for parameter in map(self._resolve, listed)}

        def told(prop: Any) -> str:
            parameter = described[prop.name.get_untrusted_value()]
            where = f"{parameter['in']} `{parameter['name']}`"
            text = parameter.get("description") or parameter.get("schema", {}).get("description") or ""
            return f"{prop.python_name} ({prop.get_type_string().as_unembedded_code()}): {text.strip()} ({where})"

        texts = [told(prop) for prop in endpoint.path_parameters]
        for body in endpoint.bodies:
            kind = body.prop.get_type_string().as_unembedded_code()
            text = body.prop.description.get_untrusted_value() if body.prop.description else ""
            texts.append(f"body ({kind}): {text} ({body.content_type.get_untrusted_value()})")
        return texts + [told(prop) for prop in [*endpoint.query_parameters, *endpoint.header_parameters]]

    def _resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        """Follow a reference to a component parameter."""
        if "$ref" not in node:
            return node
        found: dict[str, Any] = self._document["components"]["parameters"][node["$ref"].rsplit("/", 1)[-1]]
        return found

    def tag(self, collection: EndpointCollection) -> dict[str, Any]:
        """Class name, description and the imports that the signatures of one tag need."""
        imports: set[str] = set()
        needs_unset = False
        for endpoint in collection.endpoints:
            parameters = [*endpoint.path_parameters, *endpoint.query_parameters, *endpoint.header_parameters]
            props = [response.prop for response in success_of(endpoint).responses if not is_empty(response)]
            for prop in [*props, *parameters, *(body.prop for body in endpoint.bodies)]:
                imports |= prop.get_imports(prefix="...") | prop.get_lazy_imports(prefix="...")
            needs_unset |= any(not parameter.required for parameter in parameters)
        kept = sorted(line for line in imports if line.startswith("from ...") and "UNSET" not in line)
        if needs_unset:
            kept.append("from ...types import Unset")
        name = strings.ClassName(collection.tag, "tag") + "Resource"
        summary = self._tags.get(collection.tag) or f"The operations tagged {collection.tag}."
        return {"class_name": name, "summary": summary, "imports": kept, "needs_unset": needs_unset}


def run(job: dict[str, str]) -> list[str]:
    """Generate one client; returns the problems as text."""
    output = Path(job["output"])
    config = Config.from_sources(
        ConfigFile.load_from_path(Path(job["config"])),
        meta_type=MetaType.NONE,
        document_source=Path(job["spec"]),
        file_encoding="utf-8",
        overwrite=False,
        output_path=output,
    )
    config.package_name_override = job["venue"]
    document = opc._get_document(source=Path(job["spec"]), timeout=5)
    if isinstance(document, GeneratorError):
        return [describe(document)]
    facts = Facts(json.loads(json.dumps(document, default=str)))
    data = GeneratorData.from_dict(document, config=config)
    if isinstance(data, GeneratorError):
        return [describe(data)]
    project = opc.Project(openapi=data, config=config, custom_template_path=Path(job["templates"]))
    project.env.globals.update(
        is_secret=is_secret,
        is_untyped=is_untyped,
        is_plain=is_plain,
        takes_null=takes_null,
        success_of=success_of,
        facts_of=facts.of,
        arguments_of=facts.arguments,
        reflow=reflow,
        tag_facts=facts.tag,
        venue=job["venue"],
    )
    with contextlib.redirect_stdout(sys.stderr):
        errors = project.build()
    rendered = project.env.get_template("operations.py.jinja").render()
    (output / "operations.py").write_text(rendered, encoding="utf-8")
    return [describe(error) for error in errors]


def describe(error: Any) -> str:
    """One line or more for people."""
    data = getattr(error, "data", None)
    where = f"\n  in {str(data)[:300]}" if data is not None else ""
    return f"{error.header or ''} {error.detail or ''}".strip() + where


def main() -> int:
    """Run all jobs; 1 when any of them has a problem."""
    if opc.__version__ != EXPECTED_VERSION:
        sys.stderr.write(f"the templates fork {EXPECTED_VERSION} of the tool, this is {opc.__version__}\n")
        return 1
    remember_secrets()
    failed = False
    for job in json.load(sys.stdin):
        for problem in run(job):
            failed = True
            sys.stderr.write(f"{job['venue']}: {problem}\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
