"""Which texts a new T4 user must have accepted, as far as it can be known before there is a user.

The venue lists them per user only, so a one-shot onboarding cannot ask. The names of version 2 are in the example of its
onboarding page; for other versions the dossier is taken at its word.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier

_EVERYBODY: Mapping[str, tuple[str, ...]] = {"2": ("LegalEULA", "LegalPP", "LegalMDSA", "LegalUSA")}
_NON_PROFESSIONALS: Mapping[str, tuple[str, ...]] = {"2": ("LegalNPSCF",)}
_OF_EXCHANGE: Mapping[str, Mapping[str, str]] = {
    "2": {"CME": "CMEInformationLicenseAgreement", "ICE": "ICESubscriberAgreement"}
}
# Kinds of market data that are no subscription.
NO_DATA = ("None", "NotSet")


def accepted(dossier: Dossier) -> tuple[str, ...]:
    """The texts that the applicant has accepted in the version that the onboarding names."""
    ours = dossier.venues.t4
    version = ours.eula_version if ours is not None else ""
    return tuple(a.name for a in dossier.agreements if a.venue.value == "t4" and a.version == version)


def missing(dossier: Dossier) -> tuple[str, ...]:
    """The texts that are known to be needed, and that the applicant has not accepted."""
    ours = dossier.venues.t4
    if ours is None:
        return ()
    version = ours.eula_version
    needed = [*_EVERYBODY.get(version, ())]
    if ours.application_type.value == "NonProfessional":
        needed += _NON_PROFESSIONALS.get(version, ())
    for selection in ours.market_data:
        text = _OF_EXCHANGE.get(version, {}).get(selection.clearing_exchange)
        if text is not None and selection.market_data_type.value not in NO_DATA:
            needed.append(text)
    known = accepted(dossier)
    return tuple(name for name in dict.fromkeys(needed) if name not in known)
