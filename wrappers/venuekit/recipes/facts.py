"""What a recipe may ask about the applicant: the dossier, its secrets and the time."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from venuekit.auth.totp import Totp
from venuekit.auth.wallet import CallbackSigner, PrivateKeySigner, Signer
from venuekit.recipes.secrets import SecretField, resolve
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier


S = TypeVar("S")


def section(found: S | None, venue: str) -> S:
    """A venue's section of the dossier, which must be there."""
    if found is None:
        raise ConfigurationError(f"the dossier has no section venues.{venue}")
    return found


class Facts:
    """One applicant's facts. Secrets of the dossier are read when they are asked for, and not kept.

    `signer` signs for the wallet; without one, the dossier's private key does. `allow_literal`: secrets may stand in
    clear; by default in the sandbox only.
    `rehearsal`: the answers are examples and say nothing about this applicant, so that nobody compares them.
    """

    rehearsal = False

    def __init__(
        self,
        dossier: Dossier,
        *,
        env: str,
        folder: Path,
        clock: Callable[[], float],
        signer: Signer | None = None,
        allow_literal: bool | None = None,
    ) -> None:
        self.dossier = dossier
        self.folder = folder
        self.clock = clock
        self.env = env
        self._allow_literal = env == "sandbox" if allow_literal is None else allow_literal
        self._signer = signer
        self._held: Mapping[str, str] = {}

    def holding(self, credentials: Mapping[str, str]) -> Self:
        """The same facts, and the credentials that an earlier run has kept for one venue."""
        facts = copy.copy(self)
        facts._held = dict(credentials)
        return facts

    def held(self, name: str) -> str | None:
        """A credential that an earlier run has kept, in clear; None without one."""
        return self._held.get(name) or None

    def secret(self, secret: SecretField, where: str) -> str:
        """The secret in clear. `where` is its place in the dossier, for the message when it cannot be read."""
        return resolve(secret, allow_literal=self._allow_literal, where=where)

    def password(self, own: SecretField | None, where: str) -> str:
        """The password for a venue: its section's `own` (`where` is its place), else the one of `login`."""
        if own is not None:
            return self.secret(own, where)
        if self.dossier.login.password is None:
            raise ConfigurationError(f"the dossier has neither {where} nor login.password")
        return self.secret(self.dossier.login.password, "login.password")

    def totp(self, secret: SecretField | None, where: str) -> Totp | None:
        """The second factor that a secret of the dossier makes; None without one."""
        return None if secret is None else Totp(self.secret(secret, where), clock=self.clock)

    def signer(self) -> Signer:
        """What signs for the dossier's wallet."""
        wallet = self.dossier.wallet
        if self._signer is not None:
            signer, name = self._signer, "signer"
        elif wallet is not None and wallet.private_key is not None:
            name = "wallet.private_key"
            signer = PrivateKeySigner(self.secret(wallet.private_key, name))
        else:
            raise ConfigurationError("rabbitx: the dossier has no wallet.private_key to sign with")
        trader = (
            self.dossier.venues.rabbitx is None or self.dossier.venues.rabbitx.profile_type.value == "trader"
        )
        if trader and wallet is not None and signer.address.lower() != wallet.address.lower():
            raise ConfigurationError(f"rabbitx: {name} does not belong to wallet.address")
        return signer

    def file(self, path: str) -> bytes:
        """The content of a document. A relative path starts at the dossier's folder."""
        try:
            return (self.folder / path).read_bytes()
        except OSError as error:
            raise ConfigurationError(f"cannot read the document {path}: {error.strerror}") from None

    @property
    def username(self) -> str:
        """The user name to ask for where a venue wants one."""
        return self.dossier.login.username or self.email

    @property
    def email(self) -> str:
        return str(self.dossier.applicant.contact.email)

    @property
    def phone(self) -> str:
        """The mobile number in E.164."""
        return self.dossier.applicant.contact.phone

    def stable_id(self, purpose: str) -> str:
        """32 hex digits that are the same on every run of this dossier, and different per purpose."""
        text = f"{self.dossier.applicant.reference}\x00{purpose}"
        return hashlib.sha256(text.encode()).hexdigest()[:32]


class PlannedFacts(Facts):
    """Facts for a dry run: no secret and no file is read."""

    rehearsal = True

    def password(self, own: SecretField | None, where: str) -> str:
        return "planned-secret"

    def secret(self, secret: SecretField, where: str) -> str:
        return "planned-secret"

    def totp(self, secret: SecretField | None, where: str) -> Totp | None:
        return None if secret is None else Totp("PLANNED" * 4, clock=self.clock)

    def signer(self) -> Signer:
        wallet = self.dossier.wallet
        address = wallet.address if wallet is not None else "0x" + "0" * 40
        blank = "0x" + "0" * 130
        return CallbackSigner(address, sign_text=lambda text: blank, sign_typed_data=lambda data: blank)

    def file(self, path: str) -> bytes:
        return b""
