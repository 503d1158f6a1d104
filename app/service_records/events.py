"""Events of service records."""

from uuid import UUID

from app.kernel.jobs.events import Event


class AttendanceLeft(Event):
    """A presence has ended: by a check-out, by the end of the occasion, or because an absence was
    corrected."""

    kind = "service_records.attendance_left"
    attendance_id: UUID


class EntryConfirmed(Event):
    """The notice period of a service entry has ended: its minutes count."""

    kind = "service_records.entry_confirmed"
    entry_id: UUID


class EntryReversed(Event):
    """A confirmed service entry counts no more."""

    kind = "service_records.entry_reversed"
    entry_id: UUID
    """The entry that was reversed, not the reversing one."""


class LeaderEvent(Event):
    """Event of a leader of an activity or a post, with what is said of it."""

    participant_id: UUID
    source_kind: str
    source_id: UUID
    title: str
    is_shown: bool
    """False for a draft, which its leaders cannot open yet."""


class LeaderNamed(LeaderEvent):
    """Staff have named a leader."""

    kind = "service_records.leader_named"


class LeaderRemoved(LeaderEvent):
    """Staff have taken an activity or a post from a leader."""

    kind = "service_records.leader_removed"


class AttendanceEvent(Event):
    attendance_id: UUID


class MarkedAbsent(AttendanceEvent):
    """A leader or the desk has noted that somebody did not come."""

    kind = "service_records.marked_absent"


class AbsenceDisputed(AttendanceEvent):
    """The person says that they were there: staff decide."""

    kind = "service_records.absence_disputed"


class DisputeDecided(AttendanceEvent):
    """A second person has upheld or corrected a disputed absence."""

    kind = "service_records.dispute_decided"


class OccasionEntriesMoved(Event):
    """Entries of an occasion were recorded, reviewed, posted or returned: what waits has
    changed."""

    kind = "service_records.occasion_entries_moved"
    occasion_id: UUID


class EntryPosted(Event):
    """An entry is shown to the community for its notice period."""

    kind = "service_records.entry_posted"
    entry_id: UUID


class EntryReturned(Event):
    """An entry was given back to the leaders, with a reason."""

    kind = "service_records.entry_returned"
    entry_id: UUID


class EntryObjected(Event):
    """Somebody objects to an entry in its notice period."""

    kind = "service_records.entry_objected"
    entry_id: UUID
    objection_id: UUID


class ObjectionAnswered(Event):
    """Staff have answered an objection: the entry was returned, or posted anew."""

    kind = "service_records.objection_answered"
    objection_id: UUID


class ReversalMoved(Event):
    """The reversal of an entry was requested, dropped or done: what waits has changed."""

    kind = "service_records.reversal_moved"
    entry_id: UUID
