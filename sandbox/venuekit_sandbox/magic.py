"""Magic applicants: an e-mail address whose tag forces an outcome, e.g. `ada+kyc-rejected@example.com`.

Several tags may be combined: `ada+slow+kyc-approved@example.com`. What a tag does at which venue is listed in
`docs/sandbox-control.md` and on the venues' pages; a tag that a venue has no use for does nothing there.
"""

from __future__ import annotations

from typing import Final

KYC_APPROVED: Final = "kyc-approved"
"""The verdict is there, and good, as soon as everything that it needs has been handed in."""
KYC_REJECTED: Final = "kyc-rejected"
"""The verdict is there, and bad, as soon as everything that it needs has been handed in."""
OTP_EXPIRED: Final = "otp-expired"
"""What the venue sends, a code or a link, is too late when it arrives."""
TAKEN: Final = "taken"
"""Somebody has registered under these data already."""
LOCKED: Final = "locked"
"""The venue refuses the login although the password is right."""
SLOW: Final = "slow"
"""Every call that carries the address takes five seconds."""

OUTCOMES: Final = frozenset({KYC_APPROVED, KYC_REJECTED, OTP_EXPIRED, TAKEN, LOCKED, SLOW})
SLOW_SECONDS: Final = 5.0


def outcomes(address: str) -> frozenset[str]:
    """The outcomes that an e-mail address asks for; none for an ordinary one."""
    local = address.rpartition("@")[0]
    return OUTCOMES.intersection(local.casefold().split("+")[1:])
