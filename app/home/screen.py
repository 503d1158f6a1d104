"""The home screen as it is shown, from the rows of its statement."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.communities.models import Participant, ParticipantStatus
from app.double_reporting.models import MemberRegistrationStatus
from app.feedback.models import ANSWER_WINDOW, RATING_WINDOW, TicketStatus
from app.home.schemas import WaitingKind
from app.kernel import clock
from app.kernel.lane.connection import Row
from app.kernel.privacy.sealed import GAP
from app.notifications.subjects import Subject, SubjectKind

Parts = Mapping[str, Sequence[Row]]
"""Rows of the statement of a person, by the part of the screen that they are for."""
Shown = dict[str, Any]
SHOWN_TICKETS = 3
RATED = "rated"
"""Mark of a ticket whose last solution has its rating."""


def screen_of(parts: Parts, community_id: UUID | None) -> Shown:
    """Returns the fields of a HomeOut that are of the community shown; there are no rows where
    there is none."""
    tickets = [row for row in parts.get("ticket", ()) if row["status"] != TicketStatus.RESOLVED]
    registrations, residences = parts.get("registration", ()), parts.get("residence", ())
    waiting = list(_ballots(parts, community_id))
    if all(row["status"] == ParticipantStatus.ACTIVE for row in parts.get("me", ())):
        # Everything else is refused to who has left or is blocked.
        waiting += _waiting(parts, community_id)
    return {
        "me": next((_participant(row, community_id) for row in parts.get("me", ())), None),
        "unread_messages": next((row["number"] for row in parts.get("unread", ())), 0),
        "waiting": sorted(waiting, key=_due_first),
        "next_signups": [_signup(row) for row in parts.get("signup", ())],
        "tickets": [_ticket(row) for row in tickets[:SHOWN_TICKETS]],
        "next_duty": next((_duty(row) for row in parts.get("duty", ())), None),
        "post_claims": [_post_claim(row) for row in parts.get("post_claim", ())],
        "registration": next((_pick(row, "id", "status") for row in registrations), None),
        "residence": next((_residence(row) for row in residences), None),
        "topics": [_pick(row, "id", "title", "status") for row in parts.get("topic", ())],
    }


def _pick(row: Row, *names: str) -> Shown:
    return {name: row[name] for name in names}


def _participant(row: Row, community_id: UUID | None) -> Shown:
    name = Participant.display_name.shown_for(Participant, community_id, row["id"], row["sealed"])
    return _pick(row, "id", "kind", "status") | {"display_name": GAP if name is None else name}


def _signup(row: Row) -> Shown:
    shown = _pick(row, "id", "title", "status", "starts_at", "ends_at")
    return shown | {
        "activity_id": row["parent_id"],
        "address": row["words"],
        "position": row["number"],
    }


def _ticket(row: Row) -> Shown:
    return _pick(row, "id", "status") | {
        "number": row["words"],
        "category_name": row["title"],
        "resolution_due_at": row["ends_at"],
    }


def _duty(row: Row) -> Shown:
    shown = _pick(row, "id", "title", "status", "starts_at", "ends_at")
    return shown | {"duty_day_id": row["parent_id"]}


def _post_claim(row: Row) -> Shown:
    shown = _pick(row, "id", "title", "status")
    return shown | {"post_id": row["parent_id"], "serves_from": row["starts_at"]}


def _residence(row: Row) -> Shown:
    shown = _pick(row, "id", "status")
    return shown | {"place_path": row["words"], "expires_at": row["ends_at"]}


def _due_first(waiting: Shown) -> tuple[bool, datetime]:
    due_at = waiting["due_at"]
    return due_at is None, due_at or clock.now()


def _wait(
    kind: WaitingKind,
    subject: Subject,
    community_id: UUID | None,
    title: str | None,
    due_at: datetime | None,
) -> Shown:
    of = {"kind": subject.kind, "id": subject.id, "community_id": community_id}
    return {"kind": kind, "subject": of, "title": title, "due_at": due_at}


def _ballots(parts: Parts, community_id: UUID | None) -> Iterator[Shown]:
    for row in parts.get("ballot", ()):
        subject = Subject(SubjectKind.TOPIC, row["id"])
        yield _wait(WaitingKind.VOTE, subject, community_id, row["title"], row["ends_at"])


def _waiting(parts: Parts, community_id: UUID | None) -> Iterator[Shown]:
    """Yields what waits for the person beside ballots: rows of which the next move is theirs."""
    for row in parts.get("ticket", ()):
        subject = Subject(SubjectKind.TICKET, row["id"])
        if row["status"] == TicketStatus.WAITING_FOR_RESIDENT:
            kind, until = WaitingKind.ANSWER_TICKET, row["starts_at"] + ANSWER_WINDOW
            yield _wait(kind, subject, community_id, row["words"], until)
        elif row["status"] == TicketStatus.RESOLVED and row["kind"] != RATED:
            kind, until = WaitingKind.RATE_TICKET, row["starts_at"] + RATING_WINDOW
            yield _wait(kind, subject, community_id, row["words"], until)
    for row in parts.get("offer", ()):
        subject = Subject(SubjectKind.SIGNUP, row["id"])
        kind, until = WaitingKind.ACCEPT_OFFER, row["ends_at"]
        yield _wait(kind, subject, community_id, row["title"], until)
    for row in parts.get("registration", ()):
        if row["status"] == MemberRegistrationStatus.RETURNED:
            subject = Subject(SubjectKind.REGISTRATION, row["id"])
            yield _wait(WaitingKind.COMPLETE_REGISTRATION, subject, community_id, None, None)
