"""Opinions as they are read, with the display names of their authors and what the reader may do."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import same_person_as
from app.consultations.models import Opinion, OpinionStatus, Topic
from app.consultations.opinions.queries import (
    endorsed_by,
    in_community,
    on_topic,
    reasons_of,
    reported_by,
    shown_to,
)
from app.consultations.opinions.schemas import (
    ModerationQuery,
    OpinionOut,
    OpinionQuery,
    ShownOpinion,
    StaffOpinion,
    StaffOpinionQuery,
)
from app.consultations.policies import may_moderate_opinion
from app.consultations.residents import is_verified
from app.kernel.database.engine import get_row
from app.kernel.web.pages import Page, oldest_first, paginate_rows

COLUMNS = OpinionOut.model_fields.keys() - {"topic_title"}


async def list_shown(
    session: AsyncSession, topic: Topic, reader: Participant | None, query: OpinionQuery
) -> Page[ShownOpinion]:
    """Lists opinions that everybody may read, and the reader's own that wait to be read, oldest
    first."""
    statement = shown_to(on_topic(topic, query, None), reader)
    page = await paginate_rows(session, statement, query, oldest_first(Opinion.id))
    own = await _own_part(session, reader, [opinion.id for opinion, _ in page.items])
    return page.with_items([_shown(opinion, author, topic, own) for opinion, author in page.items])


async def show(session: AsyncSession, opinion: Opinion, reader: Participant | None) -> ShownOpinion:
    author = await get_row(session, Participant, opinion.community_id, opinion.participant_id)
    topic = await get_row(session, Topic, opinion.community_id, opinion.topic_id)
    return _shown(opinion, author, topic, await _own_part(session, reader, [opinion.id]))


def _columns(opinion: Opinion, topic: Topic) -> dict[str, Any]:
    return {name: getattr(opinion, name) for name in COLUMNS} | {"topic_title": topic.title}


async def list_for_staff(
    session: AsyncSession, topic: Topic, query: StaffOpinionQuery, staff: Staff
) -> Page[StaffOpinion]:
    """Lists all opinions, hidden and withdrawn ones included, oldest first."""
    statement = on_topic(topic, query, query.status)
    page = await paginate_rows(session, statement, query, oldest_first(Opinion.id), counts=True)
    rows = [(opinion, author, topic) for opinion, author in page.items]
    return page.with_items(await _for_staff(session, rows, staff))


async def list_to_moderate(
    session: AsyncSession, query: ModerationQuery, staff: Staff
) -> Page[StaffOpinion]:
    """Lists the opinions of all topics, oldest first."""
    statement = in_community(staff.community_id, query)
    page = await paginate_rows(session, statement, query, oldest_first(Opinion.id), counts=True)
    return page.with_items(await _for_staff(session, page.items, staff))


async def show_to_staff(session: AsyncSession, opinion: Opinion, staff: Staff) -> StaffOpinion:
    author = await get_row(session, Participant, opinion.community_id, opinion.participant_id)
    topic = await get_row(session, Topic, opinion.community_id, opinion.topic_id)
    [shown] = await _for_staff(session, [(opinion, author, topic)], staff)
    return shown


async def _for_staff(
    session: AsyncSession, rows: Sequence[tuple[Opinion, Participant, Topic]], staff: Staff
) -> list[StaffOpinion]:
    themselves = await same_person_as(session, staff.id)
    reasons: dict[UUID, list[str]] = {}
    query = reasons_of(staff.community_id, [opinion.id for opinion, _, _ in rows])
    for report in await session.scalars(query):
        reasons.setdefault(report.opinion_id, []).append(report.reason)
    return [
        StaffOpinion(
            **_columns(opinion, topic),
            author=author.display_name,
            participant_id=opinion.participant_id,
            channel=opinion.channel,
            reports=opinion.reports,
            report_reasons=reasons.get(opinion.id, []),
            actions=_staff_actions(opinion, staff, themselves),
        )
        for opinion, author, topic in rows
    ]


def _staff_actions(opinion: Opinion, staff: Staff, themselves: Collection[UUID]) -> list[str]:
    """Returns what staff may do. Nobody reads for all what they have entered themselves."""
    if not may_moderate_opinion(staff, opinion):
        return []
    verbs = opinion.actions({"hide", "restore", "withdraw"})
    if opinion.entered_by in themselves:
        return verbs
    is_settled = opinion.status is OpinionStatus.PASSED and opinion.is_to_read
    return [*(["pass"] if is_settled else opinion.actions({"pass", "refuse"})), *verbs]


OwnPart = tuple[Participant | None, Collection[UUID], Collection[UUID]]
"""The reader, with the opinions that they have endorsed and those that they have reported."""


async def _own_part(
    session: AsyncSession, reader: Participant | None, opinions: list[UUID]
) -> OwnPart:
    if reader is None:
        return None, (), ()
    endorsed = await session.scalars(endorsed_by(reader.community_id, reader.id, opinions))
    reported = await session.scalars(reported_by(reader.community_id, reader.id, opinions))
    return reader, set(endorsed), set(reported)


def _shown(opinion: Opinion, author: Participant, topic: Topic, own: OwnPart) -> ShownOpinion:
    reader, endorsed, _ = own
    return ShownOpinion(
        **_columns(opinion, topic),
        author=author.display_name,
        is_mine=reader is not None and opinion.participant_id == reader.id,
        has_endorsed=opinion.id in endorsed,
        actions=_actions(opinion, topic, own),
    )


def _actions(opinion: Opinion, topic: Topic, own: OwnPart) -> list[str]:
    reader, endorsed, reported = own
    if reader is None:
        return []
    if opinion.participant_id == reader.id:
        return opinion.actions({"withdraw"})
    if opinion.status is not OpinionStatus.PASSED or not reader.is_active:
        return []
    is_open = topic.is_discussed and is_verified(reader)
    may: Mapping[str, bool] = {
        "endorse": is_open and opinion.id not in endorsed,
        "reply": is_open and opinion.reply_to is None,
        "report": opinion.id not in reported,
    }
    return [verb for verb, is_allowed in may.items() if is_allowed]
