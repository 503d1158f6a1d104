"""/v1/communities/{community_id}: ages that people declare, and guardians of minors."""

from typing import Annotated

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.communities.claim_codes.deps import GuessCounted
from app.communities.deps import ActiveParticipant, AnyParticipant
from app.communities.errors import ConsentEndUnfit, GuardianConsentMissing, ParticipantInactive
from app.communities.guardians import service as guardians
from app.communities.guardians import shown
from app.communities.guardians.ages import declare_age_band
from app.communities.guardians.codes import issue_code
from app.communities.guardians.deps import (
    GuardianshipAsGuardian,
    GuardianshipToAct,
    MyGuardianship,
)
from app.communities.guardians.errors import (
    AgeDeclaredLower,
    AgeKnown,
    AlreadyGuardian,
    GuardianCodeInvalid,
    GuardianConsentGiven,
    GuardianUnfit,
    NotAMinor,
)
from app.communities.guardians.schemas import (
    ConsentWithdrawal,
    DeclaredAge,
    GuardianConsentIn,
    GuardianshipIn,
    GuardianshipOut,
    GuardianshipPage,
    GuardianshipQuery,
    IssuedGuardianCode,
)
from app.communities.models import Guardianship
from app.communities.participants import service as participants
from app.communities.participants.schemas import Me
from app.identity.deps import CurrentUser, IdempotentForUser
from app.identity.errors import ConsentRequired
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.limits import TooManyRequests
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

unstored_router = Router(prefix="/participants/me", tags=["guardians"])
"""Router of answers that are not stored for an Idempotency-Key, because they show a secret or what
is sealed."""
router = Router(
    prefix="/guardianships",
    tags=["guardians"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)
counted_router = Router(
    prefix="/guardianships",
    tags=["guardians"],
    route_class=IdempotentRoute,
    dependencies=[GuessCounted, IdempotentForUser],
)
"""Router of what takes a code: each guess is counted."""


@unstored_router.put(
    "/age-band",
    response_model=Me,
    responses=problems(ParticipantInactive, ConsentRequired, AgeKnown, AgeDeclaredLower),
)
async def declare_my_age_band(
    me: ActiveParticipant, body: DeclaredAge, user: CurrentUser, session: Session
) -> Me:
    """Declare my age band. It needs the consent `age_band`. Who is below 18 needs a guardian's
    consent to take part; what asks for known adults opens by the register, the desk or a reviewer
    alone. I may declare a lower age later, not a higher one."""
    await declare_age_band(session, me, body.age_band, user)
    return await participants.show_me(session, me)


@unstored_router.post(
    "/guardian-code",
    response_model=IssuedGuardianCode,
    responses=problems(ParticipantInactive, NotAMinor),
)
async def issue_guardian_code(me: ActiveParticipant, session: Session) -> IssuedGuardianCode:
    """Make a code by which my guardian confirms in their own account. It is shown this once, lasts
    7 days, and replaces a former one."""
    return await issue_code(session, me)


@counted_router.post(
    "",
    status_code=201,
    response_model=GuardianshipOut,
    responses=problems(
        *(ParticipantInactive, GuardianCodeInvalid, GuardianUnfit, NotAMinor, AlreadyGuardian),
        *(ConsentEndUnfit, TooManyRequests),
    ),
)
async def confirm_guardianship(
    me: ActiveParticipant, body: GuardianshipIn, session: Session, response: Response
) -> GuardianshipOut:
    """Confirm a guardianship by the minor's code, and say to what I consent. It holds at once where
    we live in one household; else the desk checks it first. A guardian is a known adult of this
    community."""
    guardianship = await guardians.confirm(session, me, body, ActingFor.participant(me))
    response.headers["Location"] = (
        f"/v1/communities/{me.community_id}/guardianships/{guardianship.id}"
    )
    return await shown.show_mine(session, guardianship, me)


@router.get("", response_model=GuardianshipPage)
async def list_my_guardianships(
    me: AnyParticipant, query: Annotated[GuardianshipQuery, Query()], session: Session
) -> Page[GuardianshipOut]:
    """List my guardianships, newest first, as the minor or as the guardian."""
    return await shown.list_mine(session, me, query)


@router.get("/{guardianship_id}", response_model=GuardianshipOut)
async def get_my_guardianship(
    guardianship: MyGuardianship, me: AnyParticipant, session: Session
) -> GuardianshipOut:
    """Get a guardianship of mine."""
    return await shown.show_mine(session, guardianship, me)


@router.post(
    "/{guardianship_id}/end",
    response_model=GuardianshipOut,
    responses=problems(Forbidden, Guardianship.WRONG_STATE),
)
async def end_guardianship(
    guardianship: GuardianshipAsGuardian, me: AnyParticipant, session: Session
) -> GuardianshipOut:
    """End a guardianship, as its guardian. All its consents end with it, and what the minor has
    signed up for is given up unless another guardian has consented."""
    await guardians.end(session, guardianship, ActingFor.participant(me))
    return await shown.show_mine(session, guardianship, me)


@router.post(
    "/{guardianship_id}/consents",
    status_code=201,
    response_model=GuardianshipOut,
    responses=problems(
        *(Forbidden, ParticipantInactive, Guardianship.WRONG_STATE, NotAMinor),
        *(GuardianConsentGiven, ConsentEndUnfit),
    ),
)
async def give_guardian_consent(
    guardianship: GuardianshipToAct,
    body: GuardianConsentIn,
    me: ActiveParticipant,
    session: Session,
    response: Response,
) -> GuardianshipOut:
    """Give a consent as the guardian, for a year at most."""
    await guardians.give_consent(session, guardianship, body, ActingFor.participant(me))
    response.headers["Location"] = (
        f"/v1/communities/{me.community_id}/guardianships/{guardianship.id}"
    )
    return await shown.show_mine(session, guardianship, me)


@router.post(
    "/{guardianship_id}/withdraw-consent",
    response_model=GuardianshipOut,
    responses=problems(Forbidden, GuardianConsentMissing),
)
async def withdraw_guardian_consent(
    guardianship: GuardianshipAsGuardian,
    body: ConsentWithdrawal,
    me: AnyParticipant,
    session: Session,
) -> GuardianshipOut:
    """Withdraw a consent as the guardian, at once. What the minor has signed up for is given up
    unless another guardian has consented; of a child under 14 household and name are erased where
    no consent to the use of personal data is left."""
    acting = ActingFor.participant(me)
    await guardians.withdraw_consent(session, guardianship, body.kind, acting)
    return await shown.show_mine(session, guardianship, me)
