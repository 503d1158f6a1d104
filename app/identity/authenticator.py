"""The authenticator: lets in a verified token whose login still holds and asks not too often."""

from collections import OrderedDict
from datetime import datetime, timedelta
from hashlib import blake2b

from app.identity.models import TokenAudience
from app.identity.tokens import TokenClaims, Tokens
from app.kernel import clock
from app.kernel.errors import Unauthenticated
from app.kernel.lane.lane import Lane
from app.kernel.web.limits import Limit, Tally

LOGIN_CACHE_LIFETIME = timedelta(seconds=60)
"""Time for which a resident's login is believed without reading it again."""
MAX_CACHED_LOGINS = 20_000
"""How many logins a process remembers; the one looked at longest ago is forgotten first."""

IS_HELD = """
SELECT FROM users u
JOIN sessions s ON s.user_id = $1 AND s.id = $2
WHERE u.id = $1 AND u.status = 'active' AND u.version = $3 AND s.revoked_at IS NULL
"""


class Authenticator:
    """One of a process. It keeps claims, not rights: those are read when they are needed."""

    def __init__(
        self, tokens: Tokens, lane: Lane, requests_per_minute: int, most: int = MAX_CACHED_LOGINS
    ) -> None:
        self.tokens = tokens
        self._most = most
        self._lane = lane
        self._tally = Tally(Limit("requests", requests_per_minute, 60))
        self._seen: OrderedDict[bytes, tuple[TokenClaims, datetime]] = OrderedDict()
        """Claims by the digest of their token, with the instant until which they are believed."""

    async def authenticate(self, token: str) -> TokenClaims:
        """A resident, whose login was looked at within the last LOGIN_CACHE_LIFETIME."""
        now = clock.now()
        digest = blake2b(token.encode(), digest_size=16).digest()
        claims = self._known(digest, now)
        if claims is None:
            claims = self.tokens.verify(token, TokenAudience.RESIDENT, now)
            if not await self._lane.fetch(
                IS_HELD, claims.user_id, claims.session_id, claims.version
            ):
                raise Unauthenticated
            self._remember(digest, claims, now)
        self._tally.count(claims.user_id, now)
        return claims

    def count(self, claims: TokenClaims) -> None:
        self._tally.count(claims.user_id, clock.now())

    def _known(self, digest: bytes, now: datetime) -> TokenClaims | None:
        claims, until = self._seen.get(digest, (None, now))
        return claims if now < until else None

    def _remember(self, digest: bytes, claims: TokenClaims, now: datetime) -> None:
        self._seen[digest] = (claims, min(claims.expires_at, now + LOGIN_CACHE_LIFETIME))
        self._seen.move_to_end(digest)
        if len(self._seen) > self._most:
            self._seen.popitem(last=False)
