"""Hot lanes: checking in by a code, and checking out, for a group at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic_core import to_json

from app.communities.people import Person, refuse_inactive
from app.kernel.database.idempotency import StoredResponse
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import HotCommand, NewRow, Values, write_rows
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
from app.service_records.check_ins.statements import (
    CHECK_IN_ROWS,
    CHECK_OUT_ROWS,
    LOAD,
    LOAD_TO_LEAVE,
    LOCK,
    LOCK_TO_LEAVE,
)
from app.service_records.events import AttendanceLeft
from app.service_records.models import (
    Attendance,
    AttendanceStatus,
    CheckMeans,
    Occasion,
)


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
    attendance = LockedAttendance(id_, *facts)
    if position is None:
        return attendance
    return replace(
        attendance,
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
    body = _body(
        admitted,
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
    response = StoredResponse(201, body, {"Location": location})
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
    body = _body(
        admitted,
        status=AttendanceStatus.LEFT,
        checked_out_at=command.at,
        check_out_means=means,
        has_clock_doubt=False,
        out_position=admitted.position,
        out_accuracy=admitted.accuracy,
    )
    sealed = (
        _sealed(Attendance.out_position, community_id, id_, admitted.position),
        _sealed(Attendance.out_accuracy, community_id, id_, admitted.accuracy),
    )
    event = AttendanceLeft(attendance_id=id_)
    return NewRow(id_, (id_, command.at, means, *sealed), StoredResponse(200, body), event)


def _sealed(
    field: ChoiceAtRest[Any], community_id: UUID, id_: UUID, value: StrEnum | None
) -> bytes | None:
    return None if value is None else field.seal_for(Attendance, community_id, id_, value)


def _body(admitted: Admitted, **changed: Any) -> bytes:
    """Returns a `PresenceOut`, written without the model, which would validate it once more. It is
    stored with the nonce, and holds no coordinates."""
    occasion, presence = admitted.occasion, admitted.attendance
    return to_json(
        {
            "id": presence.id,
            "occasion_id": occasion.id,
            "kind": occasion.kind,
            "occasion_title": occasion.title,
            "starts_at": occasion.starts_at,
            "ends_at": occasion.ends_at,
            "status": presence.status,
            "checked_in_at": presence.checked_in_at,
            "check_in_means": presence.check_in_means,
            "checked_out_at": presence.checked_out_at,
            "check_out_means": presence.check_out_means,
            "in_position": presence.in_position,
            "in_accuracy": presence.in_accuracy,
            "out_position": presence.out_position,
            "out_accuracy": presence.out_accuracy,
            "is_closed_by_sweep": presence.is_closed_by_sweep,
            "has_clock_doubt": presence.has_clock_doubt,
            **changed,
            "actions": actions_of(changed["status"]),
        }
    )


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
