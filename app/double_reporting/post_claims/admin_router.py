"""/admin/v1/communities/{community_id}: decisions about post claims, and acts of the desk."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.errors import ParticipantInactive, RevealsExhausted, SecondPersonNeeded
from app.communities.reveals.contact import reveal_contact
from app.communities.reveals.deps import RevealCounted
from app.communities.reveals.schemas import ParticipantContact, RevealContact
from app.communities.schemas import Witnessed
from app.double_reporting.errors import (
    AdultsOnly,
    GuardianNeeded,
    PostChanged,
    PostClaimed,
    PostClosed,
    PostFull,
    ResidentsOnly,
)
from app.double_reporting.models import PostClaim
from app.double_reporting.post_claims import service as claims
from app.double_reporting.post_claims import shown
from app.double_reporting.post_claims.deps import (
    PostClaimToDecide,
    PostClaimToReview,
)
from app.double_reporting.post_claims.schemas import (
    DeskLeave,
    DeskPostApplication,
    PostClaimQuery,
    StaffPostClaim,
    StaffPostClaimPage,
)
from app.double_reporting.posts.deps import PostToManage, StaffMayManagePosts
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden, Text, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(tags=["posts"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])
unstored_router = Router(tags=["posts"], dependencies=[RevealCounted])
"""Router of answers that are not stored for an Idempotency-Key, because they show what is
sealed."""
MATTER = Text("岗位认领", "post claim")


@router.post(
    "/posts/{post_id}/claims",
    status_code=201,
    response_model=StaffPostClaim,
    responses=problems(
        *(UnknownReference, ParticipantInactive, ResidentsOnly),
        *(PostClosed, PostClaimed, PostFull, AdultsOnly, PostChanged),
        GuardianNeeded,
    ),
)
async def apply_for_post(
    post_id: UUID,
    body: DeskPostApplication,
    staff: StaffMayManagePosts,
    session: Session,
    response: Response,
) -> StaffPostClaim:
    """Apply for a post for a resident at the desk. The rules are those of a resident's own
    application."""
    claim = await claims.apply_at_desk(session, post_id, body, by=staff)
    response.headers["Location"] = f"/admin/v1/communities/{staff.community_id}/claims/{claim.id}"
    return await shown.show_to_staff(session, claim, to=staff.id)


@router.get("/posts/{post_id}/claims", response_model=StaffPostClaimPage)
async def list_post_claims(
    staff: StaffMayManagePosts,
    post: PostToManage,
    query: Annotated[PostClaimQuery, Query()],
    session: Session,
) -> Page[StaffPostClaim]:
    """List the claims of a post, oldest first, with who serves; the phone is shown by a reveal."""
    return await shown.list_of_post(session, post, query, to=staff.id)


@router.get("/claims/{claim_id}", response_model=StaffPostClaim)
async def get_post_claim(
    claim: PostClaimToReview, staff: StaffMayManagePosts, session: Session
) -> StaffPostClaim:
    """Get a post claim, with who serves; the phone is shown by a reveal."""
    return await shown.show_to_staff(session, claim, to=staff.id)


@router.post(
    "/claims/{claim_id}/withdraw",
    response_model=StaffPostClaim,
    responses=problems(PostClaim.WRONG_STATE),
)
async def withdraw_post_claim(
    claim: PostClaimToReview, body: Witnessed, staff: StaffMayManagePosts, session: Session
) -> StaffPostClaim:
    """Withdraw a post claim at the desk. The resident has asked for it. The place is free again,
    and the resident gets a message."""
    claim = await claims.withdraw(session, claim, body.acting(staff))
    return await shown.show_to_staff(session, claim, to=staff.id)


@router.post(
    "/claims/{claim_id}/approve",
    response_model=StaffPostClaim,
    responses=problems(Forbidden, SecondPersonNeeded, PostClaim.WRONG_STATE),
)
async def approve_post_claim(
    claim: PostClaimToDecide, staff: StaffMayManagePosts, session: Session
) -> StaffPostClaim:
    """Approve a post claim. For 3 days it is shown among those of its post, without a name; then
    service begins without another request. Nobody decides about their own claim."""
    claim = await claims.approve(session, claim, by=staff)
    return await shown.show_to_staff(session, claim, to=staff.id)


@router.post(
    "/claims/{claim_id}/reject",
    response_model=StaffPostClaim,
    responses=problems(Forbidden, SecondPersonNeeded, PostClaim.WRONG_STATE),
)
async def reject_post_claim(
    claim: PostClaimToDecide,
    body: ReasonIn,
    staff: StaffMayManagePosts,
    session: Session,
) -> StaffPostClaim:
    """Reject a post claim. The place is free again, and the applicant gets a message with the
    reason. Nobody decides about their own claim."""
    claim = await claims.reject(session, claim, body.reason, by=staff)
    return await shown.show_to_staff(session, claim, to=staff.id)


@router.post(
    "/claims/{claim_id}/complete",
    response_model=StaffPostClaim,
    responses=problems(Forbidden, PostClaim.WRONG_STATE),
)
async def complete_post_claim(
    claim: PostClaimToDecide, staff: StaffMayManagePosts, session: Session
) -> StaffPostClaim:
    """Complete the service of a post claim. On a post that is closed and over, the service does
    so itself. Nobody decides about their own claim."""
    claim = await claims.complete(session, claim, by=staff)
    return await shown.show_to_staff(session, claim, to=staff.id)


@router.post(
    "/claims/{claim_id}/ask-to-leave",
    response_model=StaffPostClaim,
    responses=problems(PostClaim.WRONG_STATE),
)
async def ask_to_leave_post(
    claim: PostClaimToReview, body: DeskLeave, staff: StaffMayManagePosts, session: Session
) -> StaffPostClaim:
    """Note that a resident who serves asks to leave, as told at the desk. It is decided as if they
    had asked themselves; they get a message."""
    claim = await claims.ask_to_leave(session, claim, body.reason, body.acting(staff))
    return await shown.show_to_staff(session, claim, to=staff.id)


@router.post(
    "/claims/{claim_id}/stay",
    response_model=StaffPostClaim,
    responses=problems(PostClaim.WRONG_STATE),
)
async def stay_on_post(
    claim: PostClaimToReview, body: Witnessed, staff: StaffMayManagePosts, session: Session
) -> StaffPostClaim:
    """Note that a resident stays who had asked to leave, as agreed with them before a witness. They
    get a message, and may ask again."""
    claim = await claims.stay(session, claim, body.acting(staff))
    return await shown.show_to_staff(session, claim, to=staff.id)


@router.post(
    "/claims/{claim_id}/release",
    response_model=StaffPostClaim,
    responses=problems(Forbidden, PostClaim.WRONG_STATE),
)
async def release_post_claim(
    claim: PostClaimToDecide, staff: StaffMayManagePosts, session: Session
) -> StaffPostClaim:
    """Let a resident go who has asked to leave. The place is free again, and they get a message.
    Nobody decides about their own claim."""
    claim = await claims.release(session, claim, by=staff)
    return await shown.show_to_staff(session, claim, to=staff.id)


@unstored_router.post(
    "/claims/{claim_id}/reveal",
    response_model=ParticipantContact,
    responses=problems(Forbidden, RevealsExhausted),
)
async def reveal_post_claim(
    claim: PostClaimToReview, body: RevealContact, staff: StaffMayManagePosts, session: Session
) -> ParticipantContact:
    """Reveal how to reach who has claimed a post: the verified name, the phone number, the address,
    all for one reason. It is audited and told to the person, and counts once."""
    contact = await reveal_contact(
        session, staff, claim.participant_id, body.fields, body.reason, MATTER, subject=claim
    )
    return ParticipantContact.of(contact)
