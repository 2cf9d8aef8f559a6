"""Every check of this project, one session each. `nox` alone runs those of `nox.options.sessions`, on one Python.

The others take other Pythons (`tests-3.12`, `tests-3.13`), other versions of libraries (`lowest`, `latest`) or minutes
(`contract`), or are no check (`generate`). CONTRIBUTING.md says when to run which.

Sessions install exactly what `uv.lock` says (`lowest`: its own list; `latest`: the newest that pyproject.toml admits);
`uv` must be on the PATH (it is, after `pip install uv`). A Python that is not on the PATH is skipped, not downloaded.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "uv"
nox.options.reuse_existing_virtualenvs = True
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False
ROOTS = (
    *("wrappers", "generated", "sandbox", "codegen", "tests", "examples", "docs", "benchmarks"),
    "noxfile.py",
)
CURRENT = f"{sys.version_info.major}.{sys.version_info.minor}"
nox.options.sessions = [
    *("spec", "drift", "lint", "types", "doors"),
    *(f"tests-{CURRENT}", "tests-httpx2", "wheel"),
]
PYTHONS = sorted({"3.11", "3.12", "3.13", CURRENT}, key=lambda version: int(version.partition(".")[2]))
# What is written down is the same on every Python.
WRITTEN = tuple(f"--ignore=tests/{name}" for name in ("codegen", "docs"))
# Without what starts processes and tools: the rest depends most on the versions of libraries.
FAST = (*WRITTEN, *(f"--ignore=tests/{name}" for name in ("benchmarks", "cli", "examples", "kill")))
# Each process has a sandbox of its own; the tests of one file stay together and in order, and files as tests/conftest.py
# orders them. Much of the time they wait for other processes: so there are more of them than processors may be there.
PARALLEL = ("-n=4", "--dist=loadfile", "--no-loadscope-reorder")


def pytest(session: nox.Session, *arguments: str) -> None:
    """Run pytest with what stands after `--`, else with `arguments` in several processes."""
    session.run("pytest", *(session.posargs or [*PARALLEL, *arguments]))


def sync(session: nox.Session, *groups: str, extras: bool = False) -> None:
    """Install the project with dependency groups from the lock file, and nothing else."""
    chosen = [f"--group={group}" for group in groups]
    session.run_install(
        "uv",
        "sync",
        "--frozen",
        "--quiet",
        "--no-default-groups",
        *chosen,
        *(["--all-extras"] if extras else []),
        f"--python={session.virtualenv.location}",
        env={"UV_PROJECT_ENVIRONMENT": session.virtualenv.location},
        external=True,
    )


@nox.session
def spec(session: nox.Session) -> None:
    """Lint the specs by our rules, and validate them as OpenAPI 3.1 and JSON Schema."""
    sync(session, "spec")
    session.run("python", "-m", "codegen", "lint")


@nox.session
def generate(session: nox.Session) -> None:
    """Make `generated/` anew from the specs."""
    sync(session, "spec")
    session.run("python", "-m", "codegen", "generate")


@nox.session
def drift(session: nox.Session) -> None:
    """Regenerate twice and compare every byte with what is committed; compare specs, modules and methods."""
    sync(session, "spec")
    session.run("python", "-m", "codegen", "check", "--twice")


@nox.session
def lint(session: nox.Session) -> None:
    """Ruff: rules and format."""
    sync(session, "lint")
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """mypy --strict on everything, pyright strict on the wrappers and on how they are used."""
    sync(session, "types", "test", "spec", "nox", "contract", extras=True)
    session.run("mypy", "--strict", *ROOTS)
    session.run("pyright")


@nox.session
def doors(session: nox.Session) -> None:
    """Which room may import which."""
    sync(session, "doors", extras=True)
    session.run("lint-imports")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The test suite: all of it on the Python that runs nox; on the others, without what checks written files."""
    sync(session, "test", "spec", extras=True)
    pytest(session, *(() if session.python == CURRENT else WRITTEN))


@nox.session(name="tests-httpx2")
def tests_httpx2(session: nox.Session) -> None:
    """What depends on libraries, with httpx2 in place of httpx, which is not installed."""
    sync(session, "test", "spec", "httpx2", extras=True)
    session.run("uv", "pip", "uninstall", "--quiet", "httpx", "httpcore", external=True)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    folder = str(session.run("python", "-c", where, silent=True)).strip()
    session.run("python", "tests/compat/httpx_is_httpx2.py", folder)
    session.run("python", "-I", "-c", "import httpx, httpx2, sys; sys.exit(httpx is not httpx2)")
    # What is written down, computed or kept, and the sandbox, are the same whatever library sends.
    same = (f"--ignore=tests/{name}" for name in ("dossier", "properties", "runs", "sandbox"))
    pytest(session, *FAST, *same)


@nox.session(python="3.11")
def lowest(session: nox.Session) -> None:
    """The oldest Python with the oldest versions of direct dependencies that pyproject.toml admits."""
    session.run("uv", "pip", "sync", "--quiet", "tests/compat/lowest.txt", external=True)
    session.run("uv", "pip", "install", "--quiet", "--no-deps", "--editable", ".", external=True)
    # Old libraries call what newer ones have deprecated. That is between them.
    pytest(session, "-W=default::DeprecationWarning", *FAST)


@nox.session
def latest(session: nox.Session) -> None:
    """The test suite with the newest versions that pyproject.toml admits, whatever `uv.lock` says."""
    groups = ("--group=test", "--group=spec")
    chosen = ("--requirements=pyproject.toml", "--all-extras", *groups)
    session.run("uv", "pip", "install", "--quiet", "--upgrade", *chosen, external=True)
    session.run("uv", "pip", "install", "--quiet", "--no-deps", "--editable", ".", external=True)
    pytest(session)


@nox.session
def contract(session: nox.Session) -> None:
    """schemathesis against every venue of the sandbox; `-- t4` runs one. See docs/contract.md."""
    sync(session, "test", "contract", extras=True)
    session.run("python", "-m", "tests.contract", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build wheel and sdist, install each in a clean environment, without extras and with all, and use it."""
    tmp = Path(session.create_tmp()).resolve()
    dist = tmp / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    session.run("uv", "build", "--quiet", "--out-dir", str(dist), external=True)
    smoke = Path("tests/smoke/installed.py").resolve()
    for package in sorted([*dist.glob("*.whl"), *dist.glob("*.tar.gz")]):
        for extra in ("", "[all]"):
            place = tmp / f"{package.suffix.strip('.')}-{'all' if extra else 'core'}"
            shutil.rmtree(place, ignore_errors=True)
            session.run("uv", "venv", "--quiet", str(place), external=True)
            python = place / "bin" / "python"
            session.run(
                "uv",
                "pip",
                "install",
                "--quiet",
                "--python",
                str(python),
                f"venuekit{extra} @ {package.as_uri()}",
                external=True,
            )
            with session.chdir(place):
                session.run(str(python), "-I", str(smoke), "all" if extra else "core", external=True)


@nox.session
def peers(session: nox.Session) -> None:
    """Run venuekit and four other clients against a misbehaving server; `-- --check` compares with what is kept."""
    sync(session, "types", "test", extras=True)
    place = str(Path(session.create_tmp()).resolve() / "environments")
    session.run("python", "-m", "benchmarks.peers.compare", place, *session.posargs)
    session.run("python", "-m", "docs.tables", *session.posargs)


@nox.session
def kill(session: nox.Session) -> None:
    """Kill workers 200 times over a bulk run of 300 applicants at misbehaving venues, on SQLite and then on PostgreSQL.

    Prints a summary of each, and fails when one shows a problem.
    """
    sync(session, "test", extras=True)
    for more in ((), ("--postgresql",)):
        session.run("python", "-m", "benchmarks.runs.kill", *more, *session.posargs)


@nox.session(name="bench-runs")
def bench_runs(session: nox.Session) -> None:
    """Measure durable runs and write docs/durable-speed.md; `-- --quick` only prints a glance."""
    sync(session, "test", extras=True)
    session.run("python", "-m", "benchmarks.runs", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the sandbox and write docs/sandbox-speed.md; `-- --quick` only prints a glance."""
    sync(session, extras=True)
    session.run("python", "-m", "benchmarks.sandbox", *session.posargs)
