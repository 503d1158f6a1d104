"""Duties of communities. They stand here, because communities lie below the staff's view."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import (
    GuardianshipChanged,
    ResidenceApproved,
    ResidenceRejected,
    ResidenceReviewChanged,
)
from app.communities.models import (
    Guardianship,
    GuardianshipStatus,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Holders, Todo, waiting_rows

REVIEW_WITHIN = timedelta(days=7)


def claims_to_review(_now: datetime) -> Select[Any]:
    return waiting_rows(
        ResidenceClaim,
        ResidenceClaim.status == ResidenceClaimStatus.SUBMITTED,
        since=ResidenceClaim.submitted_at,
        due_at=ResidenceClaim.submitted_at + REVIEW_WITHIN,
        place_id=ResidenceClaim.household_id,
        entered_by=ResidenceClaim.entered_by,
    )


RESIDENCE_CLAIM = Todo(
    kind="communities.residence_claim",
    title=Text("待审核的居住申请", "Residence claims to review"),
    body=Text(
        "{community}收到一份居住申请，请在{due_at}前审核。",
        "{community} has a residence claim to review by {due_at}.",
    ),
    subject=StaffSubjectKind.RESIDENCE_CLAIM,
    permission="residence:review",
    holders=Holders.PLACE,
    waiting=claims_to_review,
)


def guardianships_to_review(_now: datetime) -> Select[Any]:
    return waiting_rows(
        Guardianship,
        Guardianship.status == GuardianshipStatus.IN_REVIEW,
        since=Guardianship.since,
        due_at=Guardianship.since + REVIEW_WITHIN,
        entered_by=Guardianship.entered_by,
    )


GUARDIANSHIP = Todo(
    kind="communities.guardianship",
    title=Text("待核实的监护关系", "Guardianships to check"),
    body=Text(
        "{community}有一项监护关系待核实，请在{due_at}前办理。",
        "{community} has a guardianship to check by {due_at}.",
    ),
    subject=StaffSubjectKind.GUARDIANSHIP,
    permission="participant:manage",
    waiting=guardianships_to_review,
)


async def follow_guardianship(
    session: AsyncSession, community_id: UUID, event: GuardianshipChanged
) -> None:
    await follow_duty(session, community_id, GUARDIANSHIP, event.guardianship_id)


async def follow_residence_claim(
    session: AsyncSession,
    community_id: UUID,
    event: ResidenceReviewChanged | ResidenceApproved | ResidenceRejected,
) -> None:
    await follow_duty(session, community_id, RESIDENCE_CLAIM, event.claim_id)


TODOS = (RESIDENCE_CLAIM, GUARDIANSHIP)
LISTENERS = (
    *(
        Listener("staff.follow_residence_claim", event, follow_residence_claim)
        for event in (ResidenceReviewChanged, ResidenceApproved, ResidenceRejected)
    ),
    Listener("staff.follow_guardianship", GuardianshipChanged, follow_guardianship),
)
