"""Events of points and rewards."""

from uuid import UUID

from app.kernel.jobs.events import Event


class PointsMoved(Event):
    """Points were granted, taken back or have expired; the person is told."""

    kind = "service_records.points_moved"
    transfer_id: UUID


class DebtNoted(Event):
    """Points of a reversed entry were spent already; staff settle it."""

    kind = "service_records.point_debt_noted"
    debt_id: UUID


class DebtWasSettled(Event):
    kind = "service_records.point_debt_settled"
    debt_id: UUID


class RedemptionChanged(Event):
    """A redemption was requested, fulfilled or cancelled."""

    kind = "service_records.redemption_changed"
    redemption_id: UUID
    status: str
    """The state after the event."""
    is_by_staff: bool = False
