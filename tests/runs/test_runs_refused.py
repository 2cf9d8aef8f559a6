"""What `onboard` refuses before anything is sent: the dossier, its secrets, addresses, and a signer that is another's."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import SecretStr

from tests.playground import Playground
from tests.recipes.harness import MODES, Mode, accounts, walk_dossier
from venuekit import CallbackSigner, ConfigurationError, DossierError, PrivateKeySigner
from venuekit.recipes.dossier import check, load_dossier
from venuekit.runs import onboard, onboard_async, plan
from venuekit_schemas.dossier import Dossier

NOTHING = {"rabbitx": 0, "stokn": 0, "nebulaecn": 0, "tradelocker": 1, "t4": 0}


@pytest.mark.parametrize("mode", MODES)
def test_a_secret_that_leads_nowhere(mode: Mode, dossier: Dossier, playground: Playground) -> None:
    """It is needed at the end of the case only; the user name would have been taken for ever by then."""
    assert dossier.venues.t4 is not None and dossier.venues.t4.login is not None
    dossier.venues.t4.login.app_license = SecretStr("env:VENUEKIT_TEST_THAT_IS_NOT_SET")

    with pytest.raises(DossierError) as caught:
        walk_dossier(dossier, playground.person(), mode=mode, urls=playground.urls)

    [problem] = caught.value.problems
    assert problem.path == "venues.t4.login.app_license"
    assert problem.line > 0
    assert caught.value.source.endswith("dossier.yaml")
    assert accounts(playground.server.sandbox) == NOTHING
    assert walk_dossier(
        dossier, playground.person(), mode=mode, urls=playground.urls, venues=["tradelocker"]
    ).active


def test_a_broken_rule(dossier: Dossier, playground: Playground) -> None:
    dossier.documents[0].expires = dossier.documents[0].expires.replace(year=2001)
    with pytest.raises(DossierError, match="has expired"):
        walk_dossier(dossier, playground.person(), urls=playground.urls)
    assert accounts(playground.server.sandbox) == NOTHING


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "https://api.rabbitx.com",
        "http://127.0.0.1:1/?x=1",
        "http://127.0.0.1:1/#f",
        "http://127.0.0.1:1?",
        "ftp://127.0.0.1",
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_a_bad_address_of_one_venue(mode: Mode, url: str, dossier: Dossier, playground: Playground) -> None:
    with pytest.raises(ConfigurationError):
        walk_dossier(dossier, playground.person(), mode=mode, urls={**playground.urls, "rabbitx": url})
    assert accounts(playground.server.sandbox) == NOTHING


class Wallet:
    """A key that the dossier does not have, as a hardware wallet would hold it."""

    def __init__(self, key: str) -> None:
        self._signer = PrivateKeySigner(key)
        self.signed: list[str] = []

    def sign_text(self, text: str) -> str:
        self.signed.append("text")
        return self._signer.sign_text(text)

    def sign_typed_data(self, data: Mapping[str, object]) -> str:
        self.signed.append("typed data")
        return self._signer.sign_typed_data(data)

    @property
    def callbacks(self) -> CallbackSigner:
        return CallbackSigner(
            self._signer.address, sign_text=self.sign_text, sign_typed_data=self.sign_typed_data
        )


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("with_address", [True, False])
def test_a_signer_of_the_caller(
    mode: Mode, with_address: bool, dossier: Dossier, playground: Playground
) -> None:
    wallet = Wallet("0x" + "0" * 63 + "1")
    assert dossier.wallet is not None
    dossier.wallet.private_key = None
    if not with_address:
        dossier.wallet = None
    with pytest.raises(DossierError, match="wallet"):
        walk_dossier(dossier, playground.person(), mode=mode, venues=["rabbitx"], urls=playground.urls)
    assert [problem.path for problem in check(dossier, with_signer=True)] == []
    assert not plan(dossier, venues=["rabbitx"]).ready
    assert plan(dossier, venues=["rabbitx"], with_signer=True).ready

    run = walk_dossier(
        dossier,
        playground.person(),
        mode=mode,
        venues=["rabbitx"],
        urls=playground.urls,
        signer=wallet.callbacks,
    )

    assert run.active, run.cases[0].error
    assert wallet.signed != []
    assert run.cases[0].credentials["wallet"].reveal() == wallet.callbacks.address


def test_a_signer_of_another_wallet(dossier: Dossier, playground: Playground) -> None:
    other = Wallet("0x" + "0" * 63 + "2").callbacks
    options: dict[str, Any] = {"urls": playground.urls, "signer": other}
    with pytest.raises(ConfigurationError, match=r"signer does not belong to wallet\.address"):
        onboard(dossier, answer=playground.person(), **options)
    with pytest.raises(ConfigurationError, match=r"signer does not belong to wallet\.address"):
        asyncio.run(onboard_async(dossier, answer=playground.person().answer, **options))
    assert accounts(playground.server.sandbox) == NOTHING


def test_a_dossier_for_a_signer_is_loaded(tmp_path: Any, example_path: Any) -> None:
    text = "\n".join(line for line in example_path.read_text().splitlines() if "  private_key:" not in line)
    (tmp_path / "dossier.yaml").write_text(text)
    with pytest.raises(DossierError, match="private_key"):
        load_dossier(tmp_path / "dossier.yaml", venues=["rabbitx"])
    dossier = load_dossier(tmp_path / "dossier.yaml", venues=["rabbitx"], with_signer=True)
    assert dossier.wallet is not None
