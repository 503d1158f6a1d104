"""/admin/v1/communities/{community_id}/figures"""

from typing import Annotated

from fastapi import Query

from app.figures import service
from app.figures.deps import StaffMayReadFigures
from app.figures.schemas import FiguresOut, FiguresQuery
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/figures", tags=["figures"])


@router.get("", response_model=FiguresOut, responses=problems(Forbidden))
async def get_figures(
    query: Annotated[FiguresQuery, Query()], staff: StaffMayReadFigures, session: Session
) -> FiguresOut:
    """Get the figures of the community by week: people who joined, sign-ups, hours, tickets,
    topics and turnout. Counts from 1 to 9 are hidden, and so is what they could be computed
    from."""
    return await service.get_figures(session, staff.community_id, query)
