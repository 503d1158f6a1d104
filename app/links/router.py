"""/v1/communities/{community_id}/cards: links of public cards."""

from uuid import UUID

from app.identity.deps import CurrentUser
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router
from app.links import service as links
from app.links.schemas import LinkedCards

router = Router(prefix="/cards", tags=["links"])


@router.get("/{card_id}/links", response_model=LinkedCards)
async def list_links(
    community_id: UUID, card_id: UUID, _reader: CurrentUser, session: Session
) -> LinkedCards:
    """List what a public card came from and led to. Cards are activities, topics and tickets.
    Oldest links come first; private cards are left out."""
    items = await links.list_links(session, community_id, card_id, only_public=True)
    return LinkedCards(items=items)
