"""/v1/communities/{community_id}/service-entries"""

from typing import Annotated

from fastapi import Query

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant
from app.communities.models import Participant
from app.identity.deps import IdempotentForUser
from app.kernel.database.engine import get_row
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.service_records.entries import service as entries
from app.service_records.entries import shown
from app.service_records.entries.deps import (
    EntryToObjectTo,
    EntryToRead,
    EntryToResubmit,
    leads_entry,
)
from app.service_records.entries.errors import EntryCorrected, OwnServiceEntry
from app.service_records.entries.schemas import (
    AnswerToReturn,
    MyEntriesPage,
    MyEntriesQuery,
    NoticeOut,
    NoticePage,
    ServiceEntryOut,
)
from app.service_records.models import ServiceEntry

router = Router(
    prefix="/service-entries",
    tags=["service entries"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


@router.get("/me", response_model=MyEntriesPage)
async def list_my_service_entries(
    me: AnyParticipant, query: Annotated[MyEntriesQuery, Query()], session: Session
) -> MyEntriesPage:
    """List my service entries in this community, the latest service first, with the minutes that
    are confirmed."""
    return await shown.list_mine(session, me, query)


@router.get("/notices", response_model=NoticePage)
async def list_service_notices(
    me: ActiveParticipant, query: Annotated[PageQuery, Query()], session: Session
) -> Page[NoticeOut]:
    """List the service entries in their notice period (公示), newest first; names are masked.
    Everybody who takes part in the community may object to one, with a reason."""
    return await shown.list_notices(session, me, query)


@router.get("/{entry_id}", response_model=ServiceEntryOut)
async def get_service_entry(
    entry: EntryToRead, me: ActiveParticipant, session: Session
) -> ServiceEntryOut:
    """Get a service entry: my own, one of what I lead, or one in its notice period."""
    person = await get_row(session, Participant, entry.community_id, entry.participant_id)
    leads = await leads_entry(entry, me, session)
    return shown.show_entry(entry, person, is_mine=person.id == me.id, leads=leads)


@router.post(
    "/{entry_id}/object",
    response_model=NoticeOut,
    responses=problems(ServiceEntry.WRONG_STATE),
)
async def object_to_service_entry(
    entry: EntryToObjectTo, body: ReasonIn, me: ActiveParticipant, session: Session
) -> NoticeOut:
    """Object to a service entry in its notice period. It goes back to those who review it; only
    they read the reason, and tell me what comes of it."""
    await entries.object_to(session, entry, body.reason, ActingFor.participant(me))
    person = await get_row(session, Participant, entry.community_id, entry.participant_id)
    return shown.show_notice(entry, person, me)


@router.post(
    "/{entry_id}/resubmit",
    response_model=ServiceEntryOut,
    responses=problems(ServiceEntry.WRONG_STATE, OwnServiceEntry, EntryCorrected),
)
async def resubmit_service_entry(
    entry: EntryToResubmit, body: AnswerToReturn, me: ActiveParticipant, session: Session
) -> ServiceEntryOut:
    """Answer the return of a service entry of what I lead: it is reviewed again, as it is."""
    await entries.resubmit(session, entry, body.note, ActingFor.participant(me))
    person = await get_row(session, Participant, entry.community_id, entry.participant_id)
    return shown.show_entry(entry, person, is_mine=person.id == me.id, leads=True)
