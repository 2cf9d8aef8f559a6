"""Where a constructor's values come from: argument, environment, profile, store. The client tells which, never what."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venuekit import (
    T4,
    AsyncNebulaECN,
    AsyncRabbitX,
    AsyncStokn,
    AsyncT4,
    AsyncTradeLocker,
    ConfigurationError,
    MemoryStore,
    NebulaECN,
    RabbitX,
    Stokn,
    StoknToken,
    TradeLocker,
    TradeLockerTokens,
)
from venuekit.auth.chain import NAMES, Profile, Sourced, load_profile, resolve, variable
from venuekit.auth.store import store_key
from venuekit_sandbox import Sandbox

LINKS = ("argument", "environment", "profile")
BASE = "http://127.0.0.1:9"
TOTP = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
VENUES = sorted(NAMES)


def profile(venues: Mapping[str, Mapping[str, str]], *, allow_live: bool = False) -> Profile:
    return Profile("work", Path("/nowhere"), allow_live, venues)


def source_of(link: str, venue: str, name: str) -> str:
    return {
        "argument": "argument",
        "environment": f"environment {variable(venue, name)}",
        "profile": "profile work",
    }[link]


@given(st.data())
def test_the_first_link_wins_for_all_subsets_of_links(data: st.DataObject) -> None:
    """For names that go with each other, each comes from the first link that has it."""
    venue = data.draw(st.sampled_from(VENUES))
    group = data.draw(st.sampled_from(sorted(set(NAMES[venue].values()))))
    names = {name: "" for name, own in NAMES[venue].items() if own in ("", group) and name != "tokens"}
    links: dict[str, frozenset[str]] = {
        name: data.draw(st.frozensets(st.sampled_from(LINKS))) for name in names
    }
    given_, environ, table = spread(venue, links)
    found = resolve(venue, given_, names=names, environ=environ, config=profile({venue: table}))
    for name, has in links.items():
        winner = next((link for link in LINKS if link in has), None)
        assert found.text(name) == (f"{winner}-value-of-{name}" if winner else None)
        assert found.sources.get(name) == (source_of(winner, venue, name) if winner else None)


@given(st.data())
def test_only_the_first_alternative_is_looked_up(data: st.DataObject) -> None:
    """A key from the environment never replaces a login that was given, in any combination of links."""
    venue = data.draw(st.sampled_from(VENUES))
    names = {name: group for name, group in NAMES[venue].items() if name != "tokens"}
    links: dict[str, frozenset[str]] = {
        name: data.draw(st.frozensets(st.sampled_from(LINKS))) for name in names
    }
    given_, environ, table = spread(venue, links)
    found = resolve(venue, given_, names=names, environ=environ, config=profile({venue: table}))

    def rank(name: str) -> int:
        return min((LINKS.index(link) for link in links[name]), default=len(LINKS))

    grouped = [name for name in names if names[name]]
    best = min(map(rank, grouped), default=len(LINKS))
    for name, group in names.items():
        expected = rank(name) < len(LINKS)
        if group:
            expected = expected and any(rank(other) == best for other in grouped if names[other] == group)
        assert (name in found.found) is expected


@given(st.data())
def test_no_source_and_no_repr_has_a_value(data: st.DataObject) -> None:
    venue = data.draw(st.sampled_from(VENUES))
    names = NAMES[venue]
    links: dict[str, frozenset[str]] = {
        name: data.draw(st.frozensets(st.sampled_from(LINKS))) for name in names
    }
    given_, environ, table = spread(venue, links)
    config = profile({venue: table})
    found = resolve(venue, given_, names=names, environ=environ, config=config)
    for text in (repr(found), str(found.sources), repr(config)):
        assert "-value-of-" not in text


def spread(
    venue: str, links: Mapping[str, frozenset[str]]
) -> tuple[dict[str, object], dict[str, str], dict[str, str]]:
    """Values on the links that have them, each naming its link."""

    def value(link: str, name: str) -> str:
        return f"{link}-value-of-{name}"

    return (
        {name: value("argument", name) if "argument" in has else None for name, has in links.items()},
        {
            variable(venue, name): value("environment", name)
            for name, has in links.items()
            if "environment" in has
        },
        {name: value("profile", name) for name, has in links.items() if "profile" in has},
    )


def test_an_empty_variable_is_none() -> None:
    found = resolve("t4", {}, names=NAMES["t4"], environ={"VENUEKIT_T4_API_KEY": ""}, config=None)
    assert found.sources == {}


def test_tokens_that_are_given_are_not_renewed_with_somebody_elses_login() -> None:
    environ = {variable("tradelocker", name): "x" for name in ("email", "password", "server")}
    tokens = TradeLockerTokens("a", "r")
    with TradeLocker(tokens=tokens, base_url=BASE, environ=environ) as client:
        assert client.sources == {"tokens": "argument"}
        assert "email=None" in repr(client._auth)
    with TradeLocker(base_url=BASE, environ=environ) as client:
        assert set(client.sources) == {"email", "password", "server"}


def test_a_masked_value() -> None:
    assert (
        repr(Sourced("a-long-secret-value-0123", "argument")) == "Sourced(value='***0123', source='argument')"
    )


# Profiles

CONFIG = """
[profiles.work]
allow_live = true

[profiles.work.tradelocker]
email = "work@example.com"
password = "env:WORK_PASSWORD"
server = "file:server.txt"

[profiles.work.t4]
api_key = "a-key-in-clear"

[profiles.home.tradelocker]
email = "home@example.com"
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(CONFIG)
    path.chmod(0o600)
    (tmp_path / "server.txt").write_text("LIVE\n")
    return path


def environ(config: Path, **more: str) -> dict[str, str]:
    return {"VENUEKIT_CONFIG": str(config), "WORK_PASSWORD": "from-the-reference", **more}


def test_a_profile_with_references(config: Path) -> None:
    with TradeLocker(profile="work", base_url=BASE, environ=environ(config)) as client:
        assert client.sources == dict.fromkeys(("email", "password", "server"), "profile work")
        assert client._auth._login_body == {
            "email": "work@example.com",
            "password": "from-the-reference",
            "server": "LIVE",
        }


def test_a_profile_is_chosen_by_argument_before_environment(config: Path) -> None:
    for argument, variable_, expected in (
        ("work", "home", "work"),
        (None, "home", "home"),
        (None, None, None),
        ("home", None, "home"),
    ):
        given_ = environ(config, **({"VENUEKIT_PROFILE": variable_} if variable_ else {}))
        found = load_profile(argument, environ=given_)
        assert (found.name if found is not None else None) == expected


def test_without_a_profile_no_file_is_read(tmp_path: Path) -> None:
    assert load_profile(None, environ={"VENUEKIT_CONFIG": str(tmp_path / "absent")}) is None


def test_the_platforms_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    folder = tmp_path / "venuekit"
    folder.mkdir()
    (folder / "config.toml").write_text("[profiles.a.t4]\nbearer = 'env:X'\n")
    found = load_profile("a", environ={"XDG_CONFIG_HOME": str(tmp_path)})
    assert found is not None and found.venues == {"t4": {"bearer": "env:X"}}


def test_live_needs_a_profile_that_allows_it(config: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"profile home .* allow_live"):
        TradeLocker(profile="home", env="live", environ=environ(config))
    TradeLocker(profile="work", env="live", environ=environ(config)).close()
    TradeLocker(tokens=TradeLockerTokens("a"), env="live", environ={}).close()
    # Also when everything is given: the profile was chosen.
    with pytest.raises(ConfigurationError, match="allow_live"):
        T4(api_key="x", profile="home", env="live", environ=environ(config))


def test_secrets_in_clear_are_for_a_file_of_ones_own(config: Path) -> None:
    config.chmod(0o644)
    with pytest.raises(ConfigurationError, match=r"t4\.api_key") as caught:
        load_profile("work", environ=environ(config))
    assert "a-key-in-clear" not in str(caught.value)
    assert load_profile("home", environ=environ(config)) is not None


@pytest.mark.parametrize(
    ("text", "match"),
    [
        (None, "cannot be read"),
        ("= 'a-secret'", "not TOML"),
        ("profiles = 1", "no \\[profiles.work\\]"),
        ("[profiles.other]", "no \\[profiles.work\\]"),
        ("[profiles.work]\nallow_live = 'a-secret'", "true or false"),
        ("[profiles.work.kraken]\nkey = 'a-secret'", "none of allow_live, rabbitx"),
        ("[profiles.work]\nt4 = 'a-secret'", "none of allow_live"),
        ("[profiles.work.t4]\npasword = 'a-secret'", "pasword, which is none of api_key, bearer"),
        ("[profiles.work.tradelocker]\ntokens = 'a-secret'", "tokens, which is none of"),
        ("[profiles.work.t4]\napi_key = 17", "must be a text"),
        ("[profiles.work.t4]\napi_key = ''", "must be a text"),
        ("[profiles.work.t4]\napi_key = 'env:NOT_SET'", "environment variable NOT_SET is not set"),
        ("[profiles.work.t4]\napi_key = 'file:absent'", "absent cannot be read"),
        ("[profiles.work.t4]\napi_key = 'file:empty'", "empty is empty"),
        ("[profiles.work.t4]\napi_key = 'file:binary'", "not text"),
    ],
)
def test_what_is_wrong_is_told_without_values(tmp_path: Path, text: str | None, match: str) -> None:
    path = tmp_path / "config.toml"
    if text is not None:
        path.write_text(text)
        path.chmod(0o600)
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigurationError, match=match) as caught:
        T4(profile="work", base_url=BASE, environ={"VENUEKIT_CONFIG": str(path)})
    assert "a-secret" not in str(caught.value)


# Clients

CLIENTS: list[tuple[Callable[..., Any], Callable[..., Any], str, dict[str, str]]] = [
    (RabbitX, AsyncRabbitX, "rabbitx", {"api_key": "key-value-0123456789", "api_secret": "ab" * 32}),
    (Stokn, AsyncStokn, "stokn", {"client_id": "the-client", "client_secret": "secret-value-0123456"}),
    (
        NebulaECN,
        AsyncNebulaECN,
        "nebulaecn",
        {"email": "a@example.com", "password": "password-value-0123", "totp_secret": TOTP},
    ),
    (
        TradeLocker,
        AsyncTradeLocker,
        "tradelocker",
        {"email": "a@example.com", "password": "password-value-0123", "server": "LIVE"},
    ),
    (T4, AsyncT4, "t4", {"api_key": "key-value-0123456789"}),
]


@pytest.mark.parametrize("which", [0, 1], ids=["sync", "async"])
@pytest.mark.parametrize("case", CLIENTS, ids=[case[2] for case in CLIENTS])
def test_a_client_says_where_its_credentials_are_from(
    case: tuple[Callable[..., Any], Callable[..., Any], str, dict[str, str]], which: int, tmp_path: Path
) -> None:
    make, venue, values = case[:2][which], case[2], case[3]
    variables = {variable(venue, name): value for name, value in values.items()}
    client = make(base_url=BASE, environ=variables)
    assert {name: client.sources[name] for name in values} == {
        name: f"environment {variable(venue, name)}" for name in values
    }
    path = tmp_path / "config.toml"
    lines = [f'{name} = "{value}"' for name, value in values.items()]
    path.write_text("\n".join([f"[profiles.p.{venue}]", *lines]))
    path.chmod(0o600)
    other = make(base_url=BASE, profile="p", environ={"VENUEKIT_CONFIG": str(path)})
    assert {name: other.sources[name] for name in values} == dict.fromkeys(values, "profile p")
    for text in (repr(client), repr(client.sources), repr(other.sources), repr(client._found)):
        for name, value in values.items():
            if name not in ("email", "server", "client_id"):
                assert value not in text


def test_the_processes_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VENUEKIT_T4_BEARER", "a-bearer")
    with T4(base_url=BASE) as client:
        assert client.sources == {"bearer": "environment VENUEKIT_T4_BEARER"}
    with T4(api_key="a-key", base_url=BASE) as client:
        assert client.sources == {"api_key": "argument"}
    with pytest.raises(ConfigurationError, match="exactly one"):
        T4(base_url=BASE, environ={})


def test_without_credentials_stokn_says_what_is_missing() -> None:
    with pytest.raises(ConfigurationError, match="client id and a client secret"):
        Stokn(base_url=BASE, environ={})


@pytest.mark.parametrize(("given_", "stored"), list(itertools.product([True, False], repeat=2)))
def test_the_store_is_the_last_link(given_: bool, stored: bool) -> None:
    """All four cases of tokens in an argument and in the store. The store is asked when a call needs tokens."""
    login: dict[str, Any] = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}
    sandbox, store = Sandbox(), MemoryStore()

    def client(**options: Any) -> TradeLocker:
        return TradeLocker(**login, app=sandbox.app, environ={}, **options)

    tokens: list[TradeLockerTokens] = []
    for _ in range(2):
        with client() as other:
            other.auth.list_accounts()
            assert other.tokens is not None
            tokens.append(other.tokens)
    if stored:
        with client(store=store) as other:
            other.use_tokens(tokens[0])
    with client(store=store, tokens=tokens[1] if given_ else None) as asked:
        asked.auth.list_accounts()
        expected = "argument" if given_ else "store" if stored else "venue"
        assert asked.sources["tokens"] == expected
        if expected != "venue":
            assert asked.tokens == tokens[1 if given_ else 0]


def test_stokn_goes_on_for_the_person_that_is_named_and_for_no_other() -> None:
    """Two people of one company share a store. Neither gets the other's token."""
    store = MemoryStore()
    company: dict[str, Any] = {"client_id": "c", "client_secret": "s", "base_url": BASE, "environ": {}}
    for name in ("ann", "bob"):
        with Stokn(**company, store=store) as client:
            client.use_user_token(StoknToken(name, f"token-of-{name}", "r"))
    with Stokn(**company, store=store) as client:
        assert client.user_token is None
        assert client.sources == {"client_id": "argument", "client_secret": "argument"}
    key = store_key("stokn", "127.0.0.1:9", "user\0c\0ann")
    assert (store.read(key) or {})["access_token"] == "token-of-ann"


def test_every_variable_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "credentials.md").read_text(encoding="utf-8")
    expected = {variable(venue, name) for venue, names in NAMES.items() for name in names if name != "tokens"}
    found = set(re.findall(r"\bVENUEKIT_[A-Z0-9_]+\b", page)) - {"VENUEKIT_CONFIG", "VENUEKIT_PROFILE"}
    assert found == expected
