"""/admin/v1/communities/{community_id}: links between tickets, topics and activities."""

from uuid import UUID

from app.communities.deps import CurrentStaff
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import total_of
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.links import service as links
from app.links.deps import LinkToRemove, StaffMayManageLinks
from app.links.errors import AlreadyLinked
from app.links.models import Link
from app.links.schemas import LinkIn, LinkOut, StaffLinkedCards

router = Router(tags=["links"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])


@router.post(
    "/links",
    status_code=201,
    response_model=LinkOut,
    responses=problems(AlreadyLinked, UnknownReference),
)
async def link_cards(body: LinkIn, staff: StaffMayManageLinks, session: Session) -> Link:
    """Link two cards of the community. For example a ticket that led to a topic, or a topic that
    led to an activity."""
    return await links.add_link(session, body, by=staff)


@router.delete("/links/{link_id}", status_code=204)
async def remove_link(link: LinkToRemove, staff: CurrentStaff, session: Session) -> None:
    """Remove a link."""
    await links.remove_link(session, link, by=staff)


@router.get("/cards/{card_id}/links", response_model=StaffLinkedCards)
async def list_links(
    card_id: UUID, staff: StaffMayManageLinks, session: Session
) -> StaffLinkedCards:
    """List what a card came from and led to, private cards included. Oldest links come first."""
    items = await links.list_links(session, staff.community_id, card_id, only_public=False)
    return StaffLinkedCards(items=items, total=total_of(len(items)))
