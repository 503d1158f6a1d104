"""Passwords: the rules for new ones, and their argon2id hashes."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Semaphore
from typing import TypeVar

from pwdlib import PasswordHash

from app.identity.errors import PasswordWeak
from app.kernel.errors import Busy

MIN_CHARACTERS, MAX_CHARACTERS = 12, 128
"""Lengths of a password in characters."""
_LEAKED = """
123456123456 123456789012 1234567890123 012345678901 111111111111 000000000000 121212121212
112233445566 987654321098 123123123123 112211221122 password1234 password12345 passwordpassword
password!234 passw0rd1234 p@ssw0rd1234 p@ssword1234 admin1234567 admin123456789 adminadmin12
administrator administrator1 root12345678 qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwerty123456
qwertyqwerty 1q2w3e4r5t6y 1qaz2wsx3edc qazwsxedcrfv asdfghjkl123 zxcvbnm12345 abc123456789
abcdefghijkl abcd12345678 abcdef123456 iloveyou1234 iloveyou5201314 woaini520131 woaini123456
woaini1314520 5201314520131 a12345678901 aa1234567890 changeme1234 letmein12345 welcome12345
welcome123456 zhangwei1234 shequ1234567 linli1234567 linlilinli12 1234qwerasdf qwer1234asdf
"""
COMMON = frozenset(_LEAKED.split())
"""Passwords of twelve characters or more that head the lists of leaked ones."""

_argon2 = PasswordHash.recommended()
MAX_WAITING = 40
"""Number of hashes that run or wait: about two seconds of work. Others are told to come back."""
# Each hash takes 64 MiB while it runs, so two run at once and the others wait.
_workers = ThreadPoolExecutor(2, thread_name_prefix="password")
places = Semaphore(MAX_WAITING)
"""The places of the line; each hash holds one until it has ended."""
# Hash of a discarded password: it is verified where no administrator has the name.
NOBODYS = (
    "$argon2id$v=19$m=65536,t=3,p=4$1aS8Yg6p6Fjr2wEAYFZxPw$4swX7b"
    "aZMv4I3KzAfXPkJwoYcMmwVEnUNasIBR93VGE"
)
Result = TypeVar("Result")


def require_strong(password: str, login_name: str) -> None:
    alike = password.casefold()
    reasons = {
        "too_short": len(password) < MIN_CHARACTERS,
        "too_common": alike in COMMON or len(set(alike)) < MIN_CHARACTERS // 3,
        "contains_login_name": login_name.casefold() in alike,
    }
    for reason, holds in reasons.items():
        if holds:
            raise PasswordWeak(reason=reason)


async def hashed(password: str) -> str:
    """Hashes in a thread. Call it outside of any transaction: it takes a tenth of a second."""
    return await _in_thread(lambda: _argon2.hash(password))


async def is_right(password: str, stored: str | None) -> bool:
    """Returns whether the password is that of the hash. It takes as long without a hash, so that
    nobody learns by time which names exist."""
    right = await _in_thread(lambda: _argon2.verify(password, stored or NOBODYS))
    return right and bool(stored)


async def _in_thread(work: Callable[[], Result]) -> Result:
    """Raises Busy if too many hashes wait already."""
    if not places.acquire(blocking=False):
        raise Busy
    future = _workers.submit(work)
    # Released when the hash has ended, also where nobody waits for it any more.
    future.add_done_callback(lambda _: places.release())
    return await asyncio.wrap_future(future)
