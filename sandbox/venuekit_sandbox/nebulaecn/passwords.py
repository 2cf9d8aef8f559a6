"""How the venue judges a password: a pattern, then an entropy estimate, and how it keeps one.

The estimate starts from the NIST length rule, gives less for each repetition of a character, and takes the
lowest value over several readings of the password: as typed, in lower case, with keyboard runs collapsed, and
with common passwords collapsed after undoing usual letter-for-digit swaps, forwards and backwards.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterator

from venuekit_sandbox.nebulaecn.errors import Faults
from venuekit_sandbox.nebulaecn.settings import Settings

PATTERN_TEXT = "(?-mix:^(?=.*[[:lower:]])(?=.*[[:upper:]])(?=.*[[:digit:]])(?=.*[[:graph:]]).{8,80}$)"
"""The pattern as the venue publishes it, in Ruby's notation."""
_PATTERN = re.compile(r"^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\s]).{8,80}$")

_SWAPS = str.maketrans("@!$1234567890", "aisizeasgtbgo")
_SWAPS_WITH_L = str.maketrans("@!$1234567890", "aislzeasgtbgo")

_KEYBOARD_ROWS = (
    "1234567890-",
    "qwertyuiop",
    "asdfghjkl;",
    "zxcvbnm,./",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
)

_COMMON = """
password password1 passw0rd passwort pass drowssap passwords
1234 12345 123456 1234567 12345678 123456789 1234567890 123123 123321 121212 112233 654321 987654321 696969
1111 11111 111111 2222 222222 555555 666666 777777 7777777 888888 999999 0000 000000 qqqq aaaa aaaaaa zzzz xxxx
qwerty qwertyuiop qwer asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx 1q2w3e4r 1qaz2wsx q1w2e3r4
abcd abc123 abcd1234 admin administrator root guest user login welcome secret default master access letmein
test tester testing test123 simple temp changeme trustno1 iloveyou love lover sunshine princess dragon monkey
football baseball basketball soccer hockey superman batman starwars shadow michael jennifer jordan hunter
thomas robert daniel george jessica ashley charlie andrew matthew joshua anthony william summer winter spring
autumn orange banana cookie chocolate cheese pepper ginger flower purple silver golden diamond killer freedom
whatever computer internet google trading bitcoin crypto money
"""


def _pattern_of(words: Iterator[str]) -> re.Pattern[str]:
    # Longest first: an alternation takes the first that fits, and the longest word hides most.
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile("|".join(re.escape(word) for word in ordered))


@functools.cache
def _common_passwords() -> re.Pattern[str]:
    return _pattern_of(word for word in _COMMON.split() if len(word) >= 4)


def _runs() -> Iterator[str]:
    for row in _KEYBOARD_ROWS:
        for line in (row, row[::-1]):
            for size in range(3, 7):
                for start in range(len(line) - size + 1):
                    yield line[start : start + size]


@functools.cache
def _keyboard_runs() -> re.Pattern[str]:
    return _pattern_of(_runs())


def _bits(text: str) -> float:
    """Bits by length, each repetition of a character worth three quarters of the one before, plus the bonus."""
    worth: dict[str, float] = {}
    total = 0.0
    for position, char in enumerate(text):
        weight = worth.get(char, 1.0)
        worth[char] = weight * 0.75
        if position == 0:
            total += 4
        elif position < 8:
            total += 2 * weight
        elif position < 20:
            total += 1.5 * weight
        else:
            total += weight
    return total + _bonus(text)


def _bonus(text: str) -> float:
    upper = any(char.isupper() for char in text)
    lower = any(char.islower() for char in text)
    digit = any(char.isdigit() for char in text)
    other = re.search(r"[^a-zA-Z0-9 ]", text) is not None
    bonus = 0
    if upper and lower and other:
        bonus = 6 if digit else 5
    elif digit and not upper and not lower:
        bonus = -2 if other else -6
    if " " not in text:
        bonus -= 2
    elif len(text.split()) > 3:
        bonus += 1
    return bonus


def entropy(password: str, *, dictionary: bool = True) -> float:
    """The estimate in bits; the venue asks for 14."""
    typed = password[:1000]
    lowered = typed.lower()
    runs = _keyboard_runs()
    readings = [typed, typed[::-1], lowered, runs.sub("*", typed), runs.sub("*", typed[::-1])]
    if dictionary:
        swapped = (lowered.translate(_SWAPS), lowered.translate(_SWAPS_WITH_L))
        words = _common_passwords()
        for reading in (lowered, *swapped, *(text[::-1] for text in swapped)):
            readings.append(words.sub("*", reading, count=1))
    return min(_bits(reading) for reading in readings)


def judge(password: str, *, settings: Settings, faults: Faults) -> None:
    """Note `password.requirements`, else `password.weak`, else nothing."""
    if _PATTERN.match(password) is None:
        faults.add("password", "requirements")
    elif entropy(password, dictionary=settings.password_dictionary) < settings.password_min_entropy:
        faults.add("password", "weak")


def digest(password: str) -> str:
    """A salted hash, `salt$hash` in hex. One round: the sandbox guards nothing and has to be quick, it only must
    not hold passwords in clear."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_hash(password, salt)}"


def matches(password: str, kept: str) -> bool:
    salt, _, expected = kept.partition("$")
    return hmac.compare_digest(_hash(password, bytes.fromhex(salt)), expected)


def _hash(password: str, salt: bytes) -> str:
    return hashlib.blake2b(password.encode(), digest_size=32, salt=salt).hexdigest()
