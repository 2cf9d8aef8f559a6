"""What a recipe may ask about the applicant: the dossier, its secrets and the time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from venuekit.auth.wallet import CallbackSigner, PrivateKeySigner, Signer
from venuekit.recipes.secrets import SecretField, resolve
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier


class Facts:
    """One applicant's facts. Secrets are read when they are asked for, and not kept."""

    def __init__(self, dossier: Dossier, *, env: str, folder: Path, clock: Callable[[], float]) -> None:
        self.dossier = dossier
        self.folder = folder
        self.clock = clock
        self._allow_literal = env == "sandbox"

    def secret(self, secret: SecretField, where: str) -> str:
        """The secret in clear. `where` is its place in the dossier, for the message when it cannot be read."""
        return resolve(secret, allow_literal=self._allow_literal, where=where)

    def signer(self) -> Signer:
        """What signs for the dossier's wallet."""
        wallet = self.dossier.wallet
        if wallet is None or wallet.private_key is None:
            raise ConfigurationError("rabbitx: the dossier has no wallet.private_key to sign with")
        signer = PrivateKeySigner(self.secret(wallet.private_key, "wallet.private_key"))
        trader = (
            self.dossier.venues.rabbitx is None or self.dossier.venues.rabbitx.profile_type.value == "trader"
        )
        if trader and signer.address.lower() != wallet.address.lower():
            raise ConfigurationError("rabbitx: wallet.private_key does not belong to wallet.address")
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

    def secret(self, secret: SecretField, where: str) -> str:
        return "planned-secret"

    def signer(self) -> Signer:
        wallet = self.dossier.wallet
        address = wallet.address if wallet is not None else "0x" + "0" * 40
        blank = "0x" + "0" * 130
        return CallbackSigner(address, sign_text=lambda text: blank, sign_typed_data=lambda data: blank)

    def file(self, path: str) -> bytes:
        return b""
