"""RabbitX: a network belongs to an environment, and has an address of its own."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from venuekit import AsyncRabbitX, ConfigurationError, DossierError, RabbitX
from venuekit.auth.rabbitx import NETWORKS
from venuekit.recipes.dossier import check
from venuekit.runs import onboard
from venuekit_sandbox import Sandbox
from venuekit_schemas.dossier import Dossier

TEST_NETS = {"sepolia", "blast_sepolia"}


def test_every_network_is_one_or_the_other() -> None:
    assert {network.name for network in NETWORKS.values() if not network.live} == TEST_NETS


@pytest.mark.parametrize("kind", [RabbitX, AsyncRabbitX])
@pytest.mark.parametrize("name", sorted(NETWORKS))
def test_a_network_goes_to_its_own_environment_only(kind: Any, name: str) -> None:
    own, other = ("demo", "live") if name in TEST_NETS else ("live", "demo")

    assert kind(network=name, env=own).network.name == name
    assert kind(network=name, app=Sandbox().app).network.name == name
    for options in ({}, {"base_url": "https://api.example.com"}):
        with pytest.raises(ConfigurationError, match=f'{name} is a .* net, which belongs to env="{own}"'):
            kind(network=name, env=other, **options)
        with pytest.raises(ConfigurationError, match="belongs to env"):
            kind(network=attrs.evolve(NETWORKS[name], chain_id=59144), env=other, **options)


@pytest.mark.parametrize(
    ("network", "env", "url"),
    [
        ("blast", "live", "https://api.bfx.trade"),
        ("blast_sepolia", "demo", "https://api.testnet.blastfutures.com"),
        ("ethereum", "live", "https://api.rabbitx.com"),
        ("arbitrum", "live", "https://api.rabbitx.com"),
        ("sepolia", "demo", "https://api.testnet.rabbitx.io"),
        ("blast", "sandbox", "http://127.0.0.1:8900/rabbitx"),
    ],
)
def test_where_a_network_is(network: str, env: Any, url: str) -> None:
    assert RabbitX(network=network, env=env).base_url == url


def test_the_address_is_a_setting() -> None:
    given = RabbitX(network="blast", env="live", base_url="https://api.blastfutures.com")
    assert given.base_url == "https://api.blastfutures.com"


@pytest.mark.parametrize(
    ("env", "name"), [("sandbox", "ethereum"), ("demo", "sepolia"), ("live", "ethereum")]
)
def test_without_a_network_it_is_the_environments(env: Any, name: str) -> None:
    assert RabbitX(env=env).network.name == name


@pytest.fixture
def rabbitx_only(dossier: Dossier) -> Dossier:
    for name in ("stokn", "nebulaecn", "tradelocker", "t4"):
        setattr(dossier.venues, name, None)
    return dossier


def test_a_dossier_for_another_environment_is_refused_with_its_line(rabbitx_only: Dossier) -> None:
    (problem,) = check(rabbitx_only, env="live")

    assert problem.path == "venues.rabbitx.network" and problem.line > 0
    assert "sepolia is a test net" in problem.message
    assert "ethereum, blast, arbitrum, base, sonic" in problem.expected
    assert check(rabbitx_only, env="demo") == check(rabbitx_only) == ()


def test_nothing_is_sent_with_a_test_net_to_live(rabbitx_only: Dossier) -> None:
    def nobody(interaction: object) -> None:
        raise AssertionError("somebody was asked")

    with pytest.raises(DossierError, match="sepolia is a test net"):
        onboard(rabbitx_only, answer=nobody, env="live")
