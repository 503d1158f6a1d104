"""Opinions as they are read, with the display names of their authors."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.consultations.models import Opinion, OpinionStatus, Topic
from app.consultations.opinions.queries import endorsed_by, on_topic
from app.consultations.opinions.schemas import (
    OpinionOut,
    OpinionQuery,
    ShownOpinion,
    StaffOpinion,
    StaffOpinionQuery,
)
from app.kernel.database.engine import get_row
from app.kernel.web.pages import Page, oldest_first, paginate_rows


async def list_shown(
    session: AsyncSession, topic: Topic, reader: Participant | None, query: OpinionQuery
) -> Page[ShownOpinion]:
    """Lists opinions that everybody may read, oldest first."""
    statement = on_topic(topic, query, OpinionStatus.SHOWN)
    page = await paginate_rows(session, statement, query, oldest_first(Opinion.id))
    endorsed = await _endorsed(session, reader, [opinion.id for opinion, _ in page.items])
    return page.with_items(
        [_shown(opinion, author, reader, endorsed) for opinion, author in page.items]
    )


async def show(session: AsyncSession, opinion: Opinion, reader: Participant | None) -> ShownOpinion:
    author = await get_row(session, Participant, opinion.community_id, opinion.participant_id)
    endorsed = await _endorsed(session, reader, [opinion.id])
    return _shown(opinion, author, reader, endorsed)


async def list_for_staff(
    session: AsyncSession, topic: Topic, query: StaffOpinionQuery
) -> Page[StaffOpinion]:
    """Lists all opinions, hidden and withdrawn ones included, oldest first."""
    statement = on_topic(topic, query, query.status)
    page = await paginate_rows(session, statement, query, oldest_first(Opinion.id), counts=True)
    items = [
        StaffOpinion(
            **OpinionOut.model_validate(opinion).model_dump(),
            author=author.display_name,
            participant_id=opinion.participant_id,
            channel=opinion.channel,
        )
        for opinion, author in page.items
    ]
    return page.with_items(items)


async def _endorsed(
    session: AsyncSession, reader: Participant | None, opinions: list[UUID]
) -> set[UUID]:
    if reader is None:
        return set()
    return set(await session.scalars(endorsed_by(reader.community_id, reader.id, opinions)))


def _shown(
    opinion: Opinion, author: Participant, reader: Participant | None, endorsed: set[UUID]
) -> ShownOpinion:
    return ShownOpinion(
        **OpinionOut.model_validate(opinion).model_dump(),
        author=author.display_name,
        is_mine=reader is not None and opinion.participant_id == reader.id,
        has_endorsed=opinion.id in endorsed,
    )
