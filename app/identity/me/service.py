"""Changes to a user's own account: profile, and the phone number that WeChat verifies."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.consents.service import require_consent, require_not_withdrawn
from app.identity.erasure.service import live_request
from app.identity.login_context import LoginContext
from app.identity.me.idempotent import find_stored_response, store
from app.identity.me.phone import take_number
from app.identity.me.schemas import MeOut, PhoneCode, Profile
from app.identity.models import Purpose, Revocation, User
from app.identity.sessions.service import end_logins
from app.identity.tokens import TokenClaims
from app.kernel.database.engine import lock
from app.kernel.database.idempotency import Key, StoredResponse


async def get_me(session: AsyncSession, user_id: UUID) -> MeOut:
    return await _show(session, await session.get_one(User, user_id))


async def _show(session: AsyncSession, user: User) -> MeOut:
    return MeOut.of(user, await live_request(session, user.id))


async def set_profile(session: AsyncSession, user_id: UUID, body: Profile) -> MeOut:
    """Updates the profile. Raises ConsentRequired for a nickname whose consent is withdrawn."""
    user = await session.get_one(User, user_id)
    await lock(session, user)
    if body.nickname is not None:
        await require_not_withdrawn(session, user_id, Purpose.PROFILE)
    user.nickname, user.locale = body.nickname, body.locale
    return await _show(session, user)


async def verify_phone(
    context: LoginContext, login: TokenClaims, body: PhoneCode, key: Key | None
) -> StoredResponse:
    """Stores the phone number that WeChat returns for the code, also where another account has had
    it. Raises ConsentRequired without consent before the call or after it. A changed number ends
    all other logins."""
    async with context.database.transaction() as session:
        # The answer that is stored shows the number, which a withdrawn consent has deleted.
        await require_consent(session, login.user_id, Purpose.PHONE)
        if (stored := await find_stored_response(session, login.user_id, key)) is not None:
            return stored
    phone = await context.wechat.phone_number(body.code)
    async with context.database.transaction() as session:
        user, had_another = await take_number(session, login.user_id, phone)
        if had_another:
            await end_logins(session, user.id, Revocation.SECURED, except_for=login.session_id)
        content = (await _show(session, user)).model_dump_json().encode()
        return await store(session, user.id, key, StoredResponse(200, content))
