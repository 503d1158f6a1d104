"""A thief of the tables without the keys learns nobody's membership."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from types import NoneType
from typing import Any
from uuid import UUID

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.communities.models import Participant, Role
from app.double_reporting.models import MemberRegistration, MemberRegistrationStatus
from app.features import METADATA
from app.identity.consents.service import require_consent
from app.identity.consents.texts import TEXTS
from app.identity.models import Purpose
from app.kernel.crypto.digests import keyed_digest
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.database.migrations import INI, check, migrate
from app.kernel.privacy.audit import AuditContent, concerns
from app.organizations.models import PartyOrganization
from tests.client import as_, as_admin
from tests.double_reporting.members import a_registration, an_organization
from tests.double_reporting.test_members import Members
from tests.factories import a_community, a_participant, a_person_without_phone, consented, staff

TABLE = "member_registrations"
ORGANIZATIONS, VICTIMS = 38, 57
S = MemberRegistrationStatus
BEFORE = "202611280101"
"""The revision before registrations were sealed."""


async def seen(database: Database) -> dict[str, tuple[Any, ...]]:
    """Returns what the rows say, opened, by their states."""
    async with database.transaction() as session:
        rows = (await session.scalars(select(MemberRegistration))).all()
    assert {row.id.version for row in rows} == {4}
    return {
        str(row.status): (row.participant_id, row.proceedings, row.over_since is None)
        for row in rows
    }


async def test_registrations_are_sealed_with_their_data_up_down_and_up(
    own_url: str, own_engine: AsyncEngine, own_database: Database
) -> None:
    here = await a_community(own_database)
    for status in (S.SUBMITTED, S.RETURNED, S.ACTIVE):
        await a_registration(own_database, await a_participant(own_database, here), uuid7(), status)
    elder = await a_person_without_phone(own_database, here)
    declined = await a_registration(own_database, elder, uuid7())
    async with own_database.transaction() as session:
        row = await session.get_one(MemberRegistration, (here, declined.id))
        row.decline(row.proceedings.submitted_at + timedelta(days=3), here, "已在原单位报到")
    member = await a_participant(own_database, here)
    assert member.user_id is not None
    for purpose in (Purpose.PARTY_MEMBERSHIP, Purpose.PROFILE):
        await consented(own_database, member.user_id, purpose)
    before = await seen(own_database)
    revisions = ScriptDirectory.from_config(Config(str(INI)))
    newer = list(revisions.iterate_revisions("head", BEFORE))
    await migrate(own_url, f"-{len(newer)}")
    async with own_engine.connect() as connection:
        query = text("SELECT participant_id, reason, channel FROM member_registrations")
        clear = {row[0]: row[1:] for row in (await connection.execute(query)).all()}
        query = text("SELECT user_id, purpose FROM consents ORDER BY purpose")
        consents = [tuple(row) for row in (await connection.execute(query)).all()]
    assert consents == [(member.user_id, "party_membership"), (member.user_id, "profile")]
    assert clear[elder.id] == ("已在原单位报到", "paper")
    assert set(clear) == {participant_id for participant_id, _, _ in before.values()}
    await migrate(own_url)
    assert await seen(own_database) == before
    async with own_database.transaction() as session:
        for purpose in (Purpose.PARTY_MEMBERSHIP, Purpose.PROFILE):
            await require_consent(session, member.user_id, purpose)
    await check(own_url)


class Dump:
    """The loot of a thief of the tables: each row of a table as PostgreSQL prints it, and its
    columns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def rows(self, table: str) -> list[dict[str, Any]]:
        async with self._database.transaction() as session:
            found = await session.execute(text(f"SELECT * FROM {table}"))
            return [dict(row) for row in found.mappings()]

    async def everything(self) -> Counter[tuple[str, str]]:
        """Each row of each table, as text."""
        lines: Counter[tuple[str, str]] = Counter()
        async with self._database.transaction() as session:
            for table in METADATA.tables:
                rows = await session.scalars(text(f"SELECT t::text FROM {table} t"))
                lines.update((table, line) for line in rows)
        return lines


class TestStolenTables(Members):
    async def register(self, participant: Participant, organization: PartyOrganization) -> str:
        body = {"organization_id": str(organization.id), "real_name": "王秀英"}
        answer = await self.http.post(
            self.path(), json=body, headers=as_(participant.user_id, f"register-{uuid7()}")
        )
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def test_who_registers_and_withdraws_learns_nobody_s_organization(self) -> None:
        """An attacker registers once for each organization, and so has a row of their own for each:
        57 of 57 organizations of others were found by equal values. Neither values nor their
        lengths tell now."""
        organizations = [
            await an_organization(self.database, self.community) for _ in range(ORGANIZATIONS)
        ]
        victims = {}
        for n in range(VICTIMS):
            victim = await a_participant(self.database, self.community)
            organization = organizations[n % ORGANIZATIONS]
            row = await a_registration(self.database, victim, organization.id, S.ACTIVE)
            victims[row.id] = organization.id
        own = {}
        for organization in organizations:
            id_ = await self.register(self.me, organization)
            await self.http.post(self.path(f"/{id_}/withdraw"), headers=as_(self.user))
            own[UUID(id_)] = organization.id
        stolen = {row["id"]: row for row in await Dump(self.database).rows(TABLE)}
        assert resolved(stolen, own, victims) == 0

    async def test_nothing_of_a_row_tells_who_or_when(self) -> None:
        await self.register(self.me, self.organization)
        await self.registered_and_approved()
        for row in await Dump(self.database).rows(TABLE):
            closed = (bytes, NoneType)
            shown = {name for name, value in row.items() if not isinstance(value, closed)}
            assert shown == {"community_id", "id", "status"}
            assert row["id"].version == 4

    async def test_a_consent_tells_neither_whose_nor_for_what_nor_when(self) -> None:
        await self.decide(is_granted=False)
        stolen = await Dump(self.database).rows("sensitive_consents")
        assert len(stolen) == 2
        for row in stolen:
            shown = {
                name for name, value in row.items() if not isinstance(value, (bytes, NoneType))
            }
            assert (shown, row["id"].version) == ({"id"}, 4)
        assert len({len(row["decision_sealed"]) for row in stolen}) == 1
        assert await Dump(self.database).rows("consents") == []
        [consent] = (
            await self.http.get("/v1/me/consents?purpose=party_membership", headers=as_(self.user))
        ).json()["items"]
        assert (consent["is_granted"], consent["decided_at"]) == (False, "2026-12-05T04:00:00Z")

    async def test_what_is_told_about_it_names_nobody(self) -> None:
        """A message of the moment in which a registration was approved would name its member."""
        id_ = await self.register(self.me, self.organization)
        await self.approve(id_)
        assert await self.message_kinds() == ["double_reporting.registration_active"]
        [item] = (await self.http.get("/v1/me/inbox", headers=as_(self.user))).json()["items"]
        path = f"/v1/communities/{self.community}/inbox/{item['id']}/read"
        other = await a_participant(self.database, self.community)
        assert (await self.http.post(path, headers=as_(other.user_id))).status_code == 404
        read = await self.http.post(path, headers=as_(self.user))
        assert read.json()["read_at"] == item["created_at"]
        [row] = await Dump(self.database).rows("inbox_messages")
        assert row["participant_id"] is None
        assert str(self.me.id) not in str(row)

    async def test_audit_entries_about_it_are_told_apart_from_all_others_about_the_person(
        self,
    ) -> None:
        """The index of an entry about a row that names the person is known by its instant."""
        await self.approve(await self.register(self.me, self.organization))
        worker = await staff(self.database, self.community, Role.COMMUNITY_ADMIN)
        path = f"/admin/v1/communities/{self.community}/participants/{self.me.id}/block"
        body = {"reason": "多次爽约"}
        answer = await self.http.post(path, json=body, headers=as_admin(worker, "block-001"))
        assert answer.status_code == 200, answer.text
        stolen = await Dump(self.database).rows("audit_contents")
        assert len({row["about_index"] for row in stolen}) == len(stolen) == 2
        async with self.database.transaction() as session:
            mine = concerns(self.community, self.me.id)
            assert len((await session.scalars(select(AuditContent).where(mine))).all()) == 2

    async def test_after_a_withdrawal_nothing_says_that_there_was_a_membership(self) -> None:
        """Searches all rows of all tables that were written since before the registration."""
        before = await Dump(self.database).everything()
        id_ = await self.register(self.me, self.organization)
        number = await self.approve(id_)
        await self.message_kinds()
        await self.decide(is_granted=False)
        kinds = await self.message_kinds()
        written = await Dump(self.database).everything() - before
        people = (str(self.me.id), str(self.user))
        named = [row for row in written if any(person in row[1] for person in people)]
        assert [table for table, _ in named] == []
        [content] = await Dump(self.database).rows("audit_contents")
        assert (content["about_index"], content["content_sealed"]) == (None, None)
        tables = {table for table, _ in written}
        assert TABLE not in tables
        [(_, document)] = [row for row in written if row[0] == "numbered_documents"]
        assert "member" not in document
        check = await self.http.get(f"/v1/documents/{number}")
        assert (check.json()["kind"], check.json()["is_valid"]) == ("registration", False)
        assert kinds == ["double_reporting.registration_forgotten"]
        [item] = (await self.http.get("/v1/me/inbox", headers=as_(self.user))).json()["items"]
        assert not [word for word in ("报到", "党", "回执") if word in item["title"] + item["body"]]

    async def decide(self, *, is_granted: bool) -> None:
        version = TEXTS[Purpose.PARTY_MEMBERSHIP].version
        decision = {"is_granted": is_granted, "text_version": version}
        path = "/v1/me/consents/party_membership"
        assert (await self.http.put(path, json=decision, headers=as_(self.user))).is_success

    async def approve(self, id_: str) -> str:
        """Returns the number of the receipt."""
        path = f"/admin{self.path(f'/{id_}/approve')}"
        answer = await self.http.post(path, json={}, headers=as_admin(self.party, "approve-01"))
        assert answer.status_code == 200, answer.text
        return str(answer.json()["receipt_number"])

    async def registered_and_approved(self) -> None:
        other = await a_participant(self.database, self.community)
        row = await a_registration(self.database, other, self.organization.id, on_paper=True)
        await self.approve(str(row.id))


def resolved(
    stolen: Mapping[UUID, Mapping[str, Any]],
    own: Mapping[UUID, UUID],
    victims: Mapping[UUID, UUID],
) -> int:
    """The attack: of each column whose values tell the attacker's own organizations apart, equal
    values (and then equal lengths) are looked up among the victims. Returns how many victims'
    organizations are found."""
    names = {name for row in stolen.values() for name, value in row.items() if is_bytes(value)}
    found = set()
    for name in names:
        for sign in (bytes, len):
            known = {sign(stolen[id_][name]): of for id_, of in own.items() if stolen[id_][name]}
            if len(known) < len(own):
                continue  # It does not tell the organizations apart.
            found |= {
                id_ for id_, of in victims.items() if known.get(sign(stolen[id_][name])) == of
            }
    return len(found)


def is_bytes(value: object) -> bool:
    return isinstance(value, bytes)


def test_the_attack_finds_an_index_where_there_is_one() -> None:
    """The design of before: an index over few organizations."""
    organizations = [uuid7() for _ in range(ORGANIZATIONS)]
    own = {uuid7(): organization for organization in organizations}
    victims = {uuid7(): organizations[n % ORGANIZATIONS] for n in range(VICTIMS)}
    stolen = {
        id_: {"organization_index": keyed_digest("index", of.bytes)}
        for id_, of in (own | victims).items()
    }
    assert resolved(stolen, own, victims) == VICTIMS
