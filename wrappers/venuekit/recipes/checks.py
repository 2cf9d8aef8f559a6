"""What a dossier must fulfil beyond its schema: small rules, each about one thing, some about one venue only.

A rule yields findings and knows nothing of files and lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from venuekit.auth.rabbitx import NETWORKS
from venuekit.recipes import t4_agreements
from venuekit.recipes.passwords import OPENED, without_password
from venuekit.recipes.yaml_source import Loc
from venuekit.venues.rabbitx import network_fault
from venuekit_schemas.dossier import Dossier

VENUES = ("rabbitx", "stokn", "nebulaecn", "tradelocker", "t4")

_MAX_FILE_BYTES = 10 * 1024 * 1024
_SIGNATURES = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".pdf": b"%PDF-",
}
# How many files NebulaECN's verification waits for before it looks at a document.
_IDENTITY_FILES = {"Passport": 2, "Identity card": 3, "Driver license": 3}


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule. `loc` is where to mend it; `also` is what else the rule looked at."""

    loc: Loc
    message: str
    expected: str
    also: tuple[Loc, ...] = ()


Rule: TypeAlias = Callable[[Dossier, date], Iterator[Finding]]


def findings(
    dossier: Dossier,
    *,
    venues: Sequence[str] | None,
    today: date,
    with_signer: bool = False,
    env: str = "sandbox",
    durable: bool = True,
) -> Iterator[Finding]:
    """Every broken rule. With `venues`, only the rules of these venues and the general ones.

    `with_signer`: something else than the dossier's private key signs for the wallet. `env` is where the dossier will be
    run; the sandbox takes everything. `durable`: new passwords are made where there are none.
    """
    listed = listed_venues(dossier)
    if not listed:
        yield Finding(("venues",), "lists no venue", "at least one of " + ", ".join(VENUES))
    for name in venues or ():
        if name not in listed:
            yield Finding(("venues", name), "is missing, but this venue was asked for", f"a section {name}")
    for rule in _GENERAL:
        yield from rule(dossier, today)
    for name in listed:
        if venues is None or name in venues:
            for rule in _OF_VENUE[name]:
                if not (with_signer and rule in _OF_OWN_KEY):
                    yield from rule(dossier, today)
    chosen = [name for name in listed if venues is None or name in venues]
    if "rabbitx" in chosen:
        yield from rabbitx_network_fits(dossier, env)
    yield from passwords_are_there(dossier, chosen, durable)


def listed_venues(dossier: Dossier) -> tuple[str, ...]:
    """The venues that a dossier has a section for, in venuekit's order."""
    return tuple(name for name in VENUES if getattr(dossier.venues, name) is not None)


def born_in_the_past(dossier: Dossier, today: date) -> Iterator[Finding]:
    born = dossier.applicant.identity.date_of_birth
    if born >= today:
        yield Finding(
            ("applicant", "identity", "date_of_birth"), "is not in the past", "the day of birth, year first"
        )
    elif today.year - born.year > 130:
        yield Finding(
            ("applicant", "identity", "date_of_birth"), "is more than 130 years ago", "the day of birth"
        )


def countries_exist(dossier: Dossier, today: date) -> Iterator[Finding]:
    applicant = dossier.applicant
    for loc, code in (
        (("applicant", "address", "country"), applicant.address.country),
        (("applicant", "identity", "nationality"), applicant.identity.nationality),
    ):
        if code is not None and code not in _COUNTRIES:
            hint = " (the United Kingdom is GB)" if code == "UK" else ""
            yield Finding(
                loc, f"{code} is not a country code{hint}", "a two-letter code of ISO 3166-1, such as US"
            )


def documents_are_valid(dossier: Dossier, today: date) -> Iterator[Finding]:
    for index, document in enumerate(dossier.documents):
        if document.expires < today:
            yield Finding(
                ("documents", index, "expires"),
                f"the {document.type.value} has expired",
                "a document that is valid today; the date is the last valid day, year first",
            )


def document_files_are_usable(dossier: Dossier, today: date) -> Iterator[Finding]:
    for index, document in enumerate(dossier.documents):
        seen: dict[str, int] = {}
        for number, file in enumerate(document.files):
            at: Loc = ("documents", index, "files", number)
            fault = _file_fault(Path(file.path))
            if fault:
                yield Finding((*at, "path"), fault, "a JPEG, PNG or PDF file of at most 10 MB")
            if file.side.value in seen:
                other: Loc = ("documents", index, "files", seen[file.side.value], "side")
                yield Finding(
                    (*at, "side"), f"{file.side.value} stands twice", "each side once", also=(other,)
                )
            seen.setdefault(file.side.value, number)


def agreements_are_dated(dossier: Dossier, today: date) -> Iterator[Finding]:
    for index, agreement in enumerate(dossier.agreements):
        loc: Loc = ("agreements", index, "accepted_at")
        # fromisoformat reads at most six digits of a second's fraction; the seventh does not matter here.
        head, dot, rest = agreement.accepted_at.partition(".")
        text = (
            head + dot + rest[:6] + rest[7:]
            if rest[:7].isdigit() and len(rest) >= 7
            else agreement.accepted_at
        )
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            yield Finding(loc, "is not a date and time that exists", "such as 2025-05-15T14:30:00")
            continue
        if at.tzinfo is None:
            at = at.replace(tzinfo=UTC)
        # A day's grace: without a zone, the applicant's clock may be ahead of UTC.
        if at.astimezone(UTC).date() > today + timedelta(days=1):
            yield Finding(loc, "is in the future", "when the applicant accepted the text")


def agreements_stand_once(dossier: Dossier, today: date) -> Iterator[Finding]:
    seen: dict[tuple[str, str], int] = {}
    for index, agreement in enumerate(dossier.agreements):
        key = (agreement.venue.value, agreement.name)
        if key in seen:
            yield Finding(
                ("agreements", index, "name"),
                f"{agreement.name} of {agreement.venue.value} stands twice",
                "each agreement once, in the version that was accepted last",
                also=(("agreements", seen[key]), ("agreements", index)),
            )
        seen.setdefault(key, index)


def rabbitx_has_a_wallet(dossier: Dossier, today: date) -> Iterator[Finding]:
    if dossier.wallet is None:
        yield Finding(
            ("wallet",), "is missing; rabbitx signs in with a wallet", "a section with address, private_key"
        )


def rabbitx_can_sign(dossier: Dossier, today: date) -> Iterator[Finding]:
    if dossier.wallet is not None and dossier.wallet.private_key is None:
        yield Finding(
            ("wallet", "private_key"),
            "is missing; rabbitx wants a signature of the wallet",
            "env:NAME or file:PATH of the private key, 0x and 64 hexadecimal digits",
        )


def rabbitx_network_fits(dossier: Dossier, env: str) -> Iterator[Finding]:
    """A main net is for `live`, a test net for `demo`."""
    settings = dossier.venues.rabbitx
    network = NETWORKS.get(settings.network.value) if settings is not None else None
    fault = network_fault(network, env) if network is not None else ""
    if fault:
        fitting = [known.name for known in NETWORKS.values() if not network_fault(known, env)]
        yield Finding(("venues", "rabbitx", "network"), fault, f"for {env}, one of {', '.join(fitting)}")


def passwords_are_there(dossier: Dossier, venues: Sequence[str], durable: bool) -> Iterator[Finding]:
    missing = without_password(dossier, venues)
    if "tradelocker" in missing:
        yield Finding(
            ("login", "password"),
            "is missing, and so is venues.tradelocker.password; tradelocker logs in with one that is there already",
            "env:NAME or file:PATH",
        )
    new = [name for name in missing if name in OPENED]
    if new and not durable:
        yield Finding(
            ("login", "password"),
            f"is missing; only a durable run makes new ones, for {', '.join(new)}",
            "env:NAME or file:PATH; or submit the dossier to venuekit.runs.open(...)",
        )


def stokn_roles_have_names(dossier: Dossier, today: date) -> Iterator[Finding]:
    settings = dossier.venues.stokn
    for index, role in enumerate(settings.roles if settings else []):
        if not role.strip():
            yield Finding(("venues", "stokn", "roles", index), "is blank", "the name of a role, such as USER")


def nebulaecn_can_verify_identity(dossier: Dossier, today: date) -> Iterator[Finding]:
    settings = dossier.venues.nebulaecn
    if settings is None or settings.require_level < 3:
        return
    level: Loc = ("venues", "nebulaecn", "require_level")
    identity = [(i, d) for i, d in enumerate(dossier.documents) if d.type.value in _IDENTITY_FILES]
    if not identity:
        yield Finding(
            ("documents",),
            "no proof of identity; nebulaecn verifies one at level 3",
            "a document of type " + ", ".join(_IDENTITY_FILES),
            also=(level,),
        )
    for index, document in identity:
        needed = _IDENTITY_FILES[document.type.value]
        if len(document.files) < needed:
            yield Finding(
                ("documents", index, "files"),
                f"{len(document.files)} of {needed} files; nebulaecn looks at a {document.type.value} only when all are there",
                "front_side and back_side" + (" and selfie" if needed == 3 else ""),
                also=(level, ("documents", index, "type")),
            )


def nebulaecn_scopes_are_words(dossier: Dossier, today: date) -> Iterator[Finding]:
    settings = dossier.venues.nebulaecn
    for index, scope in enumerate(settings.api_key_scope if settings else []):
        if not scope or any(c == "," or c.isspace() for c in scope):
            loc: Loc = ("venues", "nebulaecn", "api_key_scope", index)
            yield Finding(loc, "is not one word", "one scope per entry, such as trade")


def t4_has_one_credential(dossier: Dossier, today: date) -> Iterator[Finding]:
    settings = dossier.venues.t4
    if settings is None:
        return
    if settings.api_key is None and settings.bearer is None:
        yield Finding(
            ("venues", "t4", "api_key"),
            "is missing, and so is bearer",
            "one of the two: env:NAME or file:PATH",
        )
    if settings.api_key is not None and settings.bearer is not None:
        yield Finding(("venues", "t4", "bearer"), "stands beside api_key", "only one of the two")


def t4_agreements_are_accepted(dossier: Dossier, today: date) -> Iterator[Finding]:
    settings = dossier.venues.t4
    if settings is None:
        return
    accepted = [(i, a) for i, a in enumerate(dossier.agreements) if a.venue.value == "t4"]
    if not accepted:
        yield Finding(
            ("agreements",),
            "nothing accepted for t4; without signed texts the new user cannot log in",
            "the texts that the applicant accepted: venue, name, version, accepted_at",
        )
    unsigned = (
        t4_agreements.missing(dossier) if all(a.version == settings.eula_version for _, a in accepted) else ()
    )
    if accepted and unsigned:
        yield Finding(
            ("agreements",),
            f"not accepted for t4: {', '.join(unsigned)}",
            f"each text of version {settings.eula_version} that the venue wants of this applicant",
            also=(("venues", "t4", "eula_version"),),
        )
    for index, agreement in accepted:
        if agreement.version != settings.eula_version:
            yield Finding(
                ("agreements", index, "version"),
                f"version {agreement.version} was accepted, but venues.t4.eula_version is {settings.eula_version}",
                "the same version in both places",
                also=(("venues", "t4", "eula_version"), ("agreements", index, "venue")),
            )


def t4_application_type_agrees(dossier: Dossier, today: date) -> Iterator[Finding]:
    settings = dossier.venues.t4
    if settings is None:
        return
    stated = "Professional" if dossier.applicant.professional else "NonProfessional"
    if settings.application_type.value != stated:
        yield Finding(
            ("venues", "t4", "application_type"),
            f"contradicts applicant.professional: {str(dossier.applicant.professional).lower()}",
            stated,
            also=(("applicant", "professional"),),
        )


def t4_username_is_long_enough(dossier: Dossier, today: date) -> Iterator[Finding]:
    settings, username = dossier.venues.t4, dossier.login.username
    if settings is not None and settings.username is None and username is not None and len(username) < 6:
        yield Finding(
            ("login", "username"),
            "is too short for t4",
            "at least 6 characters, or another name as venues.t4.username",
        )


def t4_exchanges_stand_once(dossier: Dossier, today: date) -> Iterator[Finding]:
    settings = dossier.venues.t4
    seen: set[str] = set()
    for index, selection in enumerate(settings.market_data if settings else []):
        if selection.clearing_exchange in seen:
            loc: Loc = ("venues", "t4", "market_data", index, "clearing_exchange")
            yield Finding(loc, "stands twice", "each exchange once", also=(("venues", "t4", "market_data"),))
        seen.add(selection.clearing_exchange)


_GENERAL: tuple[Rule, ...] = (
    born_in_the_past,
    countries_exist,
    agreements_are_dated,
    agreements_stand_once,
)
# A signer of the caller needs neither key nor address: it knows its own.
_OF_OWN_KEY: tuple[Rule, ...] = (rabbitx_has_a_wallet, rabbitx_can_sign)
_OF_VENUE: dict[str, tuple[Rule, ...]] = {
    "rabbitx": (rabbitx_has_a_wallet, rabbitx_can_sign),
    "stokn": (stokn_roles_have_names,),
    "nebulaecn": (
        documents_are_valid,
        document_files_are_usable,
        nebulaecn_can_verify_identity,
        nebulaecn_scopes_are_words,
    ),
    "tradelocker": (),
    "t4": (
        t4_has_one_credential,
        t4_agreements_are_accepted,
        t4_application_type_agrees,
        t4_username_is_long_enough,
        t4_exchanges_stand_once,
    ),
}


def _file_fault(path: Path) -> str:
    try:
        size = path.stat().st_size
        if not path.is_file():
            return f"{path} is not a file"
        with path.open("rb") as file:
            head = file.read(8)
    except FileNotFoundError:
        return f"the file {path} does not exist"
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable path"
        return f"the file cannot be read: {reason}"
    if size == 0:
        return f"the file {path} is empty"
    if size > _MAX_FILE_BYTES:
        return f"the file {path} is larger than 10 MB"
    if not head.startswith(_SIGNATURES.get(path.suffix.lower(), b"")):
        return f"the file {path} is not what its name says ({path.suffix})"
    return ""


_CODES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC"
    " CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD"
    " GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH"
    " KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW"
    " MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC"
    " SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY"
    " UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
)
_COUNTRIES = frozenset(_CODES.split())
