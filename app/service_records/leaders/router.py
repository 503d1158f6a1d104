"""/v1/communities/{community_id}/led-occasions"""

from typing import Annotated

from fastapi import Query

from app.communities.deps import ActiveParticipant
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.routing import Router
from app.service_records.leaders import service as leaders
from app.service_records.leaders.schemas import LedOccasion, LedOccasionPage

router = Router(prefix="/led-occasions", tags=["occasions"])


@router.get("", response_model=LedOccasionPage)
async def list_led_occasions(
    me: ActiveParticipant, query: Annotated[PageQuery, Query()], session: Session
) -> Page[LedOccasion]:
    """List the occasions that I lead. Those that are over since more than a day are left out; the
    earliest comes first."""
    return await leaders.list_led(session, me, query)
