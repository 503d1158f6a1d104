"""Own acts and acts of the desk: whose they are, and how they are audited."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Engine

from app.communities.acting import (
    ActingFor,
    load_active_participant,
    load_any_participant,
    record_act,
    record_desk_act,
)
from app.communities.errors import ParticipantInactive
from app.communities.models import Channel, Participant, ParticipantStatus
from app.kernel.database.engine import Database
from app.kernel.errors import UnknownReference
from tests.audit import audited
from tests.factories import a_community, a_participant, a_person_without_phone


def at_desk(participant_id: UUID) -> ActingFor:
    return ActingFor(uuid4(), participant_id, Channel.DESK, "王芳")


@contextmanager
def recorded_statements() -> Iterator[list[str]]:
    statements: list[str] = []

    def record(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", record)
    yield statements
    event.remove(Engine, "before_cursor_execute", record)


async def test_whoever_the_desk_names_is_there_and_active(database: Database) -> None:
    community, other_community = await a_community(database), await a_community(database)
    blocked = await a_participant(database, community, status=ParticipantStatus.BLOCKED)
    stranger = await a_participant(database, other_community)
    async with database.transaction() as session:
        participant = await load_any_participant(session, community, at_desk(blocked.id))
        assert participant.id == blocked.id
        with pytest.raises(ParticipantInactive):
            await load_active_participant(session, community, at_desk(blocked.id))
        for unknown_id in (uuid4(), stranger.id):
            with pytest.raises(UnknownReference):
                await load_active_participant(session, community, at_desk(unknown_id))


async def test_who_acts_for_themselves_is_not_read_again(database: Database) -> None:
    community = await a_community(database)
    someone = await a_participant(database, community)
    async with database.transaction() as session:
        query = select(Participant).filter_by(community_id=community, user_id=someone.user_id)
        me = (await session.scalars(query)).one()
        with recorded_statements() as statements:
            acting = ActingFor.participant(me)
            assert await load_active_participant(session, community, acting) is me
        assert statements == []
        with recorded_statements() as statements, pytest.raises(UnknownReference):
            await load_active_participant(session, community, at_desk(uuid4()))
        assert len(statements) == 1


async def test_nobody_without_a_login_acts_for_themselves(database: Database) -> None:
    person = await a_person_without_phone(database, await a_community(database))
    with pytest.raises(ParticipantInactive):
        ActingFor.participant(person)


async def test_the_desk_is_audited_and_residents_are_not(database: Database) -> None:
    community = await a_community(database)
    me = await a_participant(database, community)
    own, desk = ActingFor.participant(me), at_desk(me.id)
    async with database.transaction() as session:
        for acting in (own, desk):
            record_desk_act(session, community, acting, "participant.renamed", me)
        record_act(session, community, own, "unit_registration.submitted", me)
    entries = await audited(database)
    assert [(entry.action, entry.actor_id, entry.facts) for entry in entries] == [
        ("participant.renamed", desk.by, {"witness": "王芳"}),
        ("unit_registration.submitted", own.by, {}),
    ]
