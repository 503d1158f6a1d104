"""Cards and the links between them. Features write cards of their rows; staff link them."""

from uuid import UUID

from sqlalchemy import Select, case, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import violated
from app.kernel.errors import NotFound, UnknownReference
from app.kernel.privacy.audit import record
from app.links.errors import AlreadyLinked
from app.links.models import Card, CardKind, Link
from app.links.schemas import LinkDirection, LinkedCard, LinkIn

MAX_LINKS = 100


async def write_card(
    session: AsyncSession,
    community_id: UUID,
    kind: CardKind,
    card_id: UUID,
    *,
    title: str,
    status: str,
    is_public: bool,
) -> None:
    """Adds the card of a row, or updates it."""
    columns = {"title": title, "status": status, "is_public": is_public}
    statement = insert(Card).values(community_id=community_id, id=card_id, kind=kind, **columns)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["community_id", "id"], set_=columns)
    )


async def add_link(session: AsyncSession, values: LinkIn, *, by: Staff) -> Link:
    link = Link(
        community_id=by.community_id,
        **values.model_dump(),
        made_by=by.id,
        made_at=clock.now(),
    )
    try:
        async with session.begin_nested():
            session.add(link)
    except Exception as error:
        if violated(error) == "uq_links_pair":
            raise AlreadyLinked from None
        if (violated(error) or "").startswith("fk_links_"):
            raise UnknownReference from None
        raise
    record(session, by, "link.made", link)
    return link


async def remove_link(session: AsyncSession, link: Link, *, by: Staff) -> None:
    record(session, by, "link.removed", link)
    await session.delete(link)


async def list_links(
    session: AsyncSession, community_id: UUID, card_id: UUID, *, only_public: bool
) -> list[LinkedCard]:
    """Lists the cards at the other ends of a card's links, oldest link first. With `only_public` a
    private card is neither listed nor has a list."""
    subject = await session.get(Card, {"community_id": community_id, "id": card_id})
    if subject is None or (only_public and not subject.is_public):
        raise NotFound
    ends = _ends_of(community_id, card_id)
    if only_public:
        ends = ends.where(Card.is_public)
    rows = await session.execute(ends.order_by(Link.id).limit(MAX_LINKS))
    return [_linked_card(link, card_id, card) for link, card in rows]


def _ends_of(community_id: UUID, card_id: UUID) -> Select[Link, Card]:
    """Selects the links of a card, each with the card at its other end."""
    other_id = case((Link.from_id == card_id, Link.to_id), else_=Link.from_id)
    return (
        select(Link, Card)
        .join(Card, (Card.community_id == Link.community_id) & (Card.id == other_id))
        .where(
            Link.community_id == community_id,
            Card.community_id == community_id,
            (Link.from_id == card_id) | (Link.to_id == card_id),
        )
    )


def _linked_card(link: Link, card_id: UUID, card: Card) -> LinkedCard:
    return LinkedCard(
        link_id=link.id,
        kind=link.kind,
        direction=LinkDirection.FROM if link.to_id == card_id else LinkDirection.TO,
        card_id=card.id,
        card_kind=card.kind,
        title=card.title,
        status=card.status,
    )
