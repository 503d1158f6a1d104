"""Hot lanes: checking in by a code, and checking out, for a group at a time."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from app.communities.people import Person, refuse_inactive
from app.kernel.database.idempotency import StoredResponse
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import JOIN_STORED, STORED, HotCommand, NewRow, Values, write_rows
from app.kernel.privacy.at_rest import ChoiceAtRest
from app.service_records.check_ins.fence import Point
from app.service_records.check_ins.rules import (
    Admitted,
    CheckInCommand,
    CheckOutCommand,
    Facts,
    LockedAttendance,
    OccasionFacts,
    actions_of,
    decide,
    decide_leaving,
)
from app.service_records.check_ins.schemas import PresenceOut
from app.service_records.events import AttendanceLeft
from app.service_records.models import (
    Attendance,
    AttendanceStatus,
    CheckMeans,
    Occasion,
)

# A code names its occasion by the last digits of the id. Attendances are all that is locked: a
# withdrawal takes the same lock, and LOAD sees no attendance that is not locked here.
LOCK = """
WITH attended AS MATERIALIZED (
    SELECT a.id FROM attendances a
    WHERE a.community_id = $1 AND a.id = ANY(ARRAY(
        SELECT m.id
        FROM unnest($2::uuid[], $3::text[]) AS w (user_id, name)
        JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
        JOIN occasions o ON o.community_id = $1 AND right(o.id::text, 7) = w.name
        JOIN attendances m ON m.community_id = $1 AND m.participant_id = p.id
         AND m.occasion_id = o.id AND m.status <> 'released'
    ))
    ORDER BY a.id FOR NO KEY UPDATE
)
SELECT id FROM attended
"""
FACTS = """p.id, p.status,
       o.community_id, o.id, o.kind, o.title, o.status, o.starts_at, o.ends_at,
       o.gcj02_longitude, o.gcj02_latitude, o.code_key_sealed,
       a.id, a.status, a.checked_in_at, a.check_in_means, a.checked_out_at, a.check_out_means,
       a.is_closed_by_sweep, a.has_clock_doubt, a.in_position_sealed, a.in_accuracy_sealed"""
# Should two occasions share their last digits, the one that ends next is meant.
LOAD = f"""
SELECT {STORED},
       {FACTS}
FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $6::uuid[])
    WITH ORDINALITY AS w (user_id, name, at, key_id, n)
{JOIN_STORED}
LEFT JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
LEFT JOIN LATERAL (
    SELECT * FROM occasions c
    WHERE c.community_id = $1 AND right(c.id::text, 7) = w.name
    ORDER BY c.ends_at < w.at, c.ends_at
    LIMIT 1
) o ON true
LEFT JOIN attendances a ON a.community_id = $1 AND a.occasion_id = o.id
    AND a.participant_id = p.id AND a.status <> 'released' AND a.id = ANY($5::uuid[])
ORDER BY w.n
"""
CHECK_IN_ROWS = """
UPDATE attendances a
SET status = 'present', checked_in_at = u.at, check_in_means = 'code', has_clock_doubt = false,
    in_position_sealed = u.position, in_accuracy_sealed = u.accuracy
FROM unnest($2::uuid[], $3::timestamptz[], $4::bytea[], $5::bytea[])
    AS u (id, at, position, accuracy)
WHERE a.community_id = $1 AND a.id = u.id
"""
LOCK_TO_LEAVE = """
WITH attended AS MATERIALIZED (
    SELECT a.id FROM attendances a
    WHERE a.community_id = $1 AND a.id = ANY(ARRAY(
        SELECT m.id
        FROM unnest($2::uuid[], $3::uuid[]) AS w (user_id, attendance_id)
        JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
        JOIN attendances m ON m.community_id = $1 AND m.id = w.attendance_id
         AND m.participant_id = p.id
    ))
    ORDER BY a.id FOR NO KEY UPDATE
)
SELECT id FROM attended
"""
LOAD_TO_LEAVE = f"""
SELECT {STORED},
       {FACTS}
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[])
    WITH ORDINALITY AS w (user_id, attendance_id, key_id, n)
{JOIN_STORED}
LEFT JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
LEFT JOIN attendances a ON a.community_id = $1 AND a.id = w.attendance_id
    AND a.participant_id = p.id
LEFT JOIN occasions o ON o.community_id = $1 AND o.id = a.occasion_id
ORDER BY w.n
"""
CHECK_OUT_ROWS = """
UPDATE attendances a
SET status = 'left', checked_out_at = u.at, check_out_means = u.means, is_closed_by_sweep = false,
    out_position_sealed = u.position, out_accuracy_sealed = u.accuracy
FROM unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::bytea[], $6::bytea[])
    AS u (id, at, means, position, accuracy)
WHERE a.community_id = $1 AND a.id = u.id
"""


def lock_arguments(commands: Sequence[CheckInCommand]) -> Values:
    return [command.acting.by for command in commands], [command.code.name for command in commands]


def load_arguments(commands: Sequence[CheckInCommand]) -> Values:
    return ([command.at for command in commands],)


def locked_arguments(
    _community_id: UUID, _commands: Sequence[CheckInCommand], locked: Sequence[Values]
) -> Values:
    """Returns the ids of the attendances that are locked: one that came meanwhile is not judged."""
    return ([row[0] for row in locked],)


def lock_to_leave_arguments(commands: Sequence[CheckOutCommand]) -> Values:
    users = [command.acting.by for command in commands]
    return users, [command.attendance_id for command in commands]


def read_facts(rows: Sequence[Values]) -> list[Facts]:
    """Makes one object of an occasion, which all commands of the group share: its key is opened
    once."""
    occasions: dict[UUID, OccasionFacts] = {}
    return [_facts(row, occasions) for row in rows]


def _facts(row: Values, occasions: dict[UUID, OccasionFacts]) -> Facts:
    person, occasion, attendance = row[:2], row[2:12], row[12:22]
    id_ = occasion[1]
    if id_ is not None and id_ not in occasions:
        occasions[id_] = _occasion(*occasion)
    return Facts(
        person=None if person[0] is None else Person(*person),
        occasion=occasions.get(id_),
        attendance=None if attendance[0] is None else _attendance(occasion[0], *attendance),
    )


def _occasion(
    community_id: UUID,
    id_: UUID,
    kind: str,
    title: str,
    status: str,
    starts_at: datetime,
    ends_at: datetime,
    *more: Any,
) -> OccasionFacts:
    longitude, latitude, key = more
    has_point = longitude is not None and latitude is not None
    return OccasionFacts(
        *(id_, kind, title, status, starts_at, ends_at),
        centre=Point(longitude, latitude) if has_point else None,
        code_key=Occasion.code_key.shown_for(Occasion, community_id, id_, key),
    )


def _attendance(community_id: UUID, id_: UUID, *columns: Any) -> LockedAttendance:
    *facts, position, accuracy = columns
    return replace(
        LockedAttendance(id_, *facts),
        in_position=Attendance.in_position.shown_for(Attendance, community_id, id_, position),
        in_accuracy=Attendance.in_accuracy.shown_for(Attendance, community_id, id_, accuracy),
    )


async def write_check_ins(
    connection: Connection,
    community_id: UUID,
    admitted: Sequence[tuple[CheckInCommand, Admitted]],
) -> list[NewRow]:
    """Marks those as present who are admitted. Nothing follows from it before they leave."""
    rows = [_check_in(community_id, command, one) for command, one in admitted]
    await write_rows(connection, CHECK_IN_ROWS, community_id, [row.values for row in rows])
    return rows


def _check_in(community_id: UUID, command: CheckInCommand, admitted: Admitted) -> NewRow:
    id_ = admitted.attendance.id
    presence = replace(
        admitted.attendance,
        status=AttendanceStatus.PRESENT,
        checked_in_at=command.at,
        check_in_means=CheckMeans.CODE,
        has_clock_doubt=False,
        in_position=admitted.position,
        in_accuracy=admitted.accuracy,
    )
    sealed = (
        _sealed(Attendance.in_position, community_id, id_, admitted.position),
        _sealed(Attendance.in_accuracy, community_id, id_, admitted.accuracy),
    )
    location = f"/v1/communities/{community_id}/check-ins/{id_}"
    response = StoredResponse(201, _body(admitted.occasion, presence), {"Location": location})
    return NewRow(id_, (id_, command.at, *sealed), response)


async def write_check_outs(
    connection: Connection,
    community_id: UUID,
    admitted: Sequence[tuple[CheckOutCommand, Admitted]],
) -> list[NewRow]:
    """Ends the presence of those who leave, from which their hours follow."""
    rows = [_check_out(community_id, command, one) for command, one in admitted]
    await write_rows(connection, CHECK_OUT_ROWS, community_id, [row.values for row in rows])
    return rows


def _check_out(community_id: UUID, command: CheckOutCommand, admitted: Admitted) -> NewRow:
    id_ = admitted.attendance.id
    means = CheckMeans.SELF if command.code is None else CheckMeans.CODE
    presence = replace(
        admitted.attendance,
        status=AttendanceStatus.LEFT,
        checked_out_at=command.at,
        check_out_means=means,
        out_position=admitted.position,
        out_accuracy=admitted.accuracy,
    )
    sealed = (
        _sealed(Attendance.out_position, community_id, id_, admitted.position),
        _sealed(Attendance.out_accuracy, community_id, id_, admitted.accuracy),
    )
    response = StoredResponse(200, _body(admitted.occasion, presence))
    event = AttendanceLeft(attendance_id=id_)
    return NewRow(id_, (id_, command.at, means, *sealed), response, event)


def _sealed(
    field: ChoiceAtRest[Any], community_id: UUID, id_: UUID, value: StrEnum | None
) -> bytes | None:
    return None if value is None else field.seal_for(Attendance, community_id, id_, value)


def _body(occasion: OccasionFacts, presence: LockedAttendance) -> bytes:
    """Returns the answer, which is stored with the nonce: it holds no coordinates."""
    shown: dict[str, Any] = {
        "occasion_id": occasion.id,
        "kind": occasion.kind,
        "occasion_title": occasion.title,
        "starts_at": occasion.starts_at,
        "ends_at": occasion.ends_at,
        "actions": actions_of(presence.status),
    }
    return PresenceOut(**asdict(presence), **shown).model_dump_json().encode()


CHECK_IN = HotCommand[CheckInCommand, Facts, Admitted](
    table="attendances",
    lock=LOCK,
    load=LOAD,
    lock_arguments=lock_arguments,
    load_arguments=load_arguments,
    locked_arguments=locked_arguments,
    read_facts=read_facts,
    decide=decide,
    refuse_replay=refuse_inactive,
    write=write_check_ins,
)
CHECK_OUT = HotCommand[CheckOutCommand, Facts, Admitted](
    table="attendances",
    lock=LOCK_TO_LEAVE,
    load=LOAD_TO_LEAVE,
    lock_arguments=lock_to_leave_arguments,
    read_facts=read_facts,
    decide=decide_leaving,
    refuse_replay=refuse_inactive,
    write=write_check_outs,
)
