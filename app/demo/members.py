"""Party members who report in the demo town, posts and their claims, in every status."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.models import Participant, ParticipantKind, ParticipantStatus
from app.demo.town import WITNESS, Neighbourhood
from app.double_reporting.members import service as members
from app.double_reporting.members.schemas import DeskMemberSheet, MemberSheet, WhyNoResidence
from app.double_reporting.models import (
    MemberRegistration,
    Post,
    PostCategory,
    PostClaim,
    ServiceTime,
    Skill,
    VerifyMethod,
)
from app.double_reporting.post_claims import service as claims
from app.double_reporting.post_claims.schemas import DeskPostApplication
from app.double_reporting.posts import service as posts
from app.double_reporting.posts.schemas import PostIn
from app.identity.consents import service as consents
from app.identity.consents.schemas import ConsentDecision
from app.identity.consents.texts import TEXTS
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.organizations.models import OrganizationKind
from app.organizations.organizations import service as organizations
from app.organizations.organizations.schemas import OrganizationIn

MEMBER_COUNT = 14
"""Members of a community. The last four registrations are submitted, returned, declined, ended."""


class PostText(NamedTuple):
    category: PostCategory
    title: str
    description: str
    schedule: str
    capacity: int


RISK = "服务中请注意自身安全，遇有危险先离开，再报告社区。"
POSTS = (
    PostText(
        PostCategory.SAFETY_PATROL,
        "夜间巡逻",
        "两人一组沿小区主路巡查，发现隐患及时报告。",
        "每周五 19:00 至 21:00",
        6,
    ),
    PostText(
        PostCategory.CARE,
        "独居老人探访",
        "结对探访独居老人，聊天、代买生活用品。",
        "每两周一次，时间与老人商定",
        3,
    ),
    PostText(
        PostCategory.ENVIRONMENT,
        "楼前绿地认养",
        "给楼前绿地浇水、捡拾垃圾，工具由社区提供。",
        "每周六上午",
        4,
    ),
    PostText(
        PostCategory.POLICY_PUBLICITY,
        "政策宣讲员",
        "在社区活动室用通俗的话讲解惠民政策。",
        "每月第一个周六下午",
        2,
    ),
)
"""A post with places left, a full one, one that is closed while people serve, and a draft."""


async def fill_members(
    session: AsyncSession, here: Neighbourhood, people: Sequence[UUID], rng: Random
) -> None:
    """Register a sample of the participants, themselves or at the desk; make posts, which other
    residents claim as well as members."""
    branch = await organizations.add(
        session,
        OrganizationIn(
            kind=OrganizationKind.BRANCH,
            name=f"{here.name}在职党员联络支部",
            work_unit_id=None,
            community_id=here.id,
        ),
        by=here.staff,
    )
    reporting = [
        person
        for id_ in rng.sample(list(people), min(MEMBER_COUNT, len(people)))
        if (person := await get_row(session, Participant, here.id, id_)).status
        is ParticipantStatus.ACTIVE
    ]
    rows = [await _register(session, here, person, branch.id) for person in reporting]
    active, others = rows[:-4], rows[-4:]
    for row in active:
        await members.approve(session, row, VerifyMethod.COMMUNITY, by=here.reviewer)
    await _decide_others(session, here, others)
    made_posts = [await _post(session, here, text) for text in POSTS]
    residents = [
        person
        for id_ in rng.sample(list(people), len(people))
        if (person := await get_row(session, Participant, here.id, id_)).is_active
        and person.kind is ParticipantKind.RESIDENT
    ]
    await _claim(session, here, made_posts, [person.id for person in residents])


async def _register(
    session: AsyncSession, here: Neighbourhood, person: Participant, branch: UUID
) -> MemberRegistration:
    sheet = MemberSheet(
        organization_id=branch,
        real_name="演示党员",
        skills=(Skill.FIRST_AID,),
        service_kinds=(PostCategory.CARE, PostCategory.SAFETY_PATROL),
        times=(ServiceTime.WEEKEND_DAYTIME,),
        remarks="会用急救设备",
        reason=WhyNoResidence.RESIDENCE_PENDING,
    )
    if person.user_id is None:
        desk = DeskMemberSheet(
            **sheet.model_dump(),
            on_behalf_of=person.id,
            has_paper_consent=True,
            witness=WITNESS,
        )
        return await members.register(session, here.id, desk.acting(here.staff), desk)
    version = TEXTS[Purpose.PARTY_MEMBERSHIP].version
    decision = ConsentDecision(is_granted=True, text_version=version)
    await consents.decide(session, person.user_id, Purpose.PARTY_MEMBERSHIP, decision)
    return await members.register(session, here.id, ActingFor.participant(person), sheet)


async def _decide_others(
    session: AsyncSession, here: Neighbourhood, rows: Sequence[MemberRegistration]
) -> None:
    """Return the second, decline the third, end the fourth; the first waits for review."""
    for n, row in enumerate(rows):
        if n == 1:
            await members.return_(session, row, "请写明可服务的时间", by=here.reviewer)
        if n == 2:
            await members.decline(session, row, "组织关系就在本社区，无需报到", by=here.reviewer)
        if n == 3:
            await members.approve(session, row, VerifyMethod.PAPER_SLIP, by=here.reviewer)
            await members.end(session, row, "已调往外地工作", by=here.staff)


async def _post(session: AsyncSession, here: Neighbourhood, text: PostText) -> Post:
    post = await posts.draft(session, PostIn(**text._asdict(), risk_statement=RISK), by=here.staff)
    if text is not POSTS[-1]:
        await posts.publish(session, post, by=here.staff)
    return post


async def _claim(
    session: AsyncSession, here: Neighbourhood, made_posts: Sequence[Post], people: Sequence[UUID]
) -> None:
    """Claim the posts: the first in each status, the second approved, the third serving."""
    patrol, visits, green, _draft = made_posts
    for n, person in enumerate(people[:4]):
        claim = await _apply(session, here, patrol, person)
        if n in (1, 2):
            await _approve(session, here, claim, serves=n == 2)
        if n == 3:
            await claims.reject(session, claim, "与您的工作时间冲突", by=here.reviewer)
    for person in people[3 : 3 + visits.capacity]:
        await _approve(session, here, await _apply(session, here, visits, person), serves=False)
    for n, person in enumerate(people[6:9]):
        claim = await _apply(session, here, green, person)
        await _approve(session, here, claim, serves=True)
        if n == 0:
            await claims.complete(session, claim, by=here.staff)
    await posts.close(session, green, by=here.staff)


async def _apply(session: AsyncSession, here: Neighbourhood, post: Post, person: UUID) -> PostClaim:
    desk = DeskPostApplication(accepts_schedule=True, on_behalf_of=person, witness=WITNESS)
    applied = await claims.apply_at_desk(session, post.id, desk, by=here.staff)
    return (
        await session.scalars(select(PostClaim).filter_by(community_id=here.id, id=applied.id))
    ).one()


async def _approve(
    session: AsyncSession, here: Neighbourhood, claim: PostClaim, *, serves: bool
) -> None:
    """Approve the claim; one that serves starts at once, as if its notice were over."""
    await claims.approve(session, claim, by=here.reviewer)
    if serves:
        await claims.start(session, claim, claim.serves_from or clock.now())
