"""Factories of rows that tests start from."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from app.communities.models import (
    Channel,
    Community,
    MyCommunity,
    Participant,
    ParticipantKind,
    ParticipantStatus,
    Place,
    PlaceKind,
    Region,
    RegionKind,
    RegisterEntry,
    ResidenceClaim,
    ResidenceClaimStatus,
    Role,
    RoleGrant,
    ScopeKind,
)
from app.consultations.models import (
    Opinion,
    OpinionStatus,
    Stance,
    Topic,
    TopicCategory,
    TopicStatus,
)
from app.identity.consents.texts import TEXTS
from app.identity.models import (
    SENSITIVE_PURPOSES,
    Administrator,
    ConsentEntry,
    DecidedConsent,
    LoginSession,
    Purpose,
    SensitiveConsent,
    User,
)
from app.identity.models import TokenAudience as For
from app.kernel import clock
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Base, Database
from app.kernel.database.search_terms import search_terms
from app.volunteering.models import (
    Activity,
    ActivityStatus,
    Audience,
    Category,
    RiskLevel,
    Shift,
    ShiftRole,
    ShiftStatus,
    Signup,
    SignupStatus,
)
from tests.service_records.rows import attendance_of, occasion_of

Row = TypeVar("Row", bound=Base)
numbers = count(1)


async def saved(database: Database, row: Row) -> Row:
    async with database.transaction() as session:
        session.add(row)
    return row


async def a_region(
    database: Database, parent: Region | None = None, kind: RegionKind = RegionKind.COMMUNITY
) -> Region:
    id_ = uuid7()
    region = Region(
        id=id_,
        code=f"99{next(numbers):010d}",
        kind=kind,
        name="云桥街道",
        parent_id=parent and parent.id,
        path=[*(parent.path if parent else []), id_],
        valid_from=date(2026, 1, 1),
    )
    return await saved(database, region)


async def a_community(database: Database, region: Region | None = None) -> UUID:
    region = region or await a_region(database)
    community = Community(
        region_id=region.id,
        region_path=region.path,
        short_number=next(numbers),
        name="临里",
        search_grams=["临里"],
        version=1,
    )
    return (await saved(database, community)).id


def a_login(user: User, audience: For) -> LoginSession:
    """A login whose id is that of the user, as in the tokens of `as_`."""
    return LoginSession(
        user_id=user.id,
        id=user.id,
        audience=audience,
        secret_hash=b"",
        rotated_at=clock.now(),
        created_at=clock.now(),
        proven_at=clock.now(),
    )


async def a_user(database: Database, audience: For = For.RESIDENT) -> UUID:
    user = User.new(clock.now())
    async with database.transaction() as session:
        session.add(user)
        await session.flush()
        session.add(a_login(user, audience))
    return user.id


def a_person(
    community_id: UUID,
    user_id: UUID | None,
    kind: ParticipantKind = ParticipantKind.RESIDENT,
    status: ParticipantStatus = ParticipantStatus.ACTIVE,
) -> Participant:
    person = Participant(
        community_id=community_id,
        user_id=user_id,
        display_name="秀英",
        kind=kind,
        status=ParticipantStatus.ACTIVE,
        joined_at=clock.now(),
        entered_by=user_id or PLATFORM,
        channel=Channel.SELF if user_id else Channel.DESK,
        witness=None if user_id else "王芳",
    )
    if status is not ParticipantStatus.ACTIVE:
        person.move({ParticipantStatus.LEFT: "leave", ParticipantStatus.BLOCKED: "block"}[status])
    return person


async def a_participant(
    database: Database,
    community_id: UUID,
    *,
    kind: ParticipantKind = ParticipantKind.RESIDENT,
    status: ParticipantStatus = ParticipantStatus.ACTIVE,
) -> Participant:
    user_id = await a_user(database)
    return await joined(database, a_person(community_id, user_id, kind, status))


async def joined(database: Database, person: Participant) -> Participant:
    assert person.user_id is not None
    mine = MyCommunity(
        user_id=person.user_id,
        community_id=person.community_id,
        participant_id=person.id,
        joined_at=clock.now(),
    )
    async with database.transaction() as session:
        session.add_all([person, mine])
    return person


async def participants(database: Database, community_id: UUID, many: int) -> list[Participant]:
    users = [User.new(clock.now()) for _ in range(many)]
    people = [a_person(community_id, user.id) for user in users]
    async with database.transaction() as session:
        session.add_all(users)
        await session.flush()
        session.add_all([*people, *(a_login(user, For.RESIDENT) for user in users)])
    return people


async def a_person_without_phone(database: Database, community_id: UUID) -> Participant:
    person = a_person(community_id, None)
    person.real_name = "王秀英"
    return await saved(database, person)


async def a_place(
    database: Database,
    community_id: UUID,
    *,
    name: str = "3栋",
    kind: PlaceKind = PlaceKind.BUILDING,
    parent: Place | None = None,
) -> Place:
    id_ = uuid7()
    place = Place(
        community_id=community_id,
        id=id_,
        kind=kind,
        name=name,
        parent_id=parent and parent.id,
        path=[*(parent.path if parent else []), id_],
    )
    return await saved(database, place)


async def staff(database: Database, community_id: UUID, role: Role = Role.COMMUNITY_WORKER) -> UUID:
    """Creates an administrator with a role in the whole community. Returns the id of the user."""
    async with database.transaction() as session:
        community = await session.get_one(Community, community_id)
    assert community.region_id is not None
    return await granted(database, role, ScopeKind.REGION, community.region_id)


async def granted(
    database: Database,
    role: Role,
    scope_kind: ScopeKind,
    scope_id: UUID = PLATFORM,
    community_id: UUID | None = None,
    user_id: UUID | None = None,
) -> UUID:
    """Gives a grant to an administrator, new by default. Returns the id of the user."""
    user_id = user_id or await a_user(database, For.ADMIN)
    grant = RoleGrant(
        user_id=user_id,
        role=role,
        scope_kind=scope_kind,
        scope_id=scope_id,
        community_id=community_id,
        valid_from=clock.now() - timedelta(days=365),
        granted_by=PLATFORM,
    )
    await saved(database, grant)
    return user_id


async def an_activity(
    database: Database,
    community_id: UUID,
    *,
    risk_statement: str = "户外活动，注意防滑",
    starts_at: datetime | None = None,
    published: bool = False,
) -> Activity:
    start = starts_at or clock.now() + timedelta(2)
    activity = Activity(
        community_id=community_id,
        title="清扫楼道",
        summary="一起清扫三号楼的楼道",
        description="<p>工具由社区提供。</p>",
        category=Category.ENVIRONMENT,
        audience=Audience.EVERYONE,
        risk_level=RiskLevel.LOW,
        risk_statement=risk_statement,
        is_insured=False,
        needs_review=False,
        organiser="云桥社区居委会",
        contact="社区服务站窗口",
        address="3号楼前",
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        status=ActivityStatus.DRAFT,
        search_grams=[],
        version=1,
    )
    if published:
        activity.publish(clock.now())
    return await saved(database, activity)


async def a_shift(
    database: Database,
    community_id: UUID,
    *,
    of: Activity | None = None,
    places: int = 1,
    starts_in: timedelta = timedelta(2),
    audience: Audience = Audience.EVERYONE,
    needs_review: bool = False,
    id_: UUID | None = None,
) -> Shift:
    """Creates a shift of two hours with one role. Sign-up opened a week ago and closes an hour
    before the start; one may withdraw in time until a day before it."""
    activity = of or await an_activity(database, community_id, published=True)
    now = clock.now()
    shift = Shift(
        community_id=community_id,
        id=id_ or uuid7(),
        activity_id=activity.id,
        status=ShiftStatus.OPEN,
        is_published=activity.status is ActivityStatus.PUBLISHED,
        audience=audience,
        needs_review=needs_review,
        starts_at=now + starts_in,
        ends_at=now + starts_in + timedelta(hours=2),
        signup_opens_at=now - timedelta(days=7),
        signup_closes_at=now + starts_in - timedelta(hours=1),
        withdraw_until=now + starts_in - timedelta(days=1),
        queued=0,
        version=1,
    )
    async with database.transaction() as session:
        session.add_all([shift, occasion_of(shift, activity)])
    await a_role(database, shift, places=places)
    return shift


async def a_role(database: Database, shift: Shift, *, name: str = "", places: int = 1) -> ShiftRole:
    role = ShiftRole(
        community_id=shift.community_id,
        shift_id=shift.id,
        name=name,
        requirement="",
        capacity=places,
        taken=0,
    )
    return await saved(database, role)


async def the_role(database: Database, shift: Shift) -> ShiftRole:
    """Reads the role without a name."""
    query = select(ShiftRole).filter_by(community_id=shift.community_id, shift_id=shift.id, name="")
    async with database.transaction() as session:
        return (await session.scalars(query)).one()


async def a_signup(database: Database, shift: Shift, who: Participant | None = None) -> Signup:
    """Creates a sign-up, confirmed while there are places and then waitlisted."""
    who = who or await a_participant(database, shift.community_id)
    role = await the_role(database, shift)
    signup = Signup(
        community_id=shift.community_id,
        shift_id=shift.id,
        role_id=role.id,
        participant_id=who.id,
        is_late_withdrawal=False,
        entered_by=who.user_id,
        channel=Channel.SELF,
    )
    if role.has_room:
        role.taken += 1
        signup.status, signup.confirmed_at = SignupStatus.CONFIRMED, clock.now()
    else:
        signup.status = SignupStatus.WAITLISTED
        signup.position = shift.next_position()
    async with database.transaction() as session:
        session.add_all([role, shift, signup])
        if signup.holds_place:
            session.add(attendance_of(signup))
    return signup


async def an_offer(
    database: Database,
    shift: Shift,
    who: Participant | None = None,
    lasts: timedelta = timedelta(hours=2),
) -> Signup:
    """Creates a sign-up to which a place is offered, which the full shift has in addition."""
    while (await the_role(database, shift)).has_room:
        await a_signup(database, shift)
    signup = await a_signup(database, shift, who)
    role, deadline = await the_role(database, shift), clock.now() + lasts
    role.capacity, role.taken = role.capacity + 1, role.taken + 1
    signup.offer(deadline)
    shift.offers_lapse_at = min(shift.offers_lapse_at or deadline, deadline)
    async with database.transaction() as session:
        session.add_all([role, shift, signup])
    return signup


async def a_household(
    database: Database, community_id: UUID, *, name: str = "101", building: Place | None = None
) -> Place:
    building = building or await a_place(database, community_id, name=f"{next(numbers)}栋")
    return await a_place(
        database, community_id, name=name, kind=PlaceKind.HOUSEHOLD, parent=building
    )


async def consented(database: Database, user_id: UUID, purpose: Purpose) -> None:
    decision = DecidedConsent(
        purpose=purpose,
        text_version=TEXTS[purpose].version,
        is_granted=True,
        decided_at=clock.now(),
    )
    if purpose in SENSITIVE_PURPOSES:
        await saved(database, SensitiveConsent(user=str(user_id), decision=decision))
    else:
        await saved(database, ConsentEntry(user_id=user_id, **decision.model_dump()))


async def a_claim(
    database: Database,
    who: Participant,
    household: Place,
    *,
    real_name: str = "王秀英",
    approved: bool = False,
) -> ResidenceClaim:
    """Creates a residence claim, submitted or approved with all that follows."""
    claim = ResidenceClaim(
        community_id=who.community_id,
        participant_id=who.id,
        household_id=household.id,
        real_name=real_name,
        status=ResidenceClaimStatus.SUBMITTED,
        submitted_at=clock.now(),
        entered_by=who.user_id or PLATFORM,
        channel=Channel.SELF if who.user_id else Channel.DESK,
        witness=None if who.user_id else "王芳",
    )
    if approved:
        claim.approve(clock.now(), PLATFORM)
        who.live_in(household.id, real_name)
    async with database.transaction() as session:
        session.add_all([claim, who])
    return claim


async def on_register(database: Database, household: Place, name: str, phone: str) -> RegisterEntry:
    entry = RegisterEntry(
        community_id=household.community_id,
        household_id=household.id,
        name=name,
        phone=phone,
        imported_at=clock.now(),
    )
    return await saved(database, entry)


async def an_administrator(database: Database, login_name: str) -> UUID:
    """Creates an administrator with a login and no grant. Returns the id of the user."""
    user_id = await a_user(database, For.ADMIN)
    administrator = Administrator(
        user_id=user_id,
        login_name=login_name,
        name="李敏",
        password_hash="",
        created_at=clock.now(),
    )
    await saved(database, administrator)
    return user_id


async def a_topic(
    database: Database,
    community_id: UUID,
    *,
    by: Participant | None = None,
    status: TopicStatus = TopicStatus.OPEN,
    title: str = "加装楼道扶手",
    seconds_needed: int = 3,
) -> Topic:
    """Creates a topic of a participant or of the community itself. One that is open or further on
    has been opened now."""
    was_opened = status not in {TopicStatus.SUBMITTED, TopicStatus.SCREENING, TopicStatus.DECLINED}
    topic = Topic(
        community_id=community_id,
        title=title,
        text="老人上下楼不便，希望一起商量。",
        category=TopicCategory.FACILITIES,
        participant_id=by and by.id,
        status=TopicStatus.SUBMITTED,
        submitted_at=clock.now(),
        answer_due_at=clock.now() + timedelta(days=7),
        opened_at=clock.now() if was_opened else None,
        seconds=0,
        seconds_needed=seconds_needed if was_opened else None,
        opinions_for=0,
        opinions_against=0,
        opinions_neutral=0,
        search_grams=search_terms(title),
        version=1,
        entered_by=by.user_id if by and by.user_id else PLATFORM,
        channel=Channel.SELF,
    )
    topic.__dict__["status"] = status
    return await saved(database, topic)


async def an_opinion(
    database: Database,
    topic: Topic,
    who: Participant,
    *,
    reply_to: Opinion | None = None,
    is_read: bool = True,
) -> Opinion:
    """Creates an opinion in favour; once it is read it is counted, as passing does."""
    opinion = Opinion(
        community_id=topic.community_id,
        topic_id=topic.id,
        participant_id=who.id,
        reply_to=reply_to and reply_to.id,
        stance=Stance.FOR,
        status=OpinionStatus.IN_REVIEW,
        text="支持，我家老人也需要。",
        posted_at=clock.now(),
        endorsements=0,
        reports=0,
        entered_by=who.user_id or PLATFORM,
        channel=Channel.SELF,
    )
    if is_read:
        opinion.pass_()
    async with database.transaction() as session:
        row = await session.get_one(Topic, (topic.community_id, topic.id))
        row.opinions_for += opinion.is_counted
        session.add(opinion)
    return opinion


async def revoked(database: Database, user_id: UUID) -> None:
    """Ends all grants of an administrator."""
    async with database.transaction() as session:
        for grant in await session.scalars(select(RoleGrant).filter_by(user_id=user_id)):
            grant.valid_to = clock.now()
