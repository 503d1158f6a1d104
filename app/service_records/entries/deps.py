"""Guards of service entries: the row of the path, for those who see it (404) and may (403)."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import select

from app.communities.deps import ActiveParticipant, CurrentStaff, row_for_staff
from app.communities.permissions import Staff
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session
from app.service_records.entries.policies import (
    may_manage_entries_of,
    may_manage_entry,
    may_read_entries_of,
    may_read_entry,
)
from app.service_records.models import EntryStatus, Leader, Occasion, ServiceEntry

EntryToReadAsStaff = Annotated[
    ServiceEntry, Depends(row_for_staff(ServiceEntry, "entry_id", may_read_entry))
]
EntryToManage = Annotated[
    ServiceEntry, Depends(row_for_staff(ServiceEntry, "entry_id", may_manage_entry))
]
OccasionToReadEntries = Annotated[
    Occasion, Depends(row_for_staff(Occasion, "occasion_id", may_read_entries_of))
]
OccasionToManageEntries = Annotated[
    Occasion, Depends(row_for_staff(Occasion, "occasion_id", may_manage_entries_of))
]


async def staff_may_read_entries(staff: CurrentStaff) -> Staff:
    """Returns staff who see sign-ups or manage posts; else 403."""
    if not (staff.may("signup:read") or staff.may("post:manage")):
        raise Forbidden
    return staff


StaffMayReadEntries = Annotated[Staff, Depends(staff_may_read_entries)]


async def leads_entry(entry: ServiceEntry, me: ActiveParticipant, session: Session) -> bool:
    leader = select(Leader.id).filter_by(
        community_id=entry.community_id, source_id=entry.source_id, participant_id=me.id
    )
    return await session.scalar(leader) is not None


async def entry_to_read(entry_id: UUID, me: ActiveParticipant, session: Session) -> ServiceEntry:
    """Returns the caller's own entry, one of what they lead, or one in its notice period, which
    all participants see; else 404."""
    entry = await get_row(session, ServiceEntry, me.community_id, entry_id)
    is_shown = entry.participant_id == me.id or entry.status is EntryStatus.IN_NOTICE
    if not is_shown and not await leads_entry(entry, me, session):
        raise NotFound
    return entry


EntryToRead = Annotated[ServiceEntry, Depends(entry_to_read)]


async def entry_to_object_to(
    entry_id: UUID, me: ActiveParticipant, session: Session
) -> ServiceEntry:
    """Returns an entry that is or was shown to the community; 404 for one that nobody has
    posted."""
    entry = await get_row(session, ServiceEntry, me.community_id, entry_id)
    shown = {EntryStatus.IN_NOTICE, EntryStatus.CONFIRMED, EntryStatus.REVERSED}
    if entry.participant_id != me.id and entry.status not in shown:
        raise NotFound
    return entry


EntryToObjectTo = Annotated[ServiceEntry, Depends(entry_to_object_to)]


async def led_entry(entry_id: UUID, me: ActiveParticipant, session: Session) -> ServiceEntry:
    """Returns an entry of an activity or a post that the caller leads; else 404."""
    entry = await get_row(session, ServiceEntry, me.community_id, entry_id)
    if not await leads_entry(entry, me, session):
        raise NotFound
    return entry


EntryToResubmit = Annotated[ServiceEntry, Depends(led_entry)]
