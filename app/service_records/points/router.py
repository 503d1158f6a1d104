"""/v1/communities/{community_id}/points"""

from typing import Annotated

from fastapi import Query

from app.communities.deps import AnyParticipant
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.routing import Router
from app.service_records.points import service as points
from app.service_records.points.schemas import PointBalance, PointTransferOut, PointTransferPage

router = Router(prefix="/points", tags=["points"])


@router.get("/me", response_model=PointBalance)
async def get_my_points(me: AnyParticipant, session: Session) -> PointBalance:
    """Get my points in this community. They come from confirmed service alone; they are no money,
    and nobody is ranked by them."""
    return await points.show_balance(session, me.community_id, me.id)


@router.get("/me/transfers", response_model=PointTransferPage)
async def list_my_point_transfers(
    me: AnyParticipant, query: Annotated[PageQuery, Query()], session: Session
) -> Page[PointTransferOut]:
    """List what has moved in my account, newest first. The balance is the sum of all."""
    return await points.list_transfers(session, me, query)
