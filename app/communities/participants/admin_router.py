"""/admin/v1/communities/{community_id}/participants"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import (
    CurrentStaff,
    StaffMayManageParticipants,
    StaffMayReadParticipantsSomewhere,
)
from app.communities.errors import GuardianConsentMissing, RevealsExhausted
from app.communities.models import Participant
from app.communities.participants import lists
from app.communities.participants import service as participants
from app.communities.participants.deps import (
    ParticipantToManage,
    ParticipantToRead,
)
from app.communities.participants.schemas import (
    AgeBandIn,
    DeskJoin,
    DeskRename,
    ParticipantQuery,
    ParticipantRow,
    StaffParticipantPage,
)
from app.communities.reveals.contact import reveal_contact
from app.communities.reveals.deps import RevealCounted
from app.communities.reveals.schemas import ParticipantContact, RevealContact
from app.communities.schemas import Witnessed
from app.identity.deps import IdempotentForAdmin
from app.identity.errors import ConsentRequired
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(
    prefix="/participants",
    tags=["participants"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
unstored_router = Router(
    prefix="/participants", tags=["participants"], dependencies=[RevealCounted]
)
"""Router of answers that are not stored for an Idempotency-Key, because they show what is
sealed."""


@router.post(
    "",
    status_code=201,
    response_model=ParticipantRow,
    responses=problems(Forbidden, ConsentRequired, GuardianConsentMissing),
)
async def join_community(
    body: DeskJoin, staff: StaffMayManageParticipants, session: Session, response: Response
) -> ParticipantRow:
    """Enter a participant without a phone at the desk. They have signed on paper, before a
    witness."""
    community_id = staff.community_id
    participant = await participants.join_at_desk(session, community_id, body.acting(staff), body)
    response.headers["Location"] = (
        f"/admin/v1/communities/{community_id}/participants/{participant.id}"
    )
    return await lists.show_row(session, staff, participant)


@router.get("", response_model=StaffParticipantPage, responses=problems(Forbidden))
async def list_participants(
    query: Annotated[ParticipantQuery, Query()],
    staff: StaffMayReadParticipantsSomewhere,
    session: Session,
) -> Page[ParticipantRow]:
    """List participants, newest first. Names are masked; grid workers see those who live in their
    places. `q` is a whole real name and `phone` a whole number: both take the permission to reveal
    one. Each search by a name or a number is audited."""
    return await lists.list_for_staff(session, staff, query)


@router.get("/{participant_id}", response_model=ParticipantRow, responses=problems(Forbidden))
async def get_participant(
    participant: ParticipantToRead, staff: CurrentStaff, session: Session
) -> ParticipantRow:
    """Get a participant, with the real name masked."""
    return await lists.show_row(session, staff, participant)


@router.post(
    "/{participant_id}/rename",
    response_model=ParticipantRow,
    responses=problems(Forbidden, ConsentRequired),
)
async def rename_participant(
    participant: ParticipantToManage, body: DeskRename, staff: CurrentStaff, session: Session
) -> ParticipantRow:
    """Change a participant's display name at the desk, at their request."""
    await participants.rename(session, participant, body.display_name, body.acting(staff))
    return await lists.show_row(session, staff, participant)


@router.post(
    "/{participant_id}/leave",
    response_model=ParticipantRow,
    responses=problems(Forbidden, Participant.WRONG_STATE),
)
async def leave_community(
    participant: ParticipantToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> ParticipantRow:
    """Let a participant leave at the desk, at their request. Their claims are withdrawn, and their
    residence in the community ends."""
    await participants.leave(session, participant, body.acting(staff))
    return await lists.show_row(session, staff, participant)


@router.post(
    "/{participant_id}/block",
    response_model=ParticipantRow,
    responses=problems(Forbidden, Participant.WRONG_STATE),
)
async def block_participant(
    participant: ParticipantToManage, body: ReasonIn, staff: CurrentStaff, session: Session
) -> ParticipantRow:
    """Block a participant. They still see what is theirs but can do nothing new, and get a
    message."""
    await participants.block(session, participant, body.reason, by=staff)
    return await lists.show_row(session, staff, participant)


@router.post(
    "/{participant_id}/unblock",
    response_model=ParticipantRow,
    responses=problems(Forbidden, Participant.WRONG_STATE),
)
async def unblock_participant(
    participant: ParticipantToManage, body: ReasonIn, staff: CurrentStaff, session: Session
) -> ParticipantRow:
    """Unblock a participant, who gets a message."""
    await participants.unblock(session, participant, body.reason, by=staff)
    return await lists.show_row(session, staff, participant)


@router.post(
    "/{participant_id}/note-age-band",
    response_model=ParticipantRow,
    responses=problems(Forbidden),
)
async def note_participant_age_band(
    participant: ParticipantToManage, body: AgeBandIn, staff: CurrentStaff, session: Session
) -> ParticipantRow:
    """Note a participant's age band, as seen on a document at the desk. No date of birth is
    stored."""
    await participants.note_age_band(session, participant, body.age_band, by=staff)
    return await lists.show_row(session, staff, participant)


@unstored_router.post(
    "/{participant_id}/reveal",
    response_model=ParticipantContact,
    responses=problems(Forbidden, RevealsExhausted),
)
async def reveal_participant(
    participant: ParticipantToManage, body: RevealContact, staff: CurrentStaff, session: Session
) -> ParticipantContact:
    """Reveal how to reach a participant: the verified name, the phone number, the address, all for
    one reason. It is audited and told to the person, and counts once; the answer is not stored for
    an Idempotency-Key, so that a repeated request is another reveal."""
    contact = await reveal_contact(session, staff, participant.id, body.fields, body.reason)
    return ParticipantContact.of(contact)
