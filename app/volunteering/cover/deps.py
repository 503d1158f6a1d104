"""Guards of cover: the sign-up of the path, for the person whose it is and for their leaders."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import ActiveParticipant
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session
from app.volunteering.cover.queries import leads_activity
from app.volunteering.models import Shift, Signup


async def signup_to_cover(signup_id: UUID, me: ActiveParticipant, session: Session) -> Signup:
    """Returns the sign-up to the person whose it is and to the leaders of its activity; a 404 for
    everybody else."""
    signup = await get_row(session, Signup, me.community_id, signup_id)
    if signup.participant_id == me.id:
        return signup
    shift = await get_row(session, Shift, me.community_id, signup.shift_id)
    leads = leads_activity(me.community_id, shift.activity_id, me.id)
    if not await session.scalar(leads):
        raise NotFound
    return signup


SignupToCover = Annotated[Signup, Depends(signup_to_cover)]
