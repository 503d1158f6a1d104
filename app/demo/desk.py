"""The desk of the first community, as the demo plays it: its staff, its guests, and an answer to a
ticket at once."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community, Participant, Region, Role, ScopeKind
from app.communities.permissions import Held, Staff
from app.demo.people import WechatAccount
from app.demo.town import ACCOUNTS, NAMES
from app.feedback.models import Ticket
from app.feedback.tickets import service as tickets
from app.identity.models import Administrator
from app.identity.sessions.queries import user_of_wechat
from app.integrations.wechat.simulator.people import openid_of
from app.kernel import clock
from app.kernel.database.columns import PLATFORM

ANSWER = "已派人到场处理好，请您看看。（演示中的答复）"


async def staff_of_town(session: AsyncSession) -> Staff:
    """Returns the platform's administrator in the first community."""
    login_name = ACCOUNTS[0][0]
    user_id = (
        await session.scalars(select(Administrator.user_id).filter_by(login_name=login_name))
    ).one()
    community = (await session.scalars(select(Community).filter_by(name=NAMES[0]))).one()
    region = await session.get_one(Region, community.region_id)
    held = (Held(Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, PLATFORM),)
    return Staff(community.id, user_id, held, tuple(region.path))


async def guest(session: AsyncSession, community_id: UUID, appid: str, alias: str) -> Participant:
    """Returns a guest of the demo as participant of the community."""
    account = WechatAccount(openid_of(appid, alias))
    user = await user_of_wechat(session, appid, account, clock.now())
    mine = select(Participant).filter_by(community_id=community_id, user_id=user.id)
    return (await session.scalars(mine)).one()


async def answer_ticket(session: AsyncSession, ticket: Ticket, *, by: Staff) -> None:
    """Accept the ticket and answer it, so that its author can rate what was done."""
    await tickets.accept(session, ticket, by=by)
    await tickets.answer(session, ticket, ANSWER, by=by)
