"""Everything the simulator knows, for as long as it runs."""

import time
from collections import deque
from dataclasses import dataclass, field
from random import Random
from typing import Any

from app.integrations.wechat.simulator.asked import Asked
from app.integrations.wechat.simulator.faults import Faults
from app.integrations.wechat.simulator.people import People
from app.integrations.wechat.simulator.tokens import Tokens

SECRET = {"secret", "access_token", "js_code", "code", "session_key"}
KEPT = 2000
"""Entries of the journal."""


@dataclass
class World:
    appid: str
    secret: str
    accepts_mock_code: bool = False
    is_bound: bool = False
    """True where an Open Platform account is bound: logins then tell the unionid."""
    fuzzes_types: bool = False
    """The same field is now text and now a number, as WeChat's documents and answers have it."""
    seed: int = 0
    ahead: float = 0
    """Seconds by which the virtual clock is ahead."""
    journal: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=KEPT))

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.people = People(self.appid, self.accepts_mock_code)
        self.tokens = Tokens(self.chance)
        self.faults = Faults(self.chance)

    def reset(self, seed: int, *, is_bound: bool, fuzzes_types: bool) -> None:
        """Makes the world as it was when it started."""
        self.seed, self.is_bound, self.fuzzes_types = seed, is_bound, fuzzes_types
        self.ahead = 0
        self.journal.clear()
        self.__post_init__()

    def now(self) -> float:
        return time.time() + self.ahead

    def rid(self) -> str:
        """hex(time)-8 hex-8 hex, as WeChat's are."""
        first, second = self.chance.getrandbits(32), self.chance.getrandbits(32)
        return f"{int(self.now()):x}-{first:08x}-{second:08x}"

    def note(self, asked: Asked, status: int, errcode: int | None, rid: str) -> None:
        self.journal.append(
            {
                "at": self.now(),
                "method": asked.method,
                "path": asked.path,
                "query": _masked(asked.query),
                "body": _masked(asked.body),
                "status": status,
                "errcode": errcode,
                "rid": rid,
            }
        )


def _masked(fields: Any) -> dict[str, Any]:
    return {name: "***" if name in SECRET else value for name, value in fields.items()}
