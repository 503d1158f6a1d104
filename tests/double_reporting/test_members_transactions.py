"""A transaction that writes a membership neither writes nor locks a row that names its person:
PostgreSQL keeps the number of the transaction in each row that it has written or locked."""

from collections.abc import Iterable
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import text

from app.communities.models import Role
from app.features import METADATA
from app.identity.consents.texts import TEXTS
from app.identity.models import Purpose
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.members import an_organization
from tests.factories import a_community, a_participant, consented, staff

SEALED = ("member_registrations", "sensitive_consents")


async def transactions(database: Database, table: str, words: Iterable[str] = ()) -> set[int]:
    """Returns the numbers of the transactions that have written or locked rows of a table, of those
    alone that hold one of the words."""
    query = f"SELECT t.xmin::text::bigint, t.xmax::text::bigint, t::text FROM {table} t"
    async with database.transaction() as session:
        rows = (await session.execute(text(query))).all()
    words = list(words)
    chosen = [row for row in rows if not words or any(word in row[2] for word in words)]
    return {number for row in chosen for number in row[:2]} - {0}


class TestTransactions:
    @pytest.fixture(autouse=True)
    async def arrange(self, own_database: Database, phone: AsyncClient) -> None:
        self.database, self.http = own_database, phone
        self.community = await a_community(own_database)
        self.organization = await an_organization(own_database, self.community)
        self.party = await staff(own_database, self.community, Role.PARTY_ADMIN)
        self.me = await a_participant(own_database, self.community)
        assert self.me.user_id is not None
        self.user: UUID = self.me.user_id
        await consented(own_database, self.user, Purpose.PARTY_MEMBERSHIP)
        self.seen: set[int] = set()
        self.named: dict[str, set[int]] = {}

    async def look(self) -> None:
        """Notes the transactions of memberships, and those of rows that name the person, by table:
        a row remembers its last ones alone."""
        people = (str(self.me.id), str(self.user))
        for table in METADATA.tables:
            numbers = await transactions(self.database, table, people)
            self.named[table] = self.named.get(table, set()) | numbers
        for table in SEALED:
            self.seen |= await transactions(self.database, table)
        self.seen |= await transactions(self.database, "numbered_documents")

    async def act(self, path: str, body: object = None, *, by_staff: bool = False) -> str:
        headers = (
            as_admin(self.party, f"act-{path[-9:]}")
            if by_staff
            else as_(self.user, f"act-{path[-9:]}")
        )
        prefix = "/admin/v1" if by_staff else "/v1"
        path = f"{prefix}/communities/{self.community}/{path}"
        answer = await self.http.post(path, json=body, headers=headers)
        assert answer.is_success, answer.text
        await self.look()
        for _ in range(3):
            await Worker(self.database).run_due()
            await self.look()
        return str(answer.json()["id"])

    async def consent(self, *, is_granted: bool) -> None:
        version = TEXTS[Purpose.PARTY_MEMBERSHIP].version
        body = {"is_granted": is_granted, "text_version": version}
        path = "/v1/me/consents/party_membership"
        assert (await self.http.put(path, json=body, headers=as_(self.user))).is_success
        await self.look()

    async def test_no_transaction_of_a_membership_touches_a_row_that_names_the_person(self) -> None:
        body = {"organization_id": str(self.organization.id), "real_name": "王秀英"}
        await self.consent(is_granted=False)
        await self.consent(is_granted=True)
        id_ = await self.act("member-registrations", body)
        await self.act(f"member-registrations/{id_}/return", {"reason": "请补充"}, by_staff=True)
        await self.act(f"member-registrations/{id_}/submit", body)
        await self.act(f"member-registrations/{id_}/approve", {}, by_staff=True)
        await self.consent(is_granted=False)
        for _ in range(3):
            await Worker(self.database).run_due()
            await self.look()
        assert len(self.seen) >= 6
        shared = {table for table, numbers in self.named.items() if numbers & self.seen}
        assert shared == set()
