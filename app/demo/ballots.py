"""Ballots of the demo town, one in each state worth seeing: drafted, announced, open, closed and
counted, published, annulled. Steps of the past are taken under the clock of their day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.models import Participant, Role, RoleGrant
from app.communities.permissions import Staff
from app.consultations.ballots import service as ballots
from app.consultations.ballots.schemas import NewBallot, Option, Question
from app.consultations.models import (
    Ballot,
    BallotStatus,
    Electorate,
    QuestionKind,
    TopicCategory,
)
from app.consultations.results import service as results
from app.consultations.topics import service as topics
from app.consultations.topics.schemas import DeskTopic
from app.consultations.voting.hot import CAST_VOTE
from app.consultations.voting.rules import CastVoteCommand
from app.demo.town import Neighbourhood
from app.kernel import clock
from app.kernel.lane.connection import connection_of

DAY = timedelta(days=1)
NOTICE, WINDOW = 8 * DAY, 10 * DAY
"""Time from the announcement to the opening, and from there to the close."""
GROUP_SIZE = 64
S = BallotStatus


@dataclass(frozen=True, slots=True)
class Plan:
    """A ballot to be made: `turnout` is the share of the roll that votes, `favour` that of yes."""

    title: str
    text: str
    category: TopicCategory
    until: BallotStatus
    announced_ago: timedelta
    electorate: Electorate = Electorate.RESIDENTS
    turnout: float = 0
    favour: float = 0.7
    colours: tuple[str, ...] = ()


PLANS = (
    Plan(
        "是否在小区东门增设非机动车棚",
        "东门外常有电动车占道停放，拟在空地上增设带充电的车棚。",
        TopicCategory.PARKING,
        S.DRAFT,
        timedelta(),
    ),
    Plan(
        "是否将活动室周末开放到晚上九点",
        "不少上班的邻居平时用不上活动室，拟延长周末开放时间，由志愿者值守。",
        TopicCategory.CULTURE_AND_SPORT,
        S.ANNOUNCED,
        DAY,
    ),
    Plan(
        "单元门换成什么颜色",
        "单元门今年统一维修，请大家选定颜色。",
        TopicCategory.FACILITIES,
        S.OPEN,
        NOTICE + 2 * DAY,
        Electorate.HOUSEHOLDS,
        turnout=0.4,
        colours=("墨绿", "砖红", "浅灰"),
    ),
    Plan(
        "是否修订居民公约中的遛犬条款",
        "拟在公约中写明遛犬牵绳和清理粪便，请大家表决。",
        TopicCategory.COVENANT,
        S.CLOSED,
        NOTICE + WINDOW + DAY,
        turnout=0.55,
        favour=0.8,
    ),
    Plan(
        "是否在中心花园加装长椅和扶手",
        "老人们希望花园里多几处歇脚的地方，经费来自社区公益金。",
        TopicCategory.ELDERLY_AND_CHILDREN,
        S.PUBLISHED,
        NOTICE + WINDOW + 3 * DAY,
        turnout=0.6,
        favour=0.85,
    ),
    Plan(
        "是否调整垃圾投放点的位置",
        "原投放点离三号楼过近，拟迁到西侧道路旁。",
        TopicCategory.ENVIRONMENT,
        S.ANNULLED,
        NOTICE + DAY,
        turnout=0.1,
    ),
)


async def fill_ballots(
    session: AsyncSession, here: Neighbourhood, people: Sequence[UUID], rng: Random
) -> None:
    """Make the ballots of a community, led by two of its staff, with votes of its residents."""
    query = select(Participant.user_id).where(
        Participant.community_id == here.id,
        Participant.id.in_(people),
        Participant.user_id.is_not(None),
    )
    voters = [user for user in await session.scalars(query.order_by(Participant.id)) if user]
    second = await _colleague(session, here)
    now = clock.now()
    for plan in PLANS:
        await _carry_out(session, plan, now, here.staff, second, voters, rng)


async def _colleague(session: AsyncSession, here: Neighbourhood) -> Staff:
    query = select(RoleGrant.user_id).filter_by(
        role=Role.COMMUNITY_WORKER, scope_id=here.staff.path[-1]
    )
    return replace(here.staff, id=(await session.scalars(query.limit(1))).one())


async def _carry_out(
    session: AsyncSession,
    plan: Plan,
    now: datetime,
    first: Staff,
    second: Staff,
    voters: Sequence[UUID],
    rng: Random,
) -> None:
    """Take each step of the plan at the time at which it would have been taken."""
    announced_at = now - plan.announced_ago
    opens_at = announced_at + NOTICE
    with clock.frozen(announced_at):
        ballot = await _draft(session, plan, opens_at, first)
        if plan.until is S.DRAFT:
            return
        await ballots.announce(session, ballot, "协商意见基本一致，交居民表决", by=first)
    if plan.until is S.ANNOUNCED:
        return
    with clock.frozen(opens_at + DAY / 2):
        await ballots.open_ballot(session, ballot, clock.now())
        await _vote(session, plan, ballot, voters, rng)
    with clock.frozen(now):
        await _finish(session, plan, ballot, first, second)


async def _draft(session: AsyncSession, plan: Plan, opens_at: datetime, by: Staff) -> Ballot:
    raised = DeskTopic(title=plan.title, text=plan.text, category=plan.category)
    topic = await topics.raise_by_staff(session, raised, by=by)
    await topics.screen(session, topic, "已收到，正在核实情况", by=by)
    await topics.open_topic(session, topic, "与居民切身相关，公开征求意见", by=by)
    await topics.deliberate(session, topic, "议事会组织协商", by=by)
    new = NewBallot(
        topic_id=topic.id,
        title=plan.title,
        electorate=plan.electorate,
        questions=[_question(plan)],
        opens_at=opens_at,
        closes_at=opens_at + WINDOW,
    )
    return await ballots.draft(session, new, by=by)


def _question(plan: Plan) -> Question:
    colours = [Option(key=f"colour_{n}", title=title) for n, title in enumerate(plan.colours)]
    kind = QuestionKind.SINGLE if colours else QuestionKind.YES_NO_ABSTAIN
    return Question(key="question", kind=kind, title=plan.title, options=colours)


async def _vote(
    session: AsyncSession, plan: Plan, ballot: Ballot, voters: Sequence[UUID], rng: Random
) -> None:
    """Cast votes by a sample of the voters; a second vote of a household is refused and left so."""
    sample = rng.sample(voters, round(len(voters) * plan.turnout))
    commands = [
        CastVoteCommand(
            ballot.topic_id,
            ActingFor.oneself(user),
            clock.now(),
            {"question": _choice(plan, rng)},
        )
        for user in sample
    ]
    connection = await connection_of(session)
    for start in range(0, len(commands), GROUP_SIZE):
        await CAST_VOTE.serve_many(
            connection, ballot.community_id, commands[start : start + GROUP_SIZE]
        )


def _choice(plan: Plan, rng: Random) -> str:
    if plan.colours:
        return f"colour_{rng.randrange(len(plan.colours))}"
    weights: Any = (plan.favour, (1 - plan.favour) * 0.7, (1 - plan.favour) * 0.3)
    return rng.choices(("yes", "no", "abstain"), weights)[0]


async def _finish(
    session: AsyncSession, plan: Plan, ballot: Ballot, first: Staff, second: Staff
) -> None:
    if plan.until is S.ANNULLED:
        reason = "公示的位置图有误，改正后重新表决"
        await ballots.request_annulment(session, ballot, reason, by=first)
        await ballots.confirm_annulment(session, ballot, by=second)
    if plan.until in (S.CLOSED, S.PUBLISHED):
        await results.close_ballot(session, ballot, clock.now())
    if plan.until is S.PUBLISHED:
        await results.request_certification(session, ballot, by=first)
        await results.confirm_certification(session, ballot, by=second)
        await results.publish(session, ballot, "表决结果公布，按规则办理", by=first)
