"""/v1/me"""

from fastapi import Response

from app.identity.deps import CurrentLogin, CurrentLoginContext, CurrentUser
from app.identity.errors import ConsentRequired
from app.identity.me import service as me
from app.identity.me.schemas import MeOut, PhoneCode, Profile
from app.integrations.wechat.errors import (
    WechatCodeInvalid,
    WechatMisconfigured,
    WechatUnavailable,
)
from app.kernel.database.idempotency import KeyReused
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import OptionalKey, response_of
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/me", tags=["me"])


@router.put("", response_model=MeOut, responses=problems(ConsentRequired))
async def update_me(body: Profile, user: CurrentUser, session: Session) -> MeOut:
    """Update my nickname and the language in which I am written to."""
    return await me.set_profile(session, user, body)


@router.post(
    "/phone",
    response_model=MeOut,
    responses=problems(
        *(ConsentRequired, KeyReused, WechatCodeInvalid),
        *(WechatMisconfigured, WechatUnavailable),
    ),
)
async def verify_phone(
    body: PhoneCode, login: CurrentLogin, context: CurrentLoginContext, key: OptionalKey
) -> Response:
    """Verify my phone number through WeChat. This needs the consent `phone`; a changed number ends
    all my other logins. A number belongs to who has verified it last: a former holder loses it,
    and gets a message."""
    return response_of(await me.verify_phone(context, login, body, key))
