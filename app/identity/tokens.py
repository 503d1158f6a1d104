"""Access tokens. Only this module uses python-jose, whose defaults accept forged tokens. A token
has one form here, and any other is refused."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from json import loads
from re import compile as pattern
from typing import Literal, NamedTuple
from uuid import UUID, uuid4

from jose import jws, jwt
from pydantic import BaseModel, ConfigDict, Field

from app.identity.models import TokenAudience
from app.kernel.errors import Unauthenticated

ACCESS_TOKEN_LIFETIME = timedelta(minutes=15)
CLOCK_TOLERANCE = timedelta(seconds=60)
"""Time by which the clock of the issuing process may be ahead of this one's."""
ISSUER = "linli"
MAX_TOKEN_CHARACTERS, MAX_HEADER_BYTES = 4096, 512
FORM = pattern(r"[\w-]+\.[\w-]+\.[\w-]+")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class _Header(_Strict):
    """Header of a token. Other members (crit, jku, x5u, jwk, x5c, b64) are refused."""

    alg: Literal["HS256"]
    typ: Literal["at+jwt"]
    kid: str = Field(max_length=64)


class _Payload(_Strict):
    iss: Literal["linli"]
    aud: str
    sub: str
    sid: str
    jti: str = Field(min_length=1, max_length=64)
    iat: int = Field(ge=0, le=2**40)
    exp: int = Field(ge=0, le=2**40)
    ver: int = Field(ge=1, le=2**31)


class TokenClaims(NamedTuple):
    """Claims of a verified token. The authenticator checks whether its login still holds."""

    user_id: UUID
    session_id: UUID
    version: int
    expires_at: datetime


class Tokens:
    def __init__(self, ring: Mapping[str, bytes], key_id: str) -> None:
        self._ring = ring
        self._key_id = key_id

    def issue(
        self, user_id: UUID, session_id: UUID, version: int, audience: TokenAudience, now: datetime
    ) -> str:
        issued = int(now.timestamp())
        claims = {
            "iss": ISSUER,
            "aud": str(audience),
            "sub": str(user_id),
            "sid": str(session_id),
            "jti": str(uuid4()),
            "iat": issued,
            "exp": issued + int(ACCESS_TOKEN_LIFETIME.total_seconds()),
            "ver": version,
        }
        headers = {"typ": "at+jwt", "kid": self._key_id}
        token: str = jwt.encode(claims, self._ring[self._key_id], "HS256", headers)
        return token

    def verify(self, token: str, audience: TokenAudience, now: datetime) -> TokenClaims:
        """Verifies a token and returns its claims. Raises Unauthenticated for any fault:
        python-jose lets other errors escape."""
        try:
            return self._verify(token, audience, now)
        except Exception:
            raise Unauthenticated from None

    def _verify(self, token: str, audience: TokenAudience, now: datetime) -> TokenClaims:
        if len(token) > MAX_TOKEN_CHARACTERS or not FORM.fullmatch(token) or not token.isascii():
            raise Unauthenticated
        parts = token.split(".")
        decoded = [_canonical(part) for part in parts]
        if len(decoded[0]) > MAX_HEADER_BYTES:
            raise Unauthenticated
        header = _Header.model_validate(_read(decoded[0]))
        # Verifies the signature alone: `jwt.decode` compares times by the system clock, leniently.
        jws.verify(token, self._ring[header.kid], algorithms=["HS256"])
        payload = _Payload.model_validate(_read(decoded[1]))
        issued, expires = (datetime.fromtimestamp(at, UTC) for at in (payload.iat, payload.exp))
        is_timely = (
            issued <= now + CLOCK_TOLERANCE
            and max(now, issued) < expires <= issued + ACCESS_TOKEN_LIFETIME
        )
        if payload.aud != audience or not is_timely:
            raise Unauthenticated
        return TokenClaims(_uuid(payload.sub), _uuid(payload.sid), payload.ver, expires)


def _canonical(part: str) -> bytes:
    """Decodes base64url. Accepts one text for each value: ignored bits must not make another
    token."""
    decoded = urlsafe_b64decode(part + "=" * (-len(part) % 4))
    if urlsafe_b64encode(decoded).rstrip(b"=").decode() != part:
        raise Unauthenticated
    return decoded


def _read(decoded: bytes) -> dict[str, object]:
    """Reads a JSON object. Refuses two members of one name, of which readers choose different
    ones."""
    read: dict[str, object] = loads(decoded.decode("ascii"), object_pairs_hook=_once)
    return read


def _once(members: list[tuple[str, object]]) -> dict[str, object]:
    if len(read := dict(members)) != len(members):
        raise Unauthenticated
    return read


def _uuid(text: str) -> UUID:
    """Reads an id in the one form in which it is issued."""
    if str(read := UUID(text)) != text:
        raise Unauthenticated
    return read
