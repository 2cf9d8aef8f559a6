"""Make generated/ from specs/: build everything beside it, then replace it whole."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from codegen.documents import DOSSIER, GENERATED, METHODS, SPECS, load_plain, venue_specs
from codegen.tools_env import CODEGEN, TOOL_PINS, TOOLS, arguments, pinned_version, run_tool

HEADER = "# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.\n"
CLIENTS = "venuekit_clients"
SCHEMAS = "venuekit_schemas"
OPENAPI = "openapi"
LOCK = "generation.lock"
PACKAGE_DOCS = {
    CLIENTS: '"""Generated clients, one package per venue: attrs models, one module per operation, resource classes."""\n',
    SCHEMAS: '"""Generated pydantic models, one module per venue and one for the dossier, and each spec as JSON."""\n',
}


def generate(*, specs: Path = SPECS, output: Path = GENERATED) -> bool:
    """Generate everything and replace `output` whole; untouched when nothing changed.

    Args:
        specs: Directory with one OpenAPI file per venue, and the dossier's schema if there is one.
        output: The directory to replace.

    Returns:
        Whether anything changed.

    Raises:
        ToolError: A generator failed. `output` is then as it was.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    # Built far from any project, as tools look for configuration around their output; moved by renaming, so that
    # nobody ever sees half of it.
    with (
        tempfile.TemporaryDirectory() as elsewhere,
        tempfile.TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as scratch,
    ):
        build(specs=specs, output=Path(elsewhere) / "new")
        if output.exists() and tree(output) == tree(Path(elsewhere) / "new"):
            return False
        fresh = shutil.copytree(Path(elsewhere) / "new", Path(scratch) / "new")
        if output.exists():
            output.rename(Path(scratch) / "old")
        fresh.rename(output)
    return True


def build(*, specs: Path, output: Path) -> None:
    """Generate everything into a new directory."""
    specs, output = specs.resolve(), output.resolve()
    files = venue_specs(specs)
    (output / CLIENTS).mkdir(parents=True)
    (output / SCHEMAS / OPENAPI).mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(max_workers=2) as pool:
        tasks = [
            pool.submit(build_clients, files, output / CLIENTS),
            pool.submit(build_schemas, files, specs / DOSSIER, output / SCHEMAS, Path(scratch)),
        ]
        for task in tasks:
            task.result()
    for package, text in PACKAGE_DOCS.items():
        (output / package / "__init__.py").write_text(text, encoding="utf-8")
        (output / package / "py.typed").touch()
    shutil.copyfile(CODEGEN / "templates" / "runtime.py.txt", output / CLIENTS / "runtime.py")
    for file in files:
        document = load_plain(file)
        write_json(output / CLIENTS / file.stem / "examples.json", examples(document))
        write_json(output / SCHEMAS / OPENAPI / f"{file.stem}.json", document)
    options = arguments("ruff")
    run_tool("ruff", ["ruff", "check", *options, "--fix-only", "--extend-select", "I,UP", str(output)])
    run_tool("ruff", ["ruff", "format", *options, str(output)])
    for module in sorted((output / CLIENTS).rglob("*.py")):
        module.write_text(HEADER + module.read_text(encoding="utf-8"), encoding="utf-8")
    write_json(output / LOCK, lock(specs=specs, output=output))


def build_clients(files: Iterable[Path], output: Path) -> None:
    """Run openapi-python-client for every venue, in one process."""
    jobs: list[dict[str, object]] = [
        {
            "venue": file.stem,
            "spec": str(file),
            "output": str(output / file.stem),
            "templates": str(CODEGEN / "templates" / "opc"),
            "config": str(CODEGEN / "config" / "opc.yaml"),
        }
        for file in files
    ]
    run_tool("opc", ["python", str(TOOLS / "opc_driver.py")], jobs=jobs)


def build_schemas(files: Iterable[Path], dossier: Path, output: Path, scratch: Path) -> None:
    """Run datamodel-code-generator for every venue and for the dossier, in one process."""
    jobs: list[dict[str, object]] = []
    header = ["--custom-file-header", HEADER.strip()]
    for file in files:
        prepared = scratch / f"{file.stem}.json"
        write_json(prepared, without_open_enums(load_plain(file)))
        target = ["--input", str(prepared), "--output", str(output / f"{file.stem}.py")]
        jobs.append(
            {
                "name": file.stem,
                "arguments": [*target, "--input-file-type", "openapi", *header, *arguments("schemas")],
            }
        )
    if dossier.exists():
        target = ["--input", str(dossier), "--output", str(output / "dossier.py"), "--class-name", "Dossier"]
        jobs.append(
            {
                "name": "dossier",
                "arguments": [*target, "--input-file-type", "jsonschema", *header, *arguments("schemas")],
            }
        )
    run_tool("schemas", ["python", str(TOOLS / "schemas_driver.py")], jobs=jobs)


def without_open_enums(document: dict[str, Any]) -> dict[str, Any]:
    """A copy in which a field with an open enum is a plain string; the enum class itself stays, for its names."""
    schemas = (document.get("components") or {}).get("schemas") or {}
    opened = {f"#/components/schemas/{name}" for name, schema in schemas.items() if schema.get("x-open")}

    def replace(node: Any) -> Any:
        if isinstance(node, dict):
            if node.get("$ref") in opened:
                return {"type": "string"}
            return {key: replace(value) for key, value in node.items()}
        return [replace(item) for item in node] if isinstance(node, list) else node

    replaced: dict[str, Any] = replace(document)
    return replaced


def examples(document: dict[str, Any]) -> dict[str, Any]:
    """Per operation the request example, the first success status and its example answer (null where there is none)."""
    found: dict[str, Any] = {}
    for item in document["paths"].values():
        for method in METHODS:
            if method not in item:
                continue
            operation = item[method]
            request = media_example((operation.get("requestBody") or {}).get("content") or {})
            answers = {
                int(code): media_example(answer.get("content") or {})
                for code, answer in operation["responses"].items()
                if str(code).startswith("2") and str(code) != "2XX"
            }
            status = next(
                (code for code, answer in answers.items() if answer is not None), next(iter(answers), None)
            )
            found[operation["operationId"]] = {
                "request": request,
                "status": status,
                "answer": answers.get(status) if status is not None else None,
            }
    return found


def media_example(content: dict[str, Any]) -> Any:
    """The example of the only media type of a body, or None."""
    return next((media.get("example") for media in content.values()), None)


def lock(*, specs: Path, output: Path) -> dict[str, Any]:
    """What the output was made from, and what it is: hashes and versions, no times."""
    sources = [*(CODEGEN / "templates").rglob("*"), *(CODEGEN / "config").iterdir(), *TOOLS.iterdir()]
    inputs = sorted(file for file in sources if file.is_file() and "__pycache__" not in file.parts)
    made_from = [*venue_specs(specs), *(file for file in [specs / DOSSIER] if file.exists())]
    files = [f"{name}\0{digest(data)}\n" for name, data in sorted(tree(output).items()) if name != LOCK]
    return {
        "tools": {TOOL_PINS[tool]: pinned_version(tool) for tool in sorted(TOOL_PINS)},
        "specs": {file.name: digest(file.read_bytes()) for file in sorted(made_from)},
        "codegen": {file.relative_to(CODEGEN).as_posix(): digest(file.read_bytes()) for file in inputs},
        "output": digest("".join(files).encode()),
    }


def tree(directory: Path) -> dict[str, bytes]:
    """Every file below a directory with its bytes, compiled modules left out."""
    return {
        file.relative_to(directory).as_posix(): file.read_bytes()
        for file in sorted(directory.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes in hex."""
    return hashlib.sha256(data).hexdigest()


def write_json(file: Path, value: Any) -> None:
    """Write JSON in a fixed form."""
    text = json.dumps(value, indent=2, ensure_ascii=False, default=str)
    file.write_text(text + "\n", encoding="utf-8")
