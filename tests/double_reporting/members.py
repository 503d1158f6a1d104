"""Factories of Party organizations, members, posts and claims."""

from datetime import datetime
from uuid import UUID

from app.communities.models import Channel, Participant, Role, ScopeKind
from app.double_reporting.models import (
    IN_SERVICE,
    MemberRegistration,
    MemberRegistrationStatus,
    Post,
    PostCategory,
    PostClaim,
    PostClaimStatus,
    PostRisk,
    PostStatus,
    Proceedings,
    RegistrationForm,
    ServiceTime,
    Skill,
    VerifyMethod,
)
from app.identity.models import Purpose
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Database
from app.organizations.models import OrganizationKind, PartyOrganization
from tests.factories import a_participant, consented, granted, numbers, saved
from tests.now import NOW

S = MemberRegistrationStatus
NAME = "王秀英"


async def an_organization(
    database: Database, community_id: UUID, parent: PartyOrganization | None = None
) -> PartyOrganization:
    """Adds a committee, or a branch below `parent`. It belongs to the community itself, because
    members' registrations do not depend on its unit."""
    id_ = uuid7()
    organization = PartyOrganization(
        id=id_,
        kind=OrganizationKind.BRANCH if parent else OrganizationKind.COMMITTEE,
        name=f"云山第{next(numbers)}党支部",
        parent_id=parent and parent.id,
        path=[*(parent.path if parent else []), id_],
        community_id=community_id,
        search_grams=[],
        version=1,
    )
    return await saved(database, organization)


async def a_liaison(database: Database, organization: PartyOrganization) -> UUID:
    role, kind = Role.UNIT_LIAISON, ScopeKind.ORGANIZATION
    return await granted(database, role, kind, organization.id)


def a_form(organization_id: UUID) -> RegistrationForm:
    return RegistrationForm(
        *(organization_id, NAME, "+86 10 0000 0009"),
        skills=(Skill.FIRST_AID,),
        service_kinds=(PostCategory.CARE,),
        times=(ServiceTime.WEEKEND_DAYTIME,),
        remarks="会用急救设备",
    )


async def a_registration(
    database: Database,
    participant: Participant,
    organization_id: UUID,
    status: MemberRegistrationStatus = S.SUBMITTED,
    *,
    submitted_at: datetime = NOW,
    on_paper: bool = False,
) -> MemberRegistration:
    """Adds a registration that the participant has submitted, in the state that its verbs lead
    to."""
    row = MemberRegistration(
        community_id=participant.community_id,
        person=str(participant.id),
        status=S.SUBMITTED,
    )
    is_own = participant.user_id is not None and not on_paper
    row.proceedings = Proceedings(
        submitted_at=submitted_at,
        entered_by=participant.user_id or PLATFORM,
        channel=Channel.SELF if is_own else Channel.PAPER,
        witness=None if is_own else "王芳",
    )
    row.seal(a_form(organization_id))
    if status is S.RETURNED:
        row.return_(NOW, PLATFORM, "请写清党支部")
    if status is S.ACTIVE:
        row.approve(NOW, PLATFORM, VerifyMethod.COMMUNITY, f"R-{next(numbers)}")
    return await saved(database, row)


async def a_member(database: Database, community_id: UUID) -> Participant:
    """Adds a participant with an active registration and a live consent."""
    participant = await a_participant(database, community_id)
    assert participant.user_id is not None
    await consented(database, participant.user_id, Purpose.PARTY_MEMBERSHIP)
    await a_registration(database, participant, uuid7(), S.ACTIVE)
    return participant


async def a_post(
    database: Database,
    community_id: UUID,
    *,
    places: int = 2,
    status: PostStatus = PostStatus.PUBLISHED,
    ends_at: datetime | None = None,
    risk_level: PostRisk = PostRisk.LOW,
    rule: str | None = None,
) -> Post:
    post = Post(
        community_id=community_id,
        category=PostCategory.SAFETY_PATROL,
        title="夜间巡逻",
        description="两人一组，沿小区主路巡查。",
        schedule="每周五 19:00 至 21:00",
        risk_level=risk_level,
        risk_statement="夜间请结伴，注意台阶。",
        is_insured=True,
        duty_rule=rule,
        duty_time=rule and "19:00",
        duty_minutes=120 if rule else None,
        capacity=places,
        taken=0,
        ends_at=ends_at,
        status=PostStatus.DRAFT,
        version=1,
    )
    if status is not PostStatus.DRAFT:
        post.publish(NOW)
    if status is PostStatus.CLOSED:
        post.close(NOW)
    return await saved(database, post)


async def a_post_claim(
    database: Database,
    post: Post,
    participant: Participant,
    status: PostClaimStatus = PostClaimStatus.APPLIED,
) -> PostClaim:
    """Adds a claim, and takes its place on the post."""
    claim = PostClaim(
        community_id=post.community_id,
        post_id=post.id,
        participant_id=participant.id,
        status=PostClaimStatus.APPLIED,
        submitted_at=NOW,
        entered_by=participant.user_id or PLATFORM,
        channel=Channel.SELF,
    )
    if status in {PostClaimStatus.APPROVED, *IN_SERVICE}:
        claim.approve(NOW, PLATFORM)
    if status in IN_SERVICE:
        claim.start()
    if status is PostClaimStatus.LEAVING:
        claim.ask_to_leave(NOW, "工作调动，晚上不在社区")
    async with database.transaction() as session:
        stored = await session.get_one(Post, (post.community_id, post.id))
        stored.take()
        session.add(claim)
    return claim
