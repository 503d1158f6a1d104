"""PostgreSQL's own log names nobody, whatever is submitted twice."""

from pathlib import Path
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import URL, text
from sqlalchemy.exc import IntegrityError

from app.communities.models import Participant
from app.identity.models import Purpose
from app.kernel.database.engine import Database
from tests.client import as_
from tests.consultations.ballots import a_ballot, vote
from tests.double_reporting.members import a_post, an_organization
from tests.factories import (
    a_community,
    a_household,
    a_participant,
    a_shift,
    a_topic,
    a_user,
    consented,
    participants,
)

SCHEDULE = {"accepts_schedule": True}


class Log:
    """Log of the server, read from where `forget` was called last."""

    def __init__(self, path: Path) -> None:
        self._path, self._begin = path, 0

    def forget(self) -> None:
        self._begin = self._path.stat().st_size

    def read(self) -> str:
        return self._path.read_bytes()[self._begin :].decode(errors="replace")


@pytest.fixture
def log(server: URL) -> "Log":
    """The log of a server on this machine, which lies beside its socket."""
    path = Path(str(server.query.get("host", "nowhere"))) / "log"
    if not path.exists():
        pytest.skip("the log of the server cannot be read from here")
    return Log(path)


@pytest.fixture
async def me(own_database: Database) -> Participant:
    me = await a_participant(own_database, await a_community(own_database))
    assert me.user_id is not None
    for purpose in (Purpose.PARTY_MEMBERSHIP, Purpose.RESIDENCE):
        await consented(own_database, me.user_id, purpose)
    return me


async def submit_twice(phone: AsyncClient, path: str, user: UUID, body: object) -> list[int]:
    keys = [f"{path[-12:]}-{n}" for n in range(2)]
    answers = [await phone.post(path, json=body, headers=as_(user, key)) for key in keys]
    return [answer.status_code for answer in answers]


async def test_what_is_submitted_twice_does_not_stand_in_the_server_s_log(
    log: Log, own_database: Database, phone: AsyncClient, me: Participant
) -> None:
    assert me.user_id is not None
    here = f"/v1/communities/{me.community_id}"
    organization = await an_organization(own_database, me.community_id)
    household = await a_household(own_database, me.community_id)
    newcomer = await a_user(own_database)
    log.forget()
    member = {"organization_id": str(organization.id), "real_name": "王秀英"}
    residence = {"household_id": str(household.id), "real_name": "王秀英"}
    codes = [
        await submit_twice(phone, f"{here}/member-registrations", me.user_id, member),
        await submit_twice(phone, f"{here}/residence-claims", me.user_id, residence),
        await submit_twice(phone, f"{here}/participants", newcomer, {"display_name": "秀英"}),
    ]
    assert codes == [[201, 409]] * 3
    written = log.read()
    people = {str(me.id), str(me.user_id), str(newcomer)}
    assert not [person for person in people if person in written], written


async def test_nor_do_those_who_claim_sign_up_second_and_vote_twice(
    log: Log, own_database: Database, phone: AsyncClient, me: Participant
) -> None:
    assert me.user_id is not None
    here = f"/v1/communities/{me.community_id}"
    post = await a_post(own_database, me.community_id)
    shift = await a_shift(own_database, me.community_id, places=3)
    topic = await a_topic(own_database, me.community_id)
    ballot = await a_ballot(own_database, me.community_id)
    accepted = {"is_risk_acknowledged": True}
    log.forget()
    codes = [
        await submit_twice(phone, f"{here}/posts/{post.id}/claims", me.user_id, SCHEDULE),
        await submit_twice(phone, f"{here}/shifts/{shift.id}/signups", me.user_id, accepted),
        await submit_twice(phone, f"{here}/topics/{topic.id}/second", me.user_id, None),
        [(await vote(phone, ballot, me, key=f"my-vote-{n}")).status_code for n in range(2)],
    ]
    assert [code[1] for code in codes] == [409] * 4, codes
    written = log.read()
    assert not [person for person in (str(me.id), str(me.user_id)) if person in written], written


async def test_a_provoked_violation_is_found_there(
    log: Log, own_database: Database, me: Participant
) -> None:
    """The search above finds what a provoked violation writes."""
    log.forget()
    insert = text(
        "INSERT INTO participants SELECT * FROM participants"
        " WHERE community_id = :community AND id = :id"
    )
    with pytest.raises(IntegrityError):
        async with own_database.transaction() as session:
            await session.execute(insert, {"community": me.community_id, "id": me.id})
    assert str(me.id) in log.read()


async def test_the_server_s_log_says_nothing_of_votes(
    log: Log, own_database: Database, phone: AsyncClient
) -> None:
    """Votes that are cast twice provoke no violation, whose key PostgreSQL would log."""
    community = await a_community(own_database)
    people = await participants(own_database, community, 5)
    ballot = await a_ballot(own_database, community)
    log.forget()
    for n in range(2):
        for person in people:
            answer = await vote(phone, ballot, person, key=f"vote-{n}-{person.id}")
            assert answer.status_code == (201, 409)[n]
    said = log.read()
    assert not any(word in said for word in ("ERROR", "DETAIL", "votes", "electoral_roll"))
