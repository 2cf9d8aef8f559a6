"""What a secret must be like before it is sent anywhere: rules that the venues publish, and shapes that are known.

Like the rules of `checks`, these yield findings. They see secrets in clear, and say nothing of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from venuekit.auth.totp import Totp
from venuekit.auth.wallet import PrivateKeySigner
from venuekit.recipes.checks import Finding
from venuekit.recipes.passwords import users_of_login
from venuekit.recipes.yaml_source import Loc
from venuekit.transport.errors import ConfigurationError
from venuekit_schemas.dossier import Dossier


def secret_findings(loc: Loc, value: str, dossier: Dossier, venues: Sequence[str]) -> Iterator[Finding]:
    """What is wrong with the secret at `loc`, for these venues."""
    match loc:
        case ("wallet", "private_key"):
            yield from _wallet_key(loc, value, dossier)
        case ("login", "password"):
            yield from _password(loc, value, users_of_login(dossier, venues))
        case ("venues", str(venue), "password"):
            yield from _password(loc, value, [venue])
        case ("venues", "nebulaecn", "totp_secret"):
            try:
                Totp(value)
            except ConfigurationError as error:
                yield Finding(loc, str(error), "the secret that an earlier run has yielded, in base32")
        case _:
            # T4, TradeLocker and RabbitX publish no rules.
            pass


def _password(loc: Loc, value: str, venues: Sequence[str]) -> Iterator[Finding]:
    if "nebulaecn" in venues and not _nebulaecn_takes(value):
        yield Finding(
            loc,
            "is not a password that nebulaecn takes",
            "8 to 80 characters with a lower-case letter, an upper-case letter and a digit",
        )
    # stokn publishes no policy, but its identity provider (Amazon Cognito) allows none below 6.
    elif "stokn" in venues and len(value) < 6:
        yield Finding(loc, "is too short for stokn", "at least 6 characters")


def _wallet_key(loc: Loc, value: str, dossier: Dossier) -> Iterator[Finding]:
    try:
        signer = PrivateKeySigner(value)
    except ConfigurationError as error:
        yield Finding(loc, str(error), "a private key: 0x and 64 hexadecimal digits")
        return
    wallet, settings = dossier.wallet, dossier.venues.rabbitx
    trader = settings is None or settings.profile_type.value == "trader"
    if trader and wallet is not None and signer.address.lower() != wallet.address.lower():
        yield Finding(loc, "does not belong to wallet.address", "the private key of that address")


def _nebulaecn_takes(password: str) -> bool:
    # getPublicConfigs: password_regexp. Whether it is hard enough to guess is for the venue to say.
    kinds = (str.islower, str.isupper, str.isdigit)
    return 8 <= len(password) <= 80 and all(any(kind(c) for c in password) for kind in kinds)
