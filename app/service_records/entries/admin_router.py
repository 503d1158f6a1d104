"""/admin/v1/communities/{community_id}: service entries and what was noted about them."""

from typing import Annotated

from fastapi import Query

from app.communities.deps import CurrentStaff
from app.communities.errors import (
    FirstPersonMayNoLonger,
    ParticipantInactive,
    SecondPersonNeeded,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.service_records.entries import corrections, shown
from app.service_records.entries import service as entries
from app.service_records.entries.deps import (
    EntryToManage,
    EntryToReadAsStaff,
    OccasionToManageEntries,
    OccasionToReadEntries,
    StaffMayReadEntries,
)
from app.service_records.entries.errors import (
    BeyondPresence,
    EntryCorrected,
    OwnServiceEntry,
    ReversalNotRequested,
    ReversalRequested,
)
from app.service_records.entries.minutes import Span
from app.service_records.entries.schemas import (
    AnomalyOut,
    AnomalyPage,
    AnomalyQuery,
    BatchIn,
    BatchOut,
    DeskAnswerToReturn,
    DeskObjection,
    EntryCorrection,
    OccasionEntriesQuery,
    StaffEntryDetail,
    StaffEntryOut,
    StaffEntryPage,
    StaffEntryQuery,
)
from app.service_records.models import ServiceEntry

router = Router(
    tags=["service entries"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin]
)
DECISION = (ServiceEntry.WRONG_STATE, OwnServiceEntry)


@router.get("/service-entries", response_model=StaffEntryPage)
async def list_service_entries(
    staff: StaffMayReadEntries, query: Annotated[StaffEntryQuery, Query()], session: Session
) -> Page[StaffEntryOut]:
    """List the service entries of the community, newest first, with those that reverse others."""
    return await shown.list_for_staff(session, staff, query)


@router.get("/service-anomalies", response_model=AnomalyPage)
async def list_service_anomalies(
    staff: StaffMayReadEntries, query: Annotated[AnomalyQuery, Query()], session: Session
) -> Page[AnomalyOut]:
    """List what did not look as usual when presences were recorded, newest first. These are facts
    to look at: they accuse nobody, and refuse nothing."""
    return await shown.list_anomalies(session, staff, query)


@router.get("/occasions/{occasion_id}/service-entries", response_model=StaffEntryPage)
async def list_occasion_service_entries(
    occasion: OccasionToReadEntries,
    query: Annotated[OccasionEntriesQuery, Query()],
    staff: CurrentStaff,
    session: Session,
) -> Page[StaffEntryOut]:
    """List the service entries of one shift or duty day."""
    return await shown.list_of_occasion(session, staff, occasion, query)


@router.post("/occasions/{occasion_id}/service-entries/review", response_model=BatchOut)
async def review_occasion_service_entries(
    occasion: OccasionToManageEntries, body: BatchIn, staff: CurrentStaff, session: Session
) -> BatchOut:
    """Review the recorded entries of one shift or duty day. It is all of them, or those that are
    named; each has its own answer. Own minutes, and presences that I have vouched for, are left to
    others."""
    done = await entries.review_all(session, occasion, body.entry_ids, staff)
    return await shown.show_batch(session, staff.community_id, done)


@router.post("/occasions/{occasion_id}/service-entries/post", response_model=BatchOut)
async def post_occasion_service_entries(
    occasion: OccasionToManageEntries, body: BatchIn, staff: CurrentStaff, session: Session
) -> BatchOut:
    """Post the reviewed entries of one shift or duty day. The community sees them for 3 working
    days; each entry has its own answer. Entries with an objection are posted one by one, or by
    naming them."""
    done = await entries.post_all(session, occasion, body.entry_ids, staff)
    return await shown.show_batch(session, staff.community_id, done)


@router.get("/service-entries/{entry_id}", response_model=StaffEntryDetail)
async def get_service_entry(
    entry: EntryToReadAsStaff, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Get a service entry, with the objections to it."""
    return await shown.show_to_staff(session, entry, staff)


@router.post(
    "/service-entries/{entry_id}/review",
    response_model=StaffEntryDetail,
    responses=problems(*DECISION, SecondPersonNeeded),
)
async def review_service_entry(
    entry: EntryToManage, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Review a service entry. Nobody reviews their own minutes, or a presence that they have
    entered or confirmed."""
    await entries.review(session, entry, staff)
    return await shown.show_to_staff(session, entry, staff)


@router.post(
    "/service-entries/{entry_id}/return",
    response_model=StaffEntryDetail,
    responses=problems(*DECISION),
)
async def return_service_entry(
    entry: EntryToManage, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Return a service entry to the leaders, with a reason that they and its person read."""
    await entries.give_back(session, entry, body.reason, staff)
    return await shown.show_to_staff(session, entry, staff)


@router.post(
    "/service-entries/{entry_id}/post",
    response_model=StaffEntryDetail,
    responses=problems(*DECISION),
)
async def post_service_entry(
    entry: EntryToManage, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Show a reviewed service entry to the community for 3 working days. Objections to it are
    answered by this."""
    await entries.post(session, entry, staff)
    return await shown.show_to_staff(session, entry, staff)


@router.post(
    "/service-entries/{entry_id}/object",
    response_model=StaffEntryDetail,
    responses=problems(ServiceEntry.WRONG_STATE, UnknownReference, ParticipantInactive),
)
async def object_to_service_entry(
    entry: EntryToManage, body: DeskObjection, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Object to a service entry for a participant who says so at the desk."""
    await entries.object_to(session, entry, body.reason, body.acting(staff))
    return await shown.show_to_staff(session, entry, staff)


@router.post(
    "/service-entries/{entry_id}/resubmit",
    response_model=StaffEntryDetail,
    responses=problems(*DECISION, EntryCorrected),
)
async def resubmit_service_entry(
    entry: EntryToManage, body: DeskAnswerToReturn, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Answer the return of a service entry at the desk. A leader has said so. Another person
    reviews it."""
    await entries.resubmit(session, entry, body.note, body.acting(staff))
    return await shown.show_to_staff(session, entry, staff)


@router.post(
    "/service-entries/{entry_id}/correct",
    status_code=201,
    response_model=StaffEntryDetail,
    responses=problems(*DECISION, EntryCorrected, BeyondPresence),
)
async def correct_service_entry(
    entry: EntryToManage, body: EntryCorrection, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Correct a service entry by a further one. It stands in the place of one that was returned or
    reversed, for a part of the presence; never for more. Another person reviews it."""
    span = Span(body.starts_at, body.ends_at)
    corrected = await corrections.correct(session, entry, span, body.reason, staff)
    await session.flush()
    return await shown.show_to_staff(session, corrected, staff)


@router.post(
    "/service-entries/{entry_id}/request-reversal",
    response_model=StaffEntryDetail,
    responses=problems(*DECISION, ReversalRequested),
)
async def request_service_entry_reversal(
    entry: EntryToManage, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Ask a second person to reverse a confirmed service entry, with a reason that its person
    reads."""
    await corrections.request_reversal(session, entry, body.reason, staff)
    return await shown.show_to_staff(session, entry, staff)


@router.post(
    "/service-entries/{entry_id}/drop-reversal",
    response_model=StaffEntryDetail,
    responses=problems(*DECISION, ReversalNotRequested),
)
async def drop_service_entry_reversal(
    entry: EntryToManage, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Drop the request to reverse a service entry: take it back, or refuse it."""
    await corrections.drop_reversal(session, entry, staff)
    return await shown.show_to_staff(session, entry, staff)


@router.post(
    "/service-entries/{entry_id}/reverse",
    response_model=StaffEntryDetail,
    responses=problems(*DECISION, ReversalNotRequested, SecondPersonNeeded, FirstPersonMayNoLonger),
)
async def reverse_service_entry(
    entry: EntryToManage, staff: CurrentStaff, session: Session
) -> StaffEntryDetail:
    """Reverse a confirmed service entry, as the second person: a reversing entry is added, and its
    person is told."""
    await corrections.reverse(session, entry, staff)
    return await shown.show_to_staff(session, entry, staff)
