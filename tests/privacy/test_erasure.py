"""DELETE /v1/me: after two weeks a person is erased everywhere; a login before takes it back."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, text

from app.communities.models import MyCommunity, Participant, Role, ScopeKind
from app.communities.personal_data import NOBODY
from app.consultations.models import Topic, TopicStatus, Vote
from app.features import METADATA, PERSONAL_DATA
from app.feedback.models import Ticket
from app.identity.erasure.service import take_back
from app.identity.models import ErasureRequest, User, WechatIdentity
from app.identity.models import ErasureStatus as E
from app.identity.sessions.queries import user_of_wechat
from app.kernel import clock
from app.kernel.database.engine import Base, Database
from app.kernel.privacy.personal_data import Kept, sealed_fields
from app.kernel.privacy.sealed import shown
from app.links.models import CardKind
from app.links.service import write_card
from app.volunteering.models import Signup
from app.worker import Worker
from tests.client import as_
from tests.factories import (
    a_community,
    a_participant,
    a_person,
    a_topic,
    a_user,
    an_administrator,
    granted,
    joined,
)
from tests.now import NOW
from tests.privacy.whole import CARD_OF_TICKET, CARD_OF_TOPIC, OPENID, a_whole_person, canaries

DAY = timedelta(days=1)


class Erasure:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database

    async def request(self, by: UUID | None) -> Response:
        return await self.http.delete("/v1/me", headers=as_(by))

    async def keep(self, by: UUID | None) -> Response:
        return await self.http.post("/v1/me/keep", headers=as_(by))

    async def state(self, user_id: UUID) -> E:
        query = select(ErasureRequest).filter_by(user_id=user_id).order_by(ErasureRequest.id.desc())
        async with self.database.transaction() as session:
            request = (await session.scalars(query)).first()
        assert request is not None
        return request.status

    async def work_at(self, later: timedelta) -> None:
        """Runs sweeps and listeners at an instant, until nothing is due."""
        with clock.frozen(NOW + later):
            worker = Worker(self.database)
            while await worker.run_due() + await worker.sweep():
                pass

    async def erase(self, user_id: UUID) -> None:
        assert (await self.request(user_id)).status_code == 202
        await self.work_at(14 * DAY)
        await self.work_at(14 * DAY + timedelta(hours=1, minutes=10))
        assert await self.state(user_id) is E.DONE


class TestRequest(Erasure):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.request(None)).status_code == 401
        assert (await self.keep(None)).status_code == 401

    async def test_it_says_by_when(self) -> None:
        answer = await self.request(await a_user(self.database))
        assert answer.status_code == 202
        assert answer.json()["erase_by"] == (NOW + 15 * DAY).isoformat().replace("+00:00", "Z")

    async def test_repeated_it_is_the_same_request(self) -> None:
        user = await a_user(self.database)
        first = await self.request(user)
        with clock.frozen(NOW + timedelta(minutes=5)):
            assert (await self.request(user)).json() == first.json()

    async def test_before_two_weeks_are_over_nothing_happens(self) -> None:
        user = await a_user(self.database)
        await self.request(user)
        await self.work_at(14 * DAY - timedelta(minutes=10))
        assert await self.state(user) is E.REQUESTED

    async def test_it_can_be_taken_back(self) -> None:
        user = await a_user(self.database)
        assert (await self.keep(user)).status_code == 404
        await self.request(user)
        assert (await self.keep(user)).json()["status"] == "taken_back"
        await self.work_at(20 * DAY)
        assert await self.state(user) is E.TAKEN_BACK

    async def test_a_login_takes_it_back(self) -> None:
        user = await a_user(self.database)
        await self.request(user)
        async with self.database.transaction() as session:
            assert await take_back(session, user, NOW) is not None
        assert await self.state(user) is E.TAKEN_BACK

    async def test_who_holds_an_office_gives_it_up_first(self) -> None:
        administrator = await an_administrator(self.database, "li.min")
        liaison = await a_user(self.database)
        await granted(
            self.database, Role.UNIT_LIAISON, ScopeKind.ORGANIZATION, liaison, user_id=liaison
        )
        for user in (administrator, liaison):
            answer = await self.request(user)
            expected = (401, "unauthenticated") if user == administrator else None
            assert expected or (answer.status_code, answer.json()["code"]) == (
                409,
                "privacy.account_in_office",
            )

    async def test_an_office_taken_meanwhile_is_kept(self) -> None:
        user = await a_user(self.database)
        await self.request(user)
        await granted(self.database, Role.UNIT_LIAISON, ScopeKind.ORGANIZATION, user, user_id=user)
        await self.work_at(15 * DAY)
        assert await self.state(user) is E.TAKEN_BACK


class TestErased(Erasure):
    async def dump(self) -> dict[str, str]:
        """Returns all that stands in each table, as text, with everything sealed opened."""
        found: dict[str, str] = {}
        async with self.database.transaction() as session:
            for table in METADATA.tables:
                rows = await session.scalars(text(f"SELECT t::text FROM {table} t"))
                found[table] = "\n".join(rows)
            for mapper in Base.registry.mappers:
                fields = sealed_fields(mapper.class_).values()
                for row in (await session.scalars(select(mapper.class_))).all() if fields else ():
                    opened: list[Any] = [shown(row, field) for field in fields]
                    found[mapper.class_.__tablename__] += f"\n{opened}"
        return found

    async def test_nothing_of_the_person_is_found_in_any_table(self) -> None:
        community, second = await a_community(self.database), await a_community(self.database)
        me = await a_whole_person(self.http, self.database, community)
        assert me.user_id is not None
        await joined(self.database, a_person(second, me.user_id))
        planted = await canaries(self.database, me.user_id, me)
        async with self.database.transaction() as session:
            [ticket] = await session.scalars(select(Ticket))
            [topic] = await session.scalars(select(Topic).filter_by(participant_id=me.id))
            cards = {CardKind.TICKET: (ticket.id, CARD_OF_TICKET)}
            cards[CardKind.TOPIC] = topic.id, CARD_OF_TOPIC
            for kind, (id_, title) in cards.items():
                await write_card(
                    session, community, kind, id_, title=title, status="open", is_public=True
                )
        planted |= {"cards.ticket": CARD_OF_TICKET, "cards.topic": CARD_OF_TOPIC}
        before = await self.dump()
        assert [name for name, one in planted.items() if one not in str(before)] == []
        await self.erase(me.user_id)
        after = await self.dump()
        remains = {
            f"{data.model.__tablename__}.{column.removesuffix('_sealed')}"
            for data in PERSONAL_DATA
            for column in data.remains
        } | {
            name
            for data in PERSONAL_DATA
            if isinstance(data.erasure, Kept)
            for name in planted
            if name.startswith(f"{data.model.__tablename__}.")
        }
        hits = {
            name: [table for table, content in after.items() if canary in content]
            for name, canary in planted.items()
            if name not in remains
        }
        assert {name: tables for name, tables in hits.items() if tables} == {}
        assert len(hits) > 20

    async def test_what_others_rest_on_stays_without_the_person(self) -> None:
        community = await a_community(self.database)
        me = await a_whole_person(self.http, self.database, community)
        assert me.user_id is not None
        await self.erase(me.user_id)
        async with self.database.transaction() as session:
            tombstone = await session.get_one(Participant, (community, me.id))
            assert (tombstone.display_name, tombstone.user_id) == (NOBODY, None)
            assert (await session.get_one(User, me.user_id)).status == "erased"
            assert len(list(await session.scalars(select(Vote)))) == 1
            [signup] = await session.scalars(select(Signup))
            [ticket] = await session.scalars(select(Ticket))
            assert (signup.status, ticket.status) == ("confirmed", "withdrawn")
            [mine] = await session.scalars(select(Topic).filter_by(participant_id=me.id))
            assert mine.status == "withdrawn"
            assert list(await session.scalars(select(MyCommunity))) == []

    async def test_a_topic_that_others_deliberate_on_keeps_its_words(self) -> None:
        me = await a_participant(self.database, await a_community(self.database))
        from_me = await a_topic(
            self.database, me.community_id, by=me, status=TopicStatus.DELIBERATING
        )
        assert me.user_id is not None
        await self.erase(me.user_id)
        async with self.database.transaction() as session:
            topic = await session.get_one(Topic, (me.community_id, from_me.id))
        assert (topic.title, topic.status) == ("加装楼道扶手", "deliberating")

    async def test_the_same_wechat_account_is_a_new_person_afterwards(self) -> None:
        me = await a_whole_person(self.http, self.database, await a_community(self.database))
        assert me.user_id is not None
        await self.erase(me.user_id)

        class Login:
            openid, unionid = OPENID, None

        async with self.database.transaction() as session:
            user = await user_of_wechat(session, "wx-canary", Login, NOW)
            assert user.id != me.user_id
            assert len(list(await session.scalars(select(WechatIdentity)))) == 1

    async def test_from_the_beginning_on_nobody_is_logged_in(self) -> None:
        user = await a_user(self.database)
        await self.request(user)
        await self.work_at(14 * DAY)
        assert await self.state(user) is E.BEGUN
        assert (await self.http.get("/v1/me", headers=as_(user))).status_code == 401

    async def test_other_people_are_left_alone(self) -> None:
        community = await a_community(self.database)
        me = await a_participant(self.database, community)
        other = await a_whole_person(self.http, self.database, community)
        assert me.user_id is not None
        assert other.user_id is not None
        planted = await canaries(self.database, other.user_id, other)
        await self.erase(me.user_id)
        after = str(await self.dump())
        assert [name for name, canary in planted.items() if canary not in after] == []
