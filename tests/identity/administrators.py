"""Factory of administrators with a known password and a second factor."""

from typing import NamedTuple
from uuid import UUID

from httpx import AsyncClient
from pyotp import TOTP, random_base32

from app.identity.administrators.passwords import hashed
from app.identity.administrators.service import create_administrator
from app.kernel import clock
from app.kernel.database.engine import Database

PASSWORD = "一碗热干面 with sesame"
_hashes: dict[str, str] = {}


class KnownAdministrator(NamedTuple):
    user_id: UUID
    login_name: str
    secret: str

    def code(self, step: int = 0) -> str:
        """Returns the code of the present half minute, or of one `step` half minutes later."""
        return TOTP(self.secret).at(clock.now(), counter_offset=step)

    def login(self, **fields: object) -> dict[str, object]:
        return {"username": self.login_name, "password": PASSWORD, **fields}


async def an_administrator(
    database: Database, login_name: str = "wang.fang", *, has_second_factor: bool = True
) -> KnownAdministrator:
    secret = random_base32()
    if PASSWORD not in _hashes:
        _hashes[PASSWORD] = await hashed(PASSWORD)
    async with database.transaction() as session:
        row = await create_administrator(
            session,
            login_name,
            "王芳",
            _hashes[PASSWORD],
            secret if has_second_factor else None,
            clock.now(),
        )
    return KnownAdministrator(row.user_id, login_name, secret)


async def logged_in(
    http: AsyncClient, administrator: KnownAdministrator, step: int = 0
) -> dict[str, str]:
    """Logs in, and returns the headers of the login; `X-Refresh` holds its refresh token."""
    body = administrator.login(totp=administrator.code(step))
    tokens = (await http.post("/admin/v1/auth/sessions", json=body)).json()
    return {
        "Authorization": f"Bearer {tokens['access_token']}",
        "X-Refresh": tokens["refresh_token"],
    }
