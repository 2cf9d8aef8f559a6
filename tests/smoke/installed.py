"""Does an installed venuekit work? Run in a clean environment, outside the source tree and without pytest:

    python -I installed.py core     without extras
    python -I installed.py all      with venuekit[all]

Prints what was checked; the first thing that does not hold ends it with a traceback and exit 1.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path

ROOTS = ("venuekit", "venuekit_clients", "venuekit_schemas", "venuekit_sandbox")
VENUES = ("rabbitx", "stokn", "nebulaecn", "tradelocker", "t4")
# Public names that need the extra `recipes`.
OF_RUNS = ("onboard", "onboard_async", "runs")
# What only extras bring. In the core environment none of them may be there.
EXTRAS = ("pydantic", "ruamel", "typer", "rich", "starlette", "uvicorn", "eth_account", "jwt", "cryptography")


def expect(holds: object, what: str, why: str = "") -> None:
    """Stop with `what` (and `why`, if it is known) unless it holds. Not `assert`, which `python -O` takes out."""
    if not holds:
        raise SystemExit(f"FAILED: {what} {why}".rstrip())
    sys.stdout.write(f"ok: {what}\n")


def command(*arguments: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Run the console script that was installed beside this interpreter."""
    script = Path(sys.executable).parent / ("venuekit.exe" if sys.platform == "win32" else "venuekit")
    return subprocess.run(
        [str(script), *arguments], check=False, capture_output=True, text=True, timeout=timeout
    )


def check_packages(*, extras: bool) -> None:
    """The import roots are where packages are installed, with their types."""
    installed = Path(sys.prefix).resolve()
    for root in ROOTS:
        package = files(root)
        expect(package.joinpath("py.typed").is_file(), f"{root} has py.typed")
        with as_file(package) as folder:
            expect(Path(folder).resolve().is_relative_to(installed), f"{root} is the installed one")
    for venue in VENUES:
        resource = files(f"venuekit_clients.{venue}").joinpath("examples.json")
        expect(json.loads(resource.read_text(encoding="utf-8")), f"venuekit_clients.{venue} has its examples")
        spec = files("venuekit_schemas").joinpath("openapi", f"{venue}.json")
        expect(
            json.loads(spec.read_text(encoding="utf-8"))["paths"], f"venuekit_schemas has the spec of {venue}"
        )
        operations = importlib.import_module(f"venuekit_clients.{venue}.operations").OPERATIONS
        expect(operations, f"venuekit_clients.{venue} has {len(operations)} operations")
    import venuekit

    for name in venuekit.__all__:
        if extras or name not in OF_RUNS:
            getattr(venuekit, name)
            continue
        try:
            getattr(venuekit, name)
        except ModuleNotFoundError as error:
            expect("venuekit[recipes]" in str(error), f"venuekit.{name} names its extra")
        else:
            expect(False, f"venuekit.{name} needs no extra")
    expect(True, f"{len(venuekit.__all__)} public names load")


def check_clients() -> None:
    """All ten clients are made, and every resource of theirs is imported."""
    import asyncio

    import venuekit

    signer = venuekit.CallbackSigner(
        "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf", sign_text=lambda text: "0x" + "11" * 64 + "1b"
    )
    made: list[Callable[[type], object]] = [
        lambda kind: kind(network="sepolia"),
        lambda kind: kind(client_id="a", client_secret="b"),
        lambda kind: kind(email="a@example.com", password="b"),
        lambda kind: kind(email="a@example.com", password="b", server="C"),
        lambda kind: kind(api_key="a"),
    ]
    names = ("RabbitX", "Stokn", "NebulaECN", "TradeLocker", "T4")
    for name, make in zip(names, made, strict=True):
        with make(getattr(venuekit, name)) as client:  # type: ignore[attr-defined]
            resources = load_resources(client)
        twin = make(getattr(venuekit, f"Async{name}"))
        expect(
            load_resources(twin) == resources and resources, f"{name} and Async{name}: {', '.join(resources)}"
        )
        asyncio.run(twin.aclose())  # type: ignore[attr-defined]

    with venuekit.RabbitX(network="sepolia") as rabbitx:
        sign_in = rabbitx.prepare_sign_in(signer)
    expect(
        sign_in.signature.endswith("00"),
        "RabbitX signs in with a CallbackSigner's signature",
    )
    try:
        with venuekit.T4(api_key="a", base_url="http://127.0.0.1:9", timeout=5) as t4:
            t4.users.get_user_eula("u")
    except venuekit.ConnectionFailed as error:
        expect(error.operation == "getUserEula" and not error.sent, "a call to nobody is a typed error")
    else:
        expect(False, "a call to nobody is a typed error")


def load_resources(client: object) -> list[str]:
    """The names of a client's resources, each of them used once."""
    from functools import cached_property

    names = [
        name
        for kind in type(client).__mro__
        for name, value in vars(kind).items()
        if isinstance(value, cached_property)
    ]
    for name in names:
        getattr(client, name)
    return sorted(names)


def check_core() -> None:
    """Without extras: what needs one says so in one line."""
    import venuekit

    present = [name for name in EXTRAS if find_spec(name) is not None]
    expect(not present, f"no extra is installed{': ' + ', '.join(present) if present else ''}")
    try:
        venuekit.PrivateKeySigner("0x" + "11" * 32)
    except venuekit.ConfigurationError as error:
        expect("venuekit[wallet]" in str(error), "PrivateKeySigner names its extra")
    else:
        expect(False, "PrivateKeySigner names its extra")
    try:
        importlib.import_module("venuekit.runs")
    except venuekit.ConfigurationError as error:
        expect("venuekit[recipes]" in str(error), "venuekit.runs names its extra")
    else:
        expect(False, "venuekit.runs names its extra")
    for arguments in ([], ["demo"], ["--help"], ["plan", "dossier.yaml"]):
        done = command(*arguments)
        shown = " ".join(["venuekit", *arguments])
        expect(done.returncode == 2, f"`{shown}` exits 2", f"it was {done.returncode}")
        expect(
            done.stdout == "" and len(done.stderr.splitlines()) == 1,
            f"`{shown}` says one line: {done.stderr!r}",
        )
        expect("venuekit[" in done.stderr, f"`{shown}` says what to install")


def check_all() -> None:
    """With every extra: the main job."""
    done = command("demo", "--json")
    expect(
        done.returncode == 0,
        "`venuekit demo --json` exits 0",
        f"it was {done.returncode}: {done.stderr[-500:]}",
    )
    cases = json.loads(done.stdout)["cases"]
    expect(
        {case["venue"]: case["status"] for case in cases} == dict.fromkeys(VENUES, "active")
        and len(cases) == 5,
        "five cases are active",
    )
    expect(all(case["credentials"] for case in cases), "every case has credentials")
    shown = [value for case in cases for value in case["credentials"].values()]
    expect(all(value.startswith("***") for value in shown), "every credential is masked")

    with as_file(files("venuekit").joinpath("_examples", "dossier.yaml")) as dossier:
        expect(dossier.is_file(), "the example dossier is in the package")
        schema = dossier.read_text(encoding="utf-8").splitlines()[0].rpartition("=")[2]
        expect((dossier.parent / schema).is_file(), f"its schema is at {schema}")
        plan = command("plan", str(dossier))
        expect(
            plan.returncode == 0, "`venuekit plan` exits 0", f"it was {plan.returncode}: {plan.stderr[-500:]}"
        )
        expect("onboardUser" in plan.stdout and "createUser" in plan.stdout, "the plan names the calls")
        as_json = command("plan", str(dossier), "--json")
        expect(as_json.returncode == 0 and json.loads(as_json.stdout), "`venuekit plan --json` is JSON")


def main() -> None:
    if sys.argv[1:] not in (["core"], ["all"]):
        raise SystemExit("usage: installed.py core|all")
    check_packages(extras=sys.argv[1] == "all")
    check_clients()
    if sys.argv[1] == "core":
        check_core()
    else:
        check_all()


if __name__ == "__main__":
    main()
