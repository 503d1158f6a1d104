"""The simulator's access tokens: the stable kind, and the older one that dies of its successor."""

from dataclasses import dataclass, field
from random import Random
from re import fullmatch
from string import ascii_letters, digits

from app.integrations.wechat.simulator.asked import No

TOKEN_LIFETIME_SECONDS = 7200
OVERLAP = 300
"""Seconds: how long an old token works beside the new one, and the least that a new one has."""
FORCED_APART, FORCED_A_DAY, PLAIN_A_DAY = 30, 20, 2000
DAY = 24 * 3600
SIGNS = ascii_letters + digits + "-_"


@dataclass(slots=True)
class Grant:
    token: str
    expires_at: float
    dies_at: float | None = None
    """Made invalid by something else than its age."""


@dataclass(slots=True)
class Tokens:
    chance: Random
    length: int = 136
    given: dict[str, Grant] = field(default_factory=dict)
    stable: Grant | None = None
    plain: Grant | None = None
    forced: list[float] = field(default_factory=list)
    plain_calls: list[float] = field(default_factory=list)

    def get_stable(self, now: float, *, force: bool) -> tuple[str, int]:
        """The token and its remaining seconds. In its last five minutes a new one, beside it."""
        if force and self.stable is not None and self._may_force(now):
            self.stable.dies_at = now
            self.stable = None
        if self.stable is None or self.stable.expires_at - now <= OVERLAP or _is_dead(self.stable):
            self.stable = self._new(now)
        return self.stable.token, int(self.stable.expires_at - now)

    def _may_force(self, now: float) -> bool:
        """Returns whether a forced token is given: at most 20 a day, half a minute apart."""
        self.forced = [at for at in self.forced if now - at < DAY]
        if len(self.forced) >= FORCED_A_DAY or (
            self.forced and now - self.forced[-1] < FORCED_APART
        ):
            return False
        self.forced.append(now)
        return True

    def get_plain(self, now: float) -> tuple[str, int]:
        """A new one each time; the one before works five minutes more."""
        self.plain_calls = [at for at in self.plain_calls if now - at < DAY]
        if len(self.plain_calls) >= PLAIN_A_DAY:
            raise No(45009)
        self.plain_calls.append(now)
        if self.plain is not None and not _is_dead(self.plain):
            self.plain.dies_at = now + OVERLAP
        self.plain = self._new(now)
        return self.plain.token, TOKEN_LIFETIME_SECONDS

    def require(self, token: str | None, now: float) -> None:
        """Raises No, as each interface that takes a token does."""
        if not token:
            raise No(41001)
        if not fullmatch(r"[\w-]{100,}", token):
            raise No(40014)
        grant = self.given.get(token)
        if grant is None or (grant.dies_at is not None and now >= grant.dies_at):
            raise No(40001)
        if now >= grant.expires_at:
            raise No(42001)

    def expire(self, now: float) -> None:
        """All of them, as if their time were over."""
        for grant in self.given.values():
            grant.expires_at = min(grant.expires_at, now)

    def invalidate(self, now: float) -> None:
        """All of them, as if somebody else had forced new ones."""
        for grant in self.given.values():
            grant.dies_at = now

    def _new(self, now: float) -> Grant:
        grant = Grant(
            "".join(self.chance.choices(SIGNS, k=self.length)), now + TOKEN_LIFETIME_SECONDS
        )
        self.given[grant.token] = grant
        return grant


def _is_dead(grant: Grant) -> bool:
    return grant.dies_at is not None
