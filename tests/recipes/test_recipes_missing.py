"""T4 lets people log in who have a step left: a run says which, and keeps the token that leads there."""

from __future__ import annotations

import pytest

from tests.playground import Playground
from tests.recipes.harness import MODES, Mode, walk_dossier
from venuekit import AgreementMissing, AuthenticationError, DossierError, MarketDataMissing, MissingStep
from venuekit.recipes.core import CaseStatus
from venuekit.venues.t4 import login_result
from venuekit_clients.t4.models import LoginAnswer
from venuekit_schemas.dossier import Dossier, DossierMarketDataType


@pytest.mark.parametrize("mode", MODES)
def test_texts_that_were_not_accepted(playground: Playground, dossier: Dossier, mode: Mode) -> None:
    assert dossier.agreements is not None
    dossier.agreements = [a for a in dossier.agreements if a.name not in ("LegalPP", "LegalUSA")]
    with pytest.raises(DossierError, match="not accepted for t4: LegalPP, LegalUSA"):
        walk_dossier(dossier, playground.person(), mode=mode, venues=["t4"], urls=playground.urls)


@pytest.mark.parametrize("mode", MODES)
def test_an_old_version_of_the_texts(playground: Playground, dossier: Dossier, mode: Mode) -> None:
    """Every text is accepted, so only the log-in tells."""
    assert dossier.venues.t4 is not None
    assert dossier.agreements is not None
    dossier.venues.t4.eula_version = "1"
    for agreement in dossier.agreements:
        agreement.version = "1"
    case = walk_dossier(dossier, playground.person(), mode=mode, venues=["t4"], urls=playground.urls).case(
        "t4"
    )
    assert case.status is CaseStatus.FAILED
    assert isinstance(case.error, AgreementMissing)
    assert (case.error.operation, case.error.codes) == ("login", ("MarketDataNotSetup",))
    assert case.credentials["token"], "it leads to the page where texts are accepted"


def test_no_market_data(playground: Playground, dossier: Dossier) -> None:
    assert dossier.venues.t4 is not None
    for selection in dossier.venues.t4.market_data:
        selection.market_data_type = DossierMarketDataType("None")
    case = walk_dossier(dossier, playground.person(), venues=["t4"], urls=playground.urls).case("t4")
    assert isinstance(case.error, MarketDataMissing)
    assert isinstance(case.error, MissingStep)
    assert "market data" in str(case.error)


@pytest.mark.parametrize(
    ("beside", "expected"),
    [({}, None), ({"loginResult": ""}, None), ({"loginResult": "Success"}, None), ({"loginResult": 0}, None),
     ({"loginResult": "MarketDataNotSetup"}, "MarketDataNotSetup"), ({"loginResult": "Expired"}, "Expired")],
)  # fmt: skip
def test_what_a_log_in_says(beside: dict[str, object], expected: str | None) -> None:
    assert login_result(LoginAnswer.from_dict({"token": "t", **beside})) == expected


def test_any_other_word_is_an_error_too(
    playground: Playground, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("venuekit.recipes.t4.login_result", lambda answer: "PasswordExpired")
    case = walk_dossier(dossier, playground.person(), venues=["t4"], urls=playground.urls).case("t4")
    assert type(case.error) is AuthenticationError
    assert "PasswordExpired" in str(case.error)
