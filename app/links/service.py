"""Cards shown and linked. Jobs call `show`; people see the ends of links that they may see."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import violated
from app.kernel.errors import NotFound, UnknownReference
from app.kernel.privacy.audit import record
from app.links.errors import AlreadyLinked
from app.links.models import Card, CardKind, Link
from app.links.schemas import LinkedCard, LinkIn

MAX_LINKS = 100


async def show(
    session: AsyncSession,
    community_id: UUID,
    kind: CardKind,
    card_id: UUID,
    *,
    title: str,
    status: str,
    is_public: bool,
) -> None:
    """Writes the card of a thing, or writes it anew."""
    shown = {"title": title, "status": status, "is_public": is_public}
    row = insert(Card).values(community_id=community_id, id=card_id, kind=kind, **shown)
    await session.execute(
        row.on_conflict_do_update(index_elements=["community_id", "id"], set_=shown)
    )


async def link(session: AsyncSession, values: LinkIn, *, by: Staff) -> Link:
    made = Link(
        community_id=by.community_id,
        **values.model_dump(),
        made_by=by.id,
        made_at=clock.now(),
    )
    try:
        async with session.begin_nested():
            session.add(made)
    except Exception as error:
        if violated(error) == "uq_links_pair":
            raise AlreadyLinked from None
        if (violated(error) or "").startswith("fk_links_"):
            raise UnknownReference from None
        raise
    record(session, by, "link.made", made)
    return made


async def unlink(session: AsyncSession, made: Link, *, by: Staff) -> None:
    record(session, by, "link.removed", made)
    await session.delete(made)


async def list_linked(
    session: AsyncSession, community_id: UUID, card_id: UUID, *, only_public: bool
) -> list[LinkedCard]:
    """The other ends, oldest first. What is not public, on either side, is for staff alone."""
    subject = await session.get(Card, {"community_id": community_id, "id": card_id})
    if subject is None or (only_public and not subject.is_public):
        raise NotFound
    ends = (await session.scalars(_touching(community_id, card_id))).all()
    others = {made.to_id if made.from_id == card_id else made.from_id for made in ends}
    query = select(Card).where(Card.community_id == community_id, Card.id.in_(others))
    cards = {card.id: card for card in await session.scalars(query)}
    shown = [_linked(made, card_id, cards) for made in ends]
    return [end for end in shown if not only_public or cards[end.card_id].is_public]


def _touching(community_id: UUID, card_id: UUID) -> Select[Link]:
    return (
        select(Link)
        .where(
            Link.community_id == community_id,
            (Link.from_id == card_id) | (Link.to_id == card_id),
        )
        .order_by(Link.id)
        .limit(MAX_LINKS)
    )


def _linked(made: Link, card_id: UUID, cards: dict[UUID, Card]) -> LinkedCard:
    came_from = made.to_id == card_id
    card = cards[made.from_id if came_from else made.to_id]
    return LinkedCard(
        link_id=made.id,
        kind=made.kind,
        direction="from" if came_from else "to",
        card_id=card.id,
        card_kind=card.kind,
        title=card.title,
        status=card.status,
    )
