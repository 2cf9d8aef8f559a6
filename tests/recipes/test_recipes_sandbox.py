"""Every recipe, driven synchronously and asynchronously against the sandbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.playground import VENUES, Playground
from tests.recipes.harness import MODES, Mode, accounts, walk_dossier
from tests.transport.wire import WireServer, answer, closed_port
from venuekit import (
    T4,
    AuthenticationError,
    ConnectionFailed,
    DossierError,
    NebulaECN,
    RabbitX,
    Stokn,
    StoknToken,
    Totp,
    TradeLocker,
    TradeLockerTokens,
    UnavailableError,
    UnexpectedAnswer,
    VenueError,
)
from venuekit.runs import Case, CaseStatus, Event
from venuekit_schemas.dossier import Dossier

ONE_EACH = dict.fromkeys(VENUES, 1)


@pytest.mark.parametrize("mode", MODES)
def test_one_dossier_ends_active_at_five_venues(mode: Mode, dossier: Dossier, playground: Playground) -> None:
    person = playground.person()
    events: list[Event] = []

    run = walk_dossier(dossier, person, mode=mode, urls=playground.urls, events=events)

    assert {case.venue: (case.status, case.error) for case in run.cases} == dict.fromkeys(
        VENUES, (CaseStatus.ACTIVE, None)
    )
    assert [case.venue for case in run.cases] == list(VENUES)
    assert run.active
    assert accounts(playground.server.sandbox) == ONE_EACH
    assert {kind: sum(event.kind == kind for event in events) for kind in ("finished", "step_failed")} == {
        "finished": 5,
        "step_failed": 0,
    }
    for case in run.cases:
        prove(case, playground)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("venue", VENUES)
def test_one_venue_alone_and_in_process(
    mode: Mode, venue: str, dossier: Dossier, playground: Playground
) -> None:
    apps = {venue: playground.server.sandbox.app}

    run = walk_dossier(dossier, playground.person(), mode=mode, venues=[venue], apps=apps)

    assert [(case.venue, case.status) for case in run.cases] == [(venue, CaseStatus.ACTIVE)]
    prove(run.cases[0], playground)


def prove(case: Case, playground: Playground) -> None:
    """Make a call with what a case has yielded, in a fresh client that has nothing else."""
    kept = {name: secret.reveal() for name, secret in case.credentials.items()}
    url = playground.urls[case.venue]
    if case.venue == "rabbitx":
        with RabbitX(
            api_key=kept["api_key"], api_secret=kept["api_secret"], network="sepolia", base_url=url
        ) as rabbitx:
            assert str(rabbitx.account.get_account().result[0].wallet).lower() == kept["wallet"].lower()
    elif case.venue == "stokn":
        token = StoknToken(None, kept["access_token"], kept["refresh_token"])
        with Stokn(
            client_id="sandbox", client_secret="sandbox-secret", user_token=token, base_url=url
        ) as stokn:
            account = stokn.accounts.get_account(kept["account_id"]).data
            assert account and account.active
            assert kept["portfolio_id"] in [portfolio.portfolio_id for portfolio in account.portfolios or []]
    elif case.venue == "nebulaecn":
        with NebulaECN(api_key=kept["api_key"], api_secret=kept["api_secret"], base_url=url) as nebula:
            me = nebula.users.get_me()
            assert (me.uid, me.level, me.otp) == (kept["uid"], 3, True)
        # The enrolled second factor opens a session. The recipe has used up to two codes of this half minute, which
        # this `Totp` does not know: the sandbox forgets them when its clock moves on.
        playground.tell("clock", {"advance": 120})
        now = playground.tell("clock", {"advance": 0})["now"]
        totp = Totp(kept["totp_secret"], clock=lambda: now)
        with NebulaECN(email=kept["email"], password=kept["password"], totp=totp, base_url=url) as nebula:
            assert nebula.users.get_me().uid == kept["uid"]
    elif case.venue == "tradelocker":
        number = int(kept["account_number"])
        tokens = TradeLockerTokens(kept["access_token"], kept["refresh_token"])
        with TradeLocker(tokens=tokens, account_number=number, base_url=url) as tradelocker:
            assert tradelocker.trade.get_account_state(kept["account_id"], acc_num=number).s == "ok"
    else:
        with T4(bearer=kept["token"], base_url=url) as t4:
            documents = t4.users.get_user_eula(kept["user_id"]).data
            assert documents and documents.documents


# The same dossier again.


def test_a_second_run_connects_what_the_first_has_opened(dossier: Dossier, playground: Playground) -> None:
    first = walk_dossier(dossier, playground.person(), urls=playground.urls)
    person = playground.person()

    second = walk_dossier(dossier, person, urls=playground.urls)

    assert first.active
    assert accounts(playground.server.sandbox) == ONE_EACH
    for case in second.cases:
        names = [step.name for step in case.steps]
        assert len(names) == len(set(names)), names
    for venue in ("rabbitx", "stokn", "tradelocker", "t4"):
        assert second.case(venue).status is CaseStatus.ACTIVE, venue
    for name in ("wallet", "account_id"):
        for venue in VENUES:
            if name in first.case(venue).credentials and name in second.case(venue).credentials:
                assert first.case(venue).credentials[name] == second.case(venue).credentials[name]
    # At stokn nobody is asked for anything but the code: identity, activation and portfolio are there.
    assert person.names("stokn") == ["sms-code"]
    assert "create-portfolio" not in [step.name for step in second.case("stokn").steps]

    nebulaecn = second.case("nebulaecn")
    assert nebulaecn.status is CaseStatus.FAILED
    assert "two-factor authentication is on already" in str(nebulaecn.error)


def test_an_account_that_was_begun_is_continued(dossier: Dossier, playground: Playground) -> None:
    """Nobody answers at first. Each case pauses, and the next run goes on where that is possible."""
    paused = walk_dossier(dossier, playground.person(absent=VENUES), urls=playground.urls)

    waiting = {case.venue: case.waiting.name for case in paused.cases if case.waiting}
    assert waiting == {"stokn": "sms-code", "nebulaecn": "email-token", "t4": "enable-account"}
    assert {case.status for case in paused.cases} == {CaseStatus.ACTIVE, CaseStatus.ACTION_REQUIRED}

    finished = walk_dossier(dossier, playground.person(), urls=playground.urls)

    assert {case.venue: case.status for case in finished.cases} == dict.fromkeys(VENUES, CaseStatus.ACTIVE)
    assert accounts(playground.server.sandbox) == ONE_EACH


# People make mistakes.


@pytest.mark.parametrize("mode", MODES)
def test_a_wrong_code_is_asked_again(mode: Mode, dossier: Dossier, playground: Playground) -> None:
    wrong = {"sms-code": "000000", "email-token": "not-a-token", "phone-code": "00000"}
    person = playground.person(wrong=wrong)

    run = walk_dossier(dossier, person, mode=mode, urls=playground.urls)

    assert run.case("stokn").status is CaseStatus.ACTIVE, run.case("stokn").error
    assert run.case("nebulaecn").status is CaseStatus.ACTIVE, run.case("nebulaecn").error
    assert person.names("stokn")[:2] == ["sms-code", "sms-code#2"]
    assert person.names("nebulaecn")[:4] == ["email-token", "email-token#2", "phone-code", "phone-code#2"]
    assert all("was refused" in i.prompt for i in person.asked if i.name.endswith("#2"))
    assert accounts(playground.server.sandbox) == ONE_EACH


@pytest.mark.parametrize(
    ("venue", "name", "answer_of", "most"),
    [
        # Two codes for each of four text messages.
        ("stokn", "sms-code", "000000", 8),
        ("nebulaecn", "email-token", "nonsense", 5),
        ("nebulaecn", "phone-code", "00000", 5),
    ],
)
def test_after_so_many_wrong_codes_it_is_over(
    venue: str, name: str, answer_of: str, most: int, dossier: Dossier, playground: Playground
) -> None:
    names = [name, *(f"{name}#{attempt}" for attempt in range(2, most + 2))]
    person = playground.person(wrong=dict.fromkeys(names, answer_of))

    run = walk_dossier(dossier, person, venues=[venue], urls=playground.urls)

    assert run.cases[0].status is CaseStatus.FAILED
    assert isinstance(run.cases[0].error, VenueError)
    assert [asked for asked in person.names(venue) if asked in names] == names[:most]


@pytest.mark.parametrize("venue", ["stokn", "nebulaecn"])
def test_a_rejected_identity_is_rejected(venue: str, dossier: Dossier, playground: Playground) -> None:
    run = walk_dossier(dossier, playground.person(verdict="rejected"), venues=[venue], urls=playground.urls)

    case = run.cases[0]
    assert case.status is CaseStatus.REJECTED
    assert isinstance(case.error, VenueError) and case.error.venue == venue
    assert "password" in case.credentials, "what was opened is not forgotten"


# Venues make trouble.


UNREACHABLE: list[tuple[str, Callable[[], Any], type[VenueError]]] = [
    ("refused", lambda: None, ConnectionFailed),
    ("html", lambda: answer(200, "<html>hello</html>", content_type="text/html"), UnexpectedAnswer),
    ("firewall", lambda: answer(403, "<html>denied</html>", content_type="text/html"), UnexpectedAnswer),
    ("gateway", lambda: answer(520, "<html>520</html>", content_type="text/html"), UnavailableError),
    ("truncated", lambda: answer(200, '{"a":', length=100), ConnectionFailed),
]
FIRST_STEP = {
    "rabbitx": ("sign-in", "onboard"),
    "stokn": ("sign-up", "createToken"),
    "nebulaecn": ("read-configs", "getIdentityConfigs"),
    "tradelocker": ("log-in", "getJWTTokens"),
    "t4": ("onboard-user", "onboardUser"),
}


@pytest.mark.parametrize("venue", VENUES)
def test_one_venue_in_trouble_does_not_stop_the_others(
    venue: str, dossier: Dossier, playground: Playground
) -> None:
    urls = {**playground.urls, venue: f"http://127.0.0.1:{closed_port()}"}

    run = walk_dossier(dossier, playground.person(), urls=urls)

    for case in run.cases:
        assert case.status is (CaseStatus.FAILED if case.venue == venue else CaseStatus.ACTIVE)
    failed = run.case(venue)
    step, operation = FIRST_STEP[venue]
    assert isinstance(failed.error, ConnectionFailed)
    assert (failed.error.venue, failed.error.operation) == (venue, operation)
    assert [(record.name, record.status) for record in failed.steps] == [(step, "failed")]


@pytest.mark.parametrize(
    ("name", "scripted", "expected"), UNREACHABLE[1:], ids=[row[0] for row in UNREACHABLE[1:]]
)
@pytest.mark.parametrize("mode", MODES)
def test_trouble_of_every_kind_is_a_typed_error_of_a_venue_and_a_step(
    mode: Mode,
    name: str,
    scripted: Callable[[], Any],
    expected: type[VenueError],
    dossier: Dossier,
    playground: Playground,
) -> None:
    with WireServer(scripted()) as server:
        run = walk_dossier(dossier, playground.person(), mode=mode, urls=dict.fromkeys(VENUES, server.url))

    for case in run.cases:
        error = case.error
        assert isinstance(error, VenueError) and error.venue == case.venue
        step, operation = FIRST_STEP[case.venue]
        assert case.steps[-1].name == step
        if case.venue == "t4" and name != "firewall":
            # The one call that may have opened an account: looking it up failed as well.
            assert case.status is CaseStatus.AMBIGUOUS
        else:
            assert (case.status, type(error), error.operation) == (CaseStatus.FAILED, expected, operation)


def test_wrong_credentials_are_told_as_such(dossier: Dossier, playground: Playground) -> None:
    from pydantic import SecretStr

    assert dossier.venues.tradelocker and dossier.venues.stokn and dossier.venues.t4
    dossier.venues.tradelocker.password = SecretStr("wrong-password")
    dossier.venues.stokn.client_secret = SecretStr("wrong-secret")
    dossier.venues.t4.api_key = SecretStr("wrong-key")

    run = walk_dossier(dossier, playground.person(), urls=playground.urls)

    for venue in ("tradelocker", "stokn", "t4"):
        error = run.case(venue).error
        assert isinstance(error, AuthenticationError), (venue, error)
        assert "wrong-" not in f"{error} {error!r} {error.body}"
    assert run.case("rabbitx").status is run.case("nebulaecn").status is CaseStatus.ACTIVE


def test_a_password_of_somebody_else_is_not_taken_for_ours(dossier: Dossier, playground: Playground) -> None:
    """The address is taken, and the password does not fit: that is another person's account, or a lost password."""
    from pydantic import SecretStr

    assert walk_dossier(dossier, playground.person(), urls=playground.urls).active
    dossier.login.password = SecretStr("Another-Kal31-ewwq")

    run = walk_dossier(
        dossier, playground.person(), venues=["stokn", "nebulaecn", "t4"], urls=playground.urls
    )

    assert {case.venue: case.status for case in run.cases} == dict.fromkeys(
        ("stokn", "nebulaecn", "t4"), CaseStatus.FAILED
    )
    assert accounts(playground.server.sandbox) == ONE_EACH


def test_an_account_number_that_the_login_does_not_have(dossier: Dossier, playground: Playground) -> None:
    assert dossier.venues.tradelocker
    dossier.venues.tradelocker.account_number = 77

    run = walk_dossier(dossier, playground.person(), venues=["tradelocker"], urls=playground.urls)

    assert run.cases[0].status is CaseStatus.REJECTED
    assert "accNum 77" in str(run.cases[0].error)


def test_agreements_are_not_signed_for_anybody(dossier: Dossier, playground: Playground) -> None:
    """Without the applicant's word for a text, T4 is not asked to open the account with it."""
    dossier.agreements = [a for a in dossier.agreements or [] if a.name != "LegalPP"]

    with pytest.raises(DossierError, match="LegalPP"):
        walk_dossier(dossier, playground.person(), venues=["t4"], urls=playground.urls)

    assert accounts(playground.server.sandbox)["t4"] == 0
