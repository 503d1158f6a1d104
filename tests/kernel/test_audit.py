"""Audit entries: what stands open of them, what is sealed, and whom they concern."""

from uuid import UUID

from sqlalchemy import select, text

from app.communities.models import Participant, Role
from app.communities.permissions import Staff
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditContent, AuditEntry, concerns, record
from app.kernel.privacy.origin import NO_REQUEST, Origin, set_origin
from tests.audit import audited
from tests.client import as_admin, client_of
from tests.factories import a_claim, a_community, a_household, a_participant, staff

REASON = "核对赵云的身份"
COLUMNS = """
SELECT e::text, c::text FROM audit_entries e
JOIN audit_contents c ON c.community_id = e.community_id AND c.id = e.id
"""


async def test_facts_and_whom_it_concerns_are_sealed(database: Database) -> None:
    here = await a_community(database)
    resident = await a_participant(database, here)
    home = await a_household(database, here)
    claim = await a_claim(database, resident, home)
    worker = Staff(here, await staff(database, here), ())
    set_origin(Origin(worker.id, "203.0.113.9"))
    async with database.transaction() as session:
        record(session, worker, "sealed.revealed", claim, resident.id, reason=REASON)
    set_origin(NO_REQUEST)
    async with database.transaction() as session:
        stored = str((await session.execute(text(COLUMNS))).all())
    words = (REASON, str(resident.id), str(worker.id), str(claim.id), "revealed", "203.0.113.9")
    assert not [word for word in words if word in stored]
    [entry] = await audited(database)
    assert (entry.about, entry.facts) == (resident.id, {"reason": REASON})
    assert (entry.session_id, entry.address) == (worker.id, "203.0.113.9")


async def test_entries_about_a_person_are_found_by_them(database: Database) -> None:
    here = await a_community(database)
    resident, other = await a_participant(database, here), await a_participant(database, here)
    worker = Staff(here, await staff(database, here), ())
    async with database.transaction() as session:
        for person in (resident, resident, other):
            record(session, worker, "participant.renamed", person, person.id)
        record(session, worker, "activity.drafted", worker)
    async with database.transaction() as session:
        about = select(AuditContent).where(concerns(here, resident.id))
        found = (await session.scalars(about)).all()
        stored = (await session.scalars(select(AuditEntry))).all()
    assert len(found) == 2
    assert [entry.action for entry in stored] == ["person.concerned"] * 3 + ["activity.drafted"]
    assert {entry.actor_id for entry in stored[:3]} == {UUID(int=0)}


async def test_an_entry_says_from_which_login_and_address_it_came(database: Database) -> None:
    here = await a_community(database)
    worker = await staff(database, here, Role.COMMUNITY_ADMIN)
    resident: Participant = await a_participant(database, here)
    path = f"/admin/v1/communities/{here}/participants/{resident.id}"
    async with client_of(database) as http:
        await http.post(f"{path}/block", json={"reason": "扰乱"}, headers=as_admin(worker))
    [entry] = await audited(database)
    assert (entry.session_id, entry.address) == (worker, "127.0.0.1")
    assert isinstance(entry.session_id, UUID)
