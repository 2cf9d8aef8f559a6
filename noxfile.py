"""Every check of this project, one session each. `nox` alone runs all but `generate`.

Sessions install exactly what `uv.lock` says; `uv` must be on the PATH (it is, after `pip install uv`).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "uv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["spec", "drift", "lint", "types", "doors", "tests", "wheel"]

ROOTS = ("wrappers", "generated", "sandbox", "codegen", "tests", "examples", "docs", "noxfile.py")


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
    """mypy --strict on everything, pyright strict on the wrappers."""
    sync(session, "types", "test", "spec", "nox", extras=True)
    session.run("mypy", "--strict", *ROOTS)
    session.run("pyright")


@nox.session
def doors(session: nox.Session) -> None:
    """Which room may import which."""
    sync(session, "doors", extras=True)
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """The test suite. Arguments after `--` go to pytest."""
    sync(session, "test", "spec", extras=True)
    session.run("pytest", *session.posargs)


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
