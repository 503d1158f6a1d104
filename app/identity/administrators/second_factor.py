"""One-time codes (RFC 6238) of six digits, each for thirty seconds and for one use."""

from datetime import datetime

from pyotp import TOTP, random_base32
from pyotp.exceptions import OTPVerificationError
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.models import Administrator, UsedCode
from app.kernel.database.columns import uuid7
from app.kernel.privacy.sealed import own

ISSUER = "Linli"
WINDOW = 1
"""Number of 30-second steps that the clock of a phone may be ahead or behind."""


def new_secret() -> str:
    return random_base32()


def otpauth_uri(login_name: str, secret: str) -> str:
    """Builds the URI that an authenticator app reads as a QR code."""
    return TOTP(secret).provisioning_uri(name=login_name, issuer_name=ISSUER)


def step_of(secret: str | None, code: str | None, now: datetime) -> int | None:
    """Returns the step whose code this is; None for a wrong code."""
    if secret is None or code is None:
        return None
    try:
        return TOTP(secret).verify_and_get_timecode(code, for_time=now, valid_window=WINDOW)
    except OTPVerificationError:
        return None


def step_of_own(administrator: Administrator, code: str | None, now: datetime) -> int | None:
    return step_of(own(administrator, Administrator.totp), code, now)


async def use(
    session: AsyncSession, administrator: Administrator, step: int, now: datetime
) -> bool:
    """Records a code as used. Returns False if it was used before: a constraint lets one of two
    uses at once win."""
    row = {"user_id": administrator.user_id, "id": uuid7(), "step": step, "used_at": now}
    first = await session.scalar(
        insert(UsedCode).values(row).on_conflict_do_nothing().returning(UsedCode.id)
    )
    return first is not None
