"""/v1/communities/{community_id}: check-ins of participants, and what their leaders confirm."""

from uuid import UUID

from fastapi import Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.identity.consents.hot import has_consent
from app.identity.deps import CurrentUser, IdempotentForUser
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.idempotency import Key, KeyReused
from app.kernel.errors import UnknownReference
from app.kernel.lane.hot_route import HotRoute
from app.kernel.lane.lane import HotLane, Lane
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute, response_of
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.check_ins import service as check_ins
from app.service_records.check_ins import uploads
from app.service_records.check_ins.codes import OccasionCode, read_code
from app.service_records.check_ins.deps import OwnAttendanceRow
from app.service_records.check_ins.errors import (
    AlreadyCheckedIn,
    AlreadyCheckedOut,
    CheckInClosed,
    CheckInNotOpen,
    CodeExpired,
    CodeNotShown,
    CodeOfAnotherOccasion,
    CodeUnknown,
    NotCheckedIn,
    NotExpected,
    OccasionCancelled,
    OwnAttendance,
    PacketForged,
    PacketKeyExpired,
    PacketKeyNotOpen,
    PersonalCodeWrong,
)
from app.service_records.check_ins.fence import Location
from app.service_records.check_ins.hot import CHECK_IN, CHECK_OUT
from app.service_records.check_ins.rules import CheckInCommand, CheckOutCommand
from app.service_records.check_ins.schemas import (
    CheckIn,
    CheckOut,
    CheckOutConfirmation,
    CodeOut,
    Confirmation,
    LocationIn,
    Packet,
    PacketKeyOut,
    PacketOut,
    PersonalCodeOut,
    PresenceOut,
    ScanAct,
)
from app.service_records.leaders.deps import AttendanceToConfirm, OccasionToLead, require_leader
from app.service_records.models import Attendance, Occasion

hot_router = Router(prefix="/check-ins", tags=["check-ins"], route_class=HotRoute)
router = Router(prefix="/check-ins", tags=["check-ins"])
leaders_router = Router(
    tags=["check-ins"], route_class=IdempotentRoute, dependencies=[IdempotentForUser]
)
unstored_router = Router(tags=["check-ins"])


@hot_router.post(
    "",
    status_code=201,
    response_model=PresenceOut,
    responses=problems(
        *(NotAParticipant, ParticipantInactive, CodeUnknown, CodeExpired, NotExpected),
        *(AlreadyCheckedIn, CheckInNotOpen, CheckInClosed, OccasionCancelled, KeyReused),
        Attendance.WRONG_STATE,
    ),
)
async def check_in(community_id: UUID, body: CheckIn, user: CurrentUser, lane: HotLane) -> Response:
    """Check in by the code that the leader's device shows. The code names the occasion. The `nonce`
    takes the place of an Idempotency-Key: the same one gives the same answer. A location is never
    needed; without a consent to `location_at_check_in` it is not looked at."""
    code = _code(body.code)
    command = CheckInCommand(
        ActingFor.oneself(user),
        clock.now(),
        code,
        _key("check-in", body.nonce, code.name),
        await _location(lane, user, body.location),
    )
    return response_of(await lane.submit(CHECK_IN.serve_many, community_id, user, command))


@hot_router.post(
    "/{attendance_id}/check-out",
    response_model=PresenceOut,
    responses=problems(
        *(NotAParticipant, ParticipantInactive, AlreadyCheckedOut, NotCheckedIn),
        *(CodeUnknown, CodeExpired, CodeOfAnotherOccasion, KeyReused, Attendance.WRONG_STATE),
    ),
)
async def check_out(
    community_id: UUID, attendance_id: UUID, body: CheckOut, user: CurrentUser, lane: HotLane
) -> Response:
    """Check out, with the code of the occasion or without. Who forgets it is checked out at the
    end of the occasion, and a person looks at it."""
    command = CheckOutCommand(
        ActingFor.oneself(user),
        clock.now(),
        attendance_id,
        None if body.code is None else _code(body.code),
        _key("check-out", body.nonce, str(attendance_id)),
        await _location(lane, user, body.location),
    )
    return response_of(await lane.submit(CHECK_OUT.serve_many, community_id, user, command))


@router.get("/{attendance_id}", response_model=PresenceOut)
async def get_check_in(attendance: OwnAttendanceRow, session: Session) -> PresenceOut:
    """Get my attendance at an occasion. Its id is that of the sign-up or of the duty."""
    return await check_ins.show_own(session, attendance)


@router.get(
    "/{attendance_id}/personal-code",
    response_model=PersonalCodeOut,
    responses=problems(CodeNotShown, OccasionCancelled, Attendance.WRONG_STATE),
)
async def get_personal_code(attendance: OwnAttendanceRow, session: Session) -> PersonalCodeOut:
    """Get my own code for a leader to scan. With its `key` the phone makes the next codes itself
    where there is no network."""
    return await check_ins.show_personal_code(session, attendance)


@unstored_router.get(
    "/occasions/{occasion_id}/check-in-code",
    response_model=CodeOut,
    responses=problems(CodeNotShown, OccasionCancelled),
)
async def get_check_in_code(occasion: OccasionToLead) -> CodeOut:
    """Get the present code of an occasion that I lead, to show it as a QR code or to read it out.
    It changes every thirty seconds."""
    return check_ins.show_code(occasion)


@unstored_router.get(
    "/occasions/{occasion_id}/packet-key",
    response_model=PacketKeyOut,
    responses=problems(PacketKeyNotOpen, OccasionCancelled),
)
async def get_packet_key(occasion: OccasionToLead, me: ActiveParticipant) -> PacketKeyOut:
    """Get the key with which my device signs what it scans without network."""
    return check_ins.give_packet_key(occasion, me)


@leaders_router.post(
    "/attendances/{attendance_id}/check-in",
    response_model=PresenceOut,
    responses=problems(
        *(ParticipantInactive, OwnAttendance, PersonalCodeWrong, AlreadyCheckedIn),
        *(CheckInNotOpen, CheckInClosed, OccasionCancelled, Attendance.WRONG_STATE),
    ),
)
async def check_in_participant(
    attendance: AttendanceToConfirm, body: Confirmation, me: ActiveParticipant, session: Session
) -> PresenceOut:
    """Check somebody in whose occasion I lead: by their code that I have scanned, or by a tick in
    the roster. Nobody confirms themselves."""
    code = body.personal_code
    return await check_ins.confirm(session, attendance, ScanAct.CHECK_IN, code, leader=me)


@leaders_router.post(
    "/attendances/{attendance_id}/check-out",
    response_model=PresenceOut,
    responses=problems(
        *(ParticipantInactive, OwnAttendance, PersonalCodeWrong, AlreadyCheckedOut, NotCheckedIn),
        Attendance.WRONG_STATE,
    ),
)
async def check_out_participant(
    attendance: AttendanceToConfirm,
    body: CheckOutConfirmation,
    me: ActiveParticipant,
    session: Session,
) -> PresenceOut:
    """Check somebody out whose occasion I lead. With `is_correction`, until the end, a mistaken
    check-out by a leader is replaced by the one of now."""
    code = body.personal_code
    return await check_ins.confirm(
        session,
        attendance,
        ScanAct.CHECK_OUT,
        code,
        leader=me,
        is_correction=body.is_correction,
    )


@leaders_router.post(
    "/check-in-packets",
    response_model=PacketOut,
    responses=problems(
        *(ParticipantInactive, UnknownReference, PacketForged, PacketKeyExpired),
    ),
)
async def upload_check_in_packet(
    body: Packet, me: ActiveParticipant, session: Session
) -> PacketOut:
    """Upload what a leader's device has scanned without network. It may be sent again, in any
    order and from several devices: of each person the earliest scans count. Each scan is
    answered."""
    key = {"community_id": me.community_id, "id": body.occasion_id}
    occasion = await session.get(Occasion, key)
    if occasion is None:
        raise UnknownReference
    await require_leader(session, occasion, me)
    return await uploads.upload(session, occasion, body)


def _code(text: str) -> OccasionCode:
    try:
        return read_code(text)
    except ValueError:
        raise CodeUnknown from None


def _key(act: str, nonce: str, what: str) -> Key:
    """Returns the key that a nonce stands for: it is stored as no more than a keyed digest. Not
    the code, which changes while a phone tries again, but what it names belongs to the request."""
    return Key.of(f"{act} {nonce}", act.encode(), what.encode())


async def _location(lane: Lane, user: UUID, location: LocationIn | None) -> Location | None:
    """Returns the location where the person agrees to its use."""
    if location is None or not await has_consent(lane, user, Purpose.LOCATION_AT_CHECK_IN):
        return None
    return location.location()
