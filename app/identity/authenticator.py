"""Authenticates requests: a token must be valid, its login live, and its user within the rate
limit."""

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
"""Time for which a resident's login is not read again."""
MAX_CACHED_LOGINS = 20_000
"""Number of logins that a process caches; the one read longest ago is dropped first."""

SELECT_LIVE_LOGIN = """
SELECT FROM users u
JOIN sessions s ON s.user_id = $1 AND s.id = $2
WHERE u.id = $1 AND u.status = 'active' AND u.version = $3 AND s.revoked_at IS NULL
"""


class Authenticator:
    """The authenticator of a process. It caches claims but no permissions, which each request
    reads."""

    def __init__(
        self,
        tokens: Tokens,
        lane: Lane,
        requests_per_minute: int,
        max_logins: int = MAX_CACHED_LOGINS,
    ) -> None:
        self.tokens = tokens
        self._max_logins = max_logins
        self._lane = lane
        self._tally = Tally(Limit("requests", requests_per_minute, 60))
        self._logins: OrderedDict[bytes, tuple[TokenClaims, datetime]] = OrderedDict()
        """Claims by the digest of their token, with the instant until which they are cached."""

    async def authenticate(self, token: str) -> TokenClaims:
        """Returns the claims of a resident's token, whose login was read within the last
        LOGIN_CACHE_LIFETIME. Raises Unauthenticated and TooManyRequests."""
        now = clock.now()
        digest = blake2b(token.encode(), digest_size=16).digest()
        claims = self._find(digest, now)
        if claims is None:
            claims = self.tokens.verify(token, TokenAudience.RESIDENT, now)
            if not await self._lane.fetch(
                SELECT_LIVE_LOGIN, claims.user_id, claims.session_id, claims.version
            ):
                raise Unauthenticated
            self._remember(digest, claims, now)
        self._tally.count(claims.user_id, now)
        return claims

    def count(self, claims: TokenClaims) -> None:
        self._tally.count(claims.user_id, clock.now())

    def _find(self, digest: bytes, now: datetime) -> TokenClaims | None:
        claims, until = self._logins.get(digest, (None, now))
        return claims if now < until else None

    def _remember(self, digest: bytes, claims: TokenClaims, now: datetime) -> None:
        self._logins[digest] = (claims, min(claims.expires_at, now + LOGIN_CACHE_LIFETIME))
        self._logins.move_to_end(digest)
        if len(self._logins) > self._max_logins:
            self._logins.popitem(last=False)
