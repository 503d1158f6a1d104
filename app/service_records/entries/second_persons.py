"""Second persons: nobody decides on their own minutes, and who has vouched for a presence does not
review it. Loaded for all entries of one call at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import SecondPersonNeeded
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import same_person_as
from app.kernel.privacy.sealed import shown
from app.service_records.entries.errors import OwnServiceEntry
from app.service_records.models import Attendance, ServiceEntry


@dataclass(frozen=True, slots=True)
class Decider:
    """A member of the staff, and what is known of the people behind the entries."""

    staff: Staff
    alike: Collection[UUID]
    """The accounts that are not another person than theirs."""
    people: Mapping[UUID, Participant]
    vouched: Mapping[UUID, frozenset[UUID]]
    """Users and participants who have confirmed the presence, by the attendance."""

    def require_not_own(self, entry: ServiceEntry) -> None:
        """Raises OwnServiceEntry for who has served the minutes: by the account, by one that is not
        another person's, or by the verified name."""
        if self._is_decider(entry.participant_id):
            raise OwnServiceEntry

    def require_second(self, entry: ServiceEntry) -> None:
        """Raises SecondPersonNeeded as well for who has confirmed the presence or entered it."""
        self.require_not_own(entry)
        known = {
            entry.recorded_by,
            entry.resubmitted_by,
            *self.vouched.get(entry.attendance_id, ()),
        }
        if any(one is not None and self._is_decider(one) for one in known):
            raise SecondPersonNeeded

    def _is_decider(self, id_: UUID) -> bool:
        person = self.people.get(id_)
        if person is None:
            return id_ in self.alike
        name = shown(person, Participant.real_name)
        is_named = name is not None and self.staff.is_named(name)
        return is_named or person.user_id in self.alike


async def load_decider(
    session: AsyncSession, staff: Staff, entries: Sequence[ServiceEntry]
) -> Decider:
    attendances = await session.scalars(
        select(Attendance).where(
            Attendance.community_id == staff.community_id,
            Attendance.id.in_({entry.attendance_id for entry in entries}),
        )
    )
    vouched = {
        one.id: frozenset(
            by for by in (one.checked_in_by, one.checked_out_by, one.decided_by) if by is not None
        )
        for one in attendances
    }
    ids = {entry.participant_id for entry in entries}.union(*vouched.values())
    people = await session.scalars(
        select(Participant).where(
            Participant.community_id == staff.community_id, Participant.id.in_(ids)
        )
    )
    alike = await same_person_as(session, staff.id)
    return Decider(staff, alike, {person.id: person for person in people}, vouched)
