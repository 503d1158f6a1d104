"""Codes that change every thirty seconds: that of an occasion, which its leader shows, and that of
a person, which its leader scans. Both are made from the key of the occasion.

The code of an occasion is `ABCD-EFGH-JKMN`, short enough to be typed: 28 bits that name the
occasion within its community, and 32 bits that only who has the key can make.
"""

import hmac
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize
from uuid import UUID

STEP_SECONDS = 30
KEY_BYTES = 32
"""Bytes of the key of an occasion."""
VALID_STEPS = 2
"""Steps whose codes are taken: the present one and the one before, for those who type slowly."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter of it is taken for a digit or for another letter."""
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
VALUES = {letter: value for value, letter in enumerate(ALPHABET)}

NAME_DIGITS = 7
"""Hexadecimal digits at the end of an occasion's id by which its code names it: 28 random bits.
Two occasions of one community that are on at the same time share them once in a lifetime."""
PROOF_BYTES = 4
CODE_LETTERS = 12
PERSONAL_PROOF_LETTERS = 8


class OccasionCode(NamedTuple):
    """A code as it was read: what names its occasion, and what proves that it was shown."""

    name: str
    """The last digits of the occasion's id."""
    proof: bytes


def step_of(at: datetime) -> int:
    return int(at.timestamp()) // STEP_SECONDS


def start_of(step: int) -> datetime:
    return datetime.fromtimestamp(step * STEP_SECONDS, UTC)


def name_of(occasion_id: UUID) -> str:
    """Returns the digits by which codes name an occasion."""
    return occasion_id.hex[-NAME_DIGITS:]


def occasion_code(key: bytes, occasion_id: UUID, step: int) -> str:
    """Returns the code that is shown in this step."""
    number = int(name_of(occasion_id), 16) << 8 * PROOF_BYTES
    number |= int.from_bytes(_proof(key, occasion_id, step))
    letters = _letters(number, CODE_LETTERS)
    return "-".join(letters[n : n + 4] for n in range(0, CODE_LETTERS, 4))


def read_code(text: str) -> OccasionCode:
    """Reads a code as it was scanned or typed, in whatever width and case. Raises ValueError for
    what is none."""
    letters = normalize("NFKC", text).upper().translate(MISREAD)
    if len(letters) != CODE_LETTERS or not VALUES.keys() >= set(letters):
        raise ValueError("not a code")
    number = 0
    for letter in letters:
        number = number << 5 | VALUES[letter]
    name = f"{number >> 8 * PROOF_BYTES:0{NAME_DIGITS}x}"
    return OccasionCode(name, (number % (1 << 8 * PROOF_BYTES)).to_bytes(PROOF_BYTES))


def proves(code: OccasionCode, key: bytes, occasion_id: UUID, at: datetime) -> bool:
    """Returns whether the code was shown for the occasion in the present step or the one before.
    Each comparison takes the same time, whatever it finds."""
    now = step_of(at)
    proofs = [_proof(key, occasion_id, step) for step in range(now - VALID_STEPS + 1, now + 1)]
    return code.name == name_of(occasion_id) and any(
        [hmac.compare_digest(proof, code.proof) for proof in proofs]
    )


@lru_cache(maxsize=512)
def _proof(key: bytes, occasion_id: UUID, step: int) -> bytes:
    return hmac.digest(key, b"occasion" + occasion_id.bytes + step.to_bytes(8), "sha256")[
        :PROOF_BYTES
    ]


def _letters(number: int, count: int) -> str:
    """Returns the number's last five bits for each letter, the highest first."""
    return "".join(ALPHABET[number >> 5 * n & 31] for n in reversed(range(count)))


# ---------------------------------------------------------------- the code of a person


def personal_key(key: bytes, attendance_id: UUID) -> bytes:
    """Returns the key of one person at one occasion. Their phone has it, so that it can make codes
    where there is no network."""
    return hmac.digest(key, b"person" + attendance_id.bytes, "sha256")


def personal_code(own_key: bytes, attendance_id: UUID, step: int) -> str:
    """Returns `<id of the attendance>.<eight letters>`, for a leader's device to scan."""
    return f"{attendance_id}.{_personal_proof(own_key, step)}"


def read_personal_code(text: str) -> tuple[UUID, str]:
    """Returns the id of the attendance, and the letters that prove it. Raises ValueError for what
    is no such code."""
    id_, _, proof = normalize("NFKC", text).strip().partition(".")
    letters = proof.upper().translate(MISREAD)
    if len(letters) != PERSONAL_PROOF_LETTERS or not VALUES.keys() >= set(letters):
        raise ValueError("not a personal code")
    return UUID(id_), letters


def proves_person(
    proof: str, key: bytes, attendance_id: UUID, at: datetime, slack: timedelta = timedelta(0)
) -> bool:
    """Returns whether the person's phone showed these letters at that instant or in the step
    before. `slack` is the time by which its clock may be wrong, either way."""
    own_key = personal_key(key, attendance_id)
    first, last = step_of(at - slack) - VALID_STEPS + 1, step_of(at + slack)
    return any(
        [
            hmac.compare_digest(_personal_proof(own_key, step), proof)
            for step in range(first, last + 1)
        ]
    )


def _personal_proof(own_key: bytes, step: int) -> str:
    number = int.from_bytes(hmac.digest(own_key, step.to_bytes(8), "sha256")[:5])
    return _letters(number, PERSONAL_PROOF_LETTERS)
