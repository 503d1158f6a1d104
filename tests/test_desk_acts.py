"""Acts of the desk for somebody: every operation whose body names a witness leaves an audit
entry with that witness. A new operation fails here until `ARRANGEMENTS` says how to call it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.acting import ActingFor
from app.communities.models import (
    AgeBand,
    GuardianConsentKind,
    Participant,
    ParticipantKind,
    Role,
)
from app.communities.names import letters_of_name
from app.consultations.models import TopicStatus
from app.double_reporting.models import (
    Duty,
    DutyDay,
    MemberRegistrationStatus,
    Post,
    PostClaimStatus,
    UnitRegistrationStatus,
)
from app.feedback.models import TicketStatus
from app.identity.models import Administrator
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of, is_to
from app.service_records.models import Attendance, AttendanceStatus, CheckMeans, EntryStatus, Reward
from app.service_records.rewards.service import redeem
from app.volunteering.models import Signup
from app.worker import Worker
from tests.audit import audited
from tests.client import as_admin
from tests.communities.guardians import ENDS_ON, a_guardianship, of_age
from tests.double_reporting import members
from tests.double_reporting.duties import on_duty
from tests.double_reporting.units import a_unit_registration
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_person_without_phone,
    a_shift,
    a_signup,
    a_topic,
    an_offer,
    an_opinion,
    saved,
    staff,
)
from tests.feedback.rows import a_category, a_ticket, a_ticket_in
from tests.now import NOW
from tests.organizations.units import a_unit, an_organization
from tests.routes import OPERATIONS, Operation
from tests.service_records.certificates import a_certificate, served
from tests.service_records.entries import an_entry
from tests.service_records.points import a_reward, granted, points_on
from tests.subjects import opened

WITNESS = "赵云"


@dataclass(frozen=True)
class Town:
    """A community with a resident for whom the desk acts, and a neighbour."""

    database: Database
    community: UUID
    resident: Participant
    neighbour: Participant

    @property
    def behalf(self) -> dict[str, Any]:
        return {"on_behalf_of": str(self.resident.id)}


@dataclass(frozen=True)
class Call:
    """The ids in the path of an operation, and what the example of its body lacks."""

    path: dict[str, UUID]
    body: dict[str, Any]


Arrangement = Callable[[Town], Awaitable[Call]]

# ---------------------------------------------------------------- participants and residence


async def join(_town: Town) -> Call:
    return Call({}, {"has_paper_consent": True, "age_band": "adult"})


async def participant(town: Town) -> Call:
    return Call({"participant_id": town.resident.id}, {})


async def without_login(town: Town) -> Call:
    elder = await a_person_without_phone(town.database, town.community)
    return Call({"participant_id": elder.id}, {})


async def residence(town: Town) -> Call:
    home = await a_household(town.database, town.community)
    return Call({}, town.behalf | {"household_id": str(home.id)})


def residence_claim(*, approved: bool) -> Arrangement:
    async def arrange(town: Town) -> Call:
        home = await a_household(town.database, town.community)
        claim = await a_claim(town.database, town.resident, home, approved=approved)
        return Call({"claim_id": claim.id}, {})

    return arrange


async def minor(town: Town) -> Call:
    await of_age(town.database, town.resident, AgeBand.FROM_14_TO_17)
    body = {"guardian_id": None, "guardian_name": "王建国", "ends_on": ENDS_ON}
    return Call({}, town.behalf | body)


def guardianship(*kinds: GuardianConsentKind) -> Arrangement:
    async def arrange(town: Town) -> Call:
        await of_age(town.database, town.resident, AgeBand.FROM_14_TO_17)
        row = await a_guardianship(town.database, town.resident, town.neighbour, kinds=kinds)
        return Call({"guardianship_id": row.id}, {"kind": "activities", "ends_on": ENDS_ON})

    return arrange


async def reward(town: Town) -> Call:
    await points_on(town.database, town.community)
    await granted(town.database, town.resident, 50)
    row = await a_reward(town.database, town.community)
    return Call({"reward_id": row.id}, town.behalf)


async def redemption(town: Town) -> Call:
    call = await reward(town)
    async with town.database.transaction() as session:
        row = await session.get_one(Reward, (town.community, call.path["reward_id"]))
        mine = await redeem(session, row, ActingFor.participant(town.resident))
    return Call({"redemption_id": mine.id}, {})


# ---------------------------------------------------------------- double reporting


async def member(town: Town) -> Call:
    organization = await members.an_organization(town.database, town.community)
    return Call({}, town.behalf | {"organization_id": str(organization.id)})


def member_registration(status: MemberRegistrationStatus) -> Arrangement:
    async def arrange(town: Town) -> Call:
        organization = await members.an_organization(town.database, town.community)
        # What was entered on paper needs no consent of their own.
        row = await members.a_registration(
            town.database, town.resident, organization.id, status, on_paper=True
        )
        return Call({"registration_id": row.id}, {"organization_id": str(organization.id)})

    return arrange


async def post(town: Town) -> Call:
    open_post = await members.a_post(town.database, town.community)
    return Call({"post_id": open_post.id}, town.behalf)


def service(status: PostClaimStatus) -> Arrangement:
    async def arrange(town: Town) -> Call:
        open_post = await members.a_post(town.database, town.community)
        claim = await members.a_post_claim(town.database, open_post, town.resident, status)
        return Call({"claim_id": claim.id}, {})

    return arrange


async def duty(town: Town) -> Call:
    row = await on_duty(town.database, town.resident)
    return Call({"duty_id": row.id}, {"to": None})


async def invitation(town: Town) -> Call:
    row = await on_duty(town.database, town.resident, is_invited=True)
    return Call({"duty_id": row.id}, {})


async def offered_duty(town: Town) -> Call:
    call = await duty(town)
    async with town.database.transaction() as session:
        row = await session.get_one(Duty, (town.community, call.path["duty_id"]))
        row.offer(None)
    return Call(call.path, {})


async def duty_of_neighbour(town: Town) -> Call:
    row = await on_duty(town.database, town.neighbour)
    async with town.database.transaction() as session:
        (await session.get_one(Duty, (town.community, row.id))).offer(None)
        day = await session.get_one(DutyDay, (town.community, row.duty_day_id))
        open_post = await session.get_one(Post, (town.community, day.source_id))
    await members.a_post_claim(town.database, open_post, town.resident, PostClaimStatus.SERVING)
    return Call({"duty_id": row.id}, town.behalf)


async def post_claim(town: Town) -> Call:
    open_post = await members.a_post(town.database, town.community)
    claim = await members.a_post_claim(town.database, open_post, town.resident)
    return Call({"claim_id": claim.id}, {})


async def unit(town: Town) -> Call:
    seat = await a_unit(town.database, town.community)
    organization = await an_organization(town.database, seat)
    return Call({}, {"on_behalf_of": str(organization.id)})


def unit_registration(status: UnitRegistrationStatus) -> Arrangement:
    async def arrange(town: Town) -> Call:
        seat = await a_unit(town.database, town.community)
        organization = await an_organization(town.database, seat)
        row = await a_unit_registration(town.database, town.community, organization, status)
        return Call({"registration_id": row.id}, {})

    return arrange


# ---------------------------------------------------------------- consultations


async def raised(town: Town) -> Call:
    return Call({}, town.behalf | {"witness": WITNESS})


async def topic(town: Town) -> Call:
    row = await a_topic(town.database, town.community, by=town.neighbour)
    return Call({"topic_id": row.id}, town.behalf)


async def own_topic(town: Town) -> Call:
    row = await a_topic(
        town.database, town.community, by=town.resident, status=TopicStatus.SUBMITTED
    )
    return Call({"topic_id": row.id}, {})


async def opinion(town: Town) -> Call:
    row = await a_topic(town.database, town.community)
    return Call({"topic_id": row.id}, town.behalf | {"reply_to": None})


async def endorsement(town: Town) -> Call:
    row = await a_topic(town.database, town.community)
    said = await an_opinion(town.database, row, town.neighbour)
    return Call({"opinion_id": said.id}, town.behalf)


async def own_opinion(town: Town) -> Call:
    row = await a_topic(town.database, town.community)
    said = await an_opinion(town.database, row, town.resident)
    return Call({"opinion_id": said.id}, {})


# ---------------------------------------------------------------- feedback and volunteering


async def ticket(town: Town) -> Call:
    category = await a_category(town.database, town.community)
    return Call({}, town.behalf | {"category_id": str(category.id), "place_id": None})


async def own_ticket(town: Town) -> Call:
    row = await a_ticket(town.database, town.community, town.resident)
    return Call({"ticket_id": row.id}, town.behalf)


async def solved_ticket(town: Town) -> Call:
    status = TicketStatus.RESOLVED
    row = await a_ticket_in(town.database, town.community, status, town.resident)
    return Call({"ticket_id": row.id}, {})


async def ticket_disputed_twice(town: Town) -> Call:
    status = TicketStatus.RESOLVED
    row = await a_ticket_in(town.database, town.community, status, town.resident)
    row.disputes = 2
    await saved(town.database, row)
    return Call({"ticket_id": row.id}, {})


async def shift(town: Town) -> Call:
    row = await a_shift(town.database, town.community)
    return Call({"shift_id": row.id}, town.behalf | {"role_id": None})


async def signup(town: Town) -> Call:
    row = await a_signup(town.database, await a_shift(town.database, town.community), town.resident)
    return Call({"signup_id": row.id}, {})


async def dates(town: Town) -> Call:
    row = await a_shift(town.database, town.community)
    shift_ids = {"shift_ids": [str(row.id)], "all": False, "role_name": ""}
    return Call({"activity_id": row.activity_id}, town.behalf | shift_ids)


async def dates_signed_up_for(town: Town) -> Call:
    row = await a_shift(town.database, town.community)
    await a_signup(town.database, row, town.resident)
    shift_ids = {"shift_ids": [str(row.id)], "all": False}
    return Call({"activity_id": row.activity_id}, town.behalf | shift_ids)


async def helped(town: Town) -> Call:
    """Arranges a shift that is over and at which the resident was."""
    row = await a_shift(town.database, town.community, starts_in=timedelta(hours=-3))
    mine = await a_signup(town.database, row, town.resident)
    async with town.database.transaction() as session:
        attendance = await session.get_one(Attendance, (town.community, mine.id))
        attendance.check_in(row.starts_at, CheckMeans.CODE)
        attendance.check_out(row.ends_at, CheckMeans.CODE)
    return Call({"signup_id": mine.id}, {"stars": 4})


async def signup_to_agree(town: Town) -> Call:
    call = await signup(town)
    async with town.database.transaction() as session:
        row = await session.get_one(Signup, (town.community, call.path["signup_id"]))
        row.ask_to_agree(NOW + timedelta(days=1))
    return call


async def offered_signup(town: Town) -> Call:
    shift_row = await a_shift(town.database, town.community)
    row = await an_offer(town.database, shift_row, town.resident)
    return Call({"signup_id": row.id}, {})


def attendance(status: AttendanceStatus) -> Arrangement:
    """Arranges an attendance at a shift that has begun an hour ago."""

    async def arrange(town: Town) -> Call:
        shift = await a_shift(town.database, town.community, starts_in=timedelta(hours=-1))
        row = await a_signup(town.database, shift, town.resident)
        if status is AttendanceStatus.PRESENT:
            async with town.database.transaction() as session:
                expected = await session.get_one(Attendance, (town.community, row.id))
                expected.check_in(shift.starts_at, CheckMeans.CODE)
        return Call({"attendance_id": row.id}, {"at": NOW.isoformat()})

    return arrange


def service_entry(status: EntryStatus) -> Arrangement:
    """Arranges a service entry of the resident."""

    async def arrange(town: Town) -> Call:
        row = await an_entry(town.database, town.resident, status)
        is_returned = status is EntryStatus.RETURNED
        said = {"note": "属实"} if is_returned else {"reason": "未见其人"}
        return Call({"entry_id": row.id}, said | town.behalf)

    return arrange


def over(status: AttendanceStatus) -> Arrangement:
    """Arranges an attendance at a shift that is over since an hour."""

    async def arrange(town: Town) -> Call:
        shift = await a_shift(town.database, town.community, starts_in=timedelta(hours=-3))
        row = await a_signup(town.database, shift, town.resident)
        if status is AttendanceStatus.ABSENT:
            async with town.database.transaction() as session:
                expected = await session.get_one(Attendance, (town.community, row.id))
                expected.mark_absent(uuid4(), None, NOW)
        return Call({"attendance_id": row.id}, {})

    return arrange


async def volunteer(town: Town) -> Call:
    await served(town.database, town.resident)
    body = {"name": "王秀英", "first_day": None, "last_day": None}
    return Call({}, town.behalf | body)


async def certificate(town: Town) -> Call:
    row = await a_certificate(town.database, town.resident)
    return Call({"certificate_id": row.id}, {})


ARRANGEMENTS: dict[str, Arrangement] = {
    "joinCommunity": join,
    "checkInParticipant": attendance(AttendanceStatus.EXPECTED),
    "checkOutParticipant": attendance(AttendanceStatus.PRESENT),
    "markAbsent": over(AttendanceStatus.EXPECTED),
    "objectToServiceEntry": service_entry(EntryStatus.IN_NOTICE),
    "resubmitServiceEntry": service_entry(EntryStatus.RETURNED),
    "disputeAbsence": over(AttendanceStatus.ABSENT),
    "renameParticipant": participant,
    "issueClaimCode": without_login,
    "leaveCommunity": participant,
    "submitResidenceClaim": residence,
    "withdrawResidenceClaim": residence_claim(approved=False),
    "renewResidenceClaim": residence_claim(approved=True),
    "recordGuardianship": minor,
    "endGuardianship": guardianship(),
    "giveGuardianConsent": guardianship(),
    "withdrawGuardianConsent": guardianship(GuardianConsentKind.ACTIVITIES),
    "redeemReward": reward,
    "cancelRedemption": redemption,
    "registerMember": member,
    "resubmitMemberRegistration": member_registration(MemberRegistrationStatus.RETURNED),
    "withdrawMemberRegistration": member_registration(MemberRegistrationStatus.SUBMITTED),
    "applyForPost": post,
    "withdrawPostClaim": post_claim,
    "askToLeavePost": service(PostClaimStatus.SERVING),
    "stayOnPost": service(PostClaimStatus.LEAVING),
    "acceptDuty": invitation,
    "skipDuty": duty,
    "offerDuty": duty,
    "withdrawDutyOffer": offered_duty,
    "takeOverDuty": duty_of_neighbour,
    "registerUnit": unit,
    "submitUnitRegistration": unit_registration(UnitRegistrationStatus.RETURNED),
    "withdrawUnitRegistration": unit_registration(UnitRegistrationStatus.SUBMITTED),
    "raiseTopic": raised,
    "secondTopic": topic,
    "followTopic": topic,
    "unfollowTopic": topic,
    "withdrawTopic": own_topic,
    "submitOpinion": opinion,
    "endorseOpinion": endorsement,
    "reportOpinion": endorsement,
    "withdrawOpinion": own_opinion,
    "submitTicket": ticket,
    "followTicket": own_ticket,
    "unfollowTicket": own_ticket,
    "withdrawTicket": own_ticket,
    "supplementTicket": own_ticket,
    "disputeTicket": solved_ticket,
    "escalateTicket": ticket_disputed_twice,
    "rateTicket": solved_ticket,
    "signUpForDates": dates,
    "withdrawFromDates": dates_signed_up_for,
    "rateShift": helped,
    "requestCertificate": volunteer,
    "withdrawCertificateRequest": certificate,
    "signUpForShift": shift,
    "withdrawSignup": signup,
    "findCover": signup,
    "acceptOffer": offered_signup,
    "declineOffer": offered_signup,
    "agreeToChange": signup_to_agree,
}


def fields_of(operation: Operation) -> dict[str, Any]:
    """The properties of its body; none where it takes no JSON."""
    content = operation.spec.get("requestBody", {}).get("content", {})
    reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
    schemas = operation.document["components"]["schemas"]
    fields: dict[str, Any] = schemas.get(reference.split("/")[-1], {}).get("properties", {})
    return fields


DESK_ACTS = {
    operation.spec["operationId"]: operation
    for operation in OPERATIONS
    if operation.is_admin and "witness" in fields_of(operation)
}


OTHERWISE_AT_DESK = {
    "updateMyParticipation": "renameParticipant",
    "leaveCommunity": "leaveCommunity",
    "issueGuardianCode": "recordGuardianship",
    "signUpMinor": "signUpForShift",
    "withdrawSignupOfMinor": "withdrawSignup",
    "acceptOfferToMinor": "acceptOffer",
    "declineOfferToMinor": "declineOffer",
    "unfollowTicket": "unfollowTicket",
    "unfollowTopic": "unfollowTopic",
    "checkIn": "checkInParticipant",
    "checkOut": "checkOutParticipant",
    "uploadCheckInPacket": "checkInParticipant",
}
"""Operations of residents whose twin has another path: the desk names the participant, a DELETE has
no body for a witness, and who shows no code is found by their attendance."""
WITHOUT_A_DESK = {"castVote", "changeVote", "markMessageRead", "takeOverParticipant"}
"""Operations of residents whose twin has another path: the desk names the participant, and a DELETE
has no body for a witness."""
WITHOUT_A_DESK = {
    *("castVote", "changeVote", "markMessageRead", "takeOverParticipant", "declareMyAgeBand"),
}
"""The desk does not declare an age: it notes what it has seen (`noteParticipantAgeBand`)."""


def test_what_a_resident_does_in_a_community_the_desk_can_do_for_them() -> None:
    """The desk's twin of each write stands at the same path, except what is listed above."""
    names = {str(one) for one in OPERATIONS}
    missing = {
        one.spec["operationId"]
        for one in OPERATIONS
        if one.path.startswith("/v1/communities/") and one.method != "GET"
        if f"{one.method} /admin{one.path}" not in names
    }
    assert missing == OTHERWISE_AT_DESK.keys() | WITHOUT_A_DESK
    assert set(OTHERWISE_AT_DESK.values()) <= DESK_ACTS.keys()


def test_every_desk_act_is_called_here() -> None:
    assert ARRANGEMENTS.keys() == DESK_ACTS.keys()


async def test_the_audit_entry_of_every_desk_act_has_its_witness(
    http: AsyncClient, database: Database
) -> None:
    failures = {}
    for name, operation in DESK_ACTS.items():
        community = await a_community(database)
        clerk = await staff(database, community, Role.COMMUNITY_ADMIN)
        answer = await _call(http, operation, await town_for(database, community, name), clerk)
        entries = await _entries(database, community)
        if not answer.is_success or entries != [(clerk, WITNESS)]:
            failures[name] = (answer.status_code, answer.text, entries)
    assert not failures, "\n".join(f"{name}: {failure}" for name, failure in failures.items())


FOR_NO_PARTICIPANT = {"registerUnit", "joinCommunity"} | {
    name for name in DESK_ACTS if "UnitRegistration" in name
}
"""Acts for an organization, and for a person who has no account yet."""
WITH_A_MESSAGE_OF_THEIR_OWN = {
    *("submitOpinion", "registerMember", "submitMemberRegistration", "withdrawSignup"),
    *("resubmitMemberRegistration", "withdrawMemberRegistration", "withdrawPostClaim"),
    *("withdrawResidenceClaim", "withdrawTicket", "escalateTicket"),
    "cancelRedemption",
    *("recordGuardianship", "endGuardianship", "giveGuardianConsent", "withdrawGuardianConsent"),
    *("askToLeavePost", "stayOnPost", "markAbsent", "withdrawFromDates"),
    *("acceptOffer", "declineOffer"),
}
OF_THE_RESIDENT = {
    *("renameParticipant", "leaveCommunity", "secondTopic", "raiseTopic", "followTopic"),
    *("unfollowTopic", "submitTicket", "followTicket", "unfollowTicket", "submitResidenceClaim"),
    *("signUpForDates", "withdrawFromDates", "signUpForShift", "endorseOpinion", "reportOpinion"),
    "redeemReward",
}
"""Acts in the name of the town's resident."""


async def test_every_desk_act_is_told_to_its_person(http: AsyncClient, database: Database) -> None:
    """It was so: staff made people leave, renamed them and seconded in their name, untold."""
    failures = {}
    for name, operation in DESK_ACTS.items():
        if name in FOR_NO_PARTICIPANT:
            continue
        community = await a_community(database)
        clerk = await staff(database, community, Role.COMMUNITY_ADMIN)
        town = await town_for(database, community, name)
        answer = await _call(http, operation, town, clerk)
        await Worker(database).run_due()
        async with database.transaction() as session:
            query = select(InboxMessage).filter_by(community_id=community)
            messages = list(await session.scalars(query))
            to_resident = is_to(community, town.resident.id)
            to_them = list(await session.scalars(select(InboxMessage).where(to_resident)))
        contents = [content_of(message) for message in messages]
        kinds = "communities.desk_acted"
        acts = [one.variables["act"] for one in contents if one.kind.startswith(kinds)]
        is_right = acts == [] if name in WITH_A_MESSAGE_OF_THEIR_OWN else len(acts) == 1
        if not messages or "other" in acts or not is_right:
            failures[name] = (answer.status_code, contents)
        if name in OF_THE_RESIDENT and not to_them:
            failures[name] = (answer.status_code, contents)
        opens = [await opened(http, one, cast(UUID, town.resident.user_id)) for one in to_them]
        if set(opens) - {200}:
            failures[f"{name} opens"] = (max(opens), contents)
    assert not failures, "\n".join(f"{name}: {failure}" for name, failure in failures.items())


async def test_nobody_is_their_own_witness(http: AsyncClient, database: Database) -> None:
    failures = {}
    for name, operation in DESK_ACTS.items():
        community = await a_community(database)
        clerk = await staff(database, community, Role.COMMUNITY_ADMIN)
        async with database.transaction() as session:
            session.add(
                Administrator(
                    user_id=clerk,
                    login_name=f"clerk{len(str(clerk))}.{name}".lower()[:40],
                    name="欧阳·小敏",
                    password_hash=None,
                    created_at=NOW,
                )
            )
        town = await town_for(database, community, name)
        answer = await _call(http, operation, town, clerk, "欧阳・小 敏")
        if answer.json().get("code") != "communities.witness_is_actor":
            failures[name] = (answer.status_code, answer.text)
    assert not failures, "\n".join(f"{name}: {failure}" for name, failure in failures.items())


@pytest.mark.parametrize(
    "written",
    [
        "欧阳・小 敏",
        "欧阳小敏\u200d",
        "欧阳\ufe0f小敏",
        "欧阳小敏\u3164",
        "欧阳-小敏",
        "欧阳小敏。",
    ],
    ids=ascii,
)
def test_a_name_written_otherwise_is_the_same(written: str) -> None:
    assert letters_of_name(written) == letters_of_name("欧阳·小敏")
    assert letters_of_name("Li-Na.01") == "lina01"


async def town_for(database: Database, community: UUID, name: str) -> Town:
    kind = ParticipantKind.VISITOR if name == "submitResidenceClaim" else ParticipantKind.RESIDENT
    resident = await a_participant(database, community, kind=kind)
    return Town(database, community, resident, await a_participant(database, community))


async def _call(
    http: AsyncClient, operation: Operation, town: Town, clerk: UUID, witness: str = WITNESS
) -> Response:
    call = await ARRANGEMENTS[operation.spec["operationId"]](town)
    return await call_arranged(http, operation, town, call, clerk, witness)


async def call_arranged(
    http: AsyncClient,
    operation: Operation,
    town: Town,
    call: Call,
    clerk: UUID,
    witness: str = WITNESS,
) -> Response:
    """Calls an operation whose row is there already."""
    allowed = fields_of(operation).keys()
    given = {field: value for field, value in call.body.items() if field in allowed}
    return await http.request(
        operation.method,
        operation.target(community_id=town.community, **call.path),
        json=operation.body()["json"] | given | {"witness": witness},
        headers=as_admin(clerk, f"desk-{uuid4()}"),
    )


async def _entries(database: Database, community: UUID) -> list[tuple[UUID, str | None]]:
    entries = await audited(database, community)
    return [(entry.actor_id, entry.facts.get("witness")) for entry in entries]
