"""Messages about topics and opinions, and the sweep of overdue topics."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import Participant
from app.consultations.models import Topic, TopicStatus
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.kernel.jobs.failures import ListenerFailure
from app.notifications.followers import follow
from app.notifications.inbox import InboxMessage, content_of
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_topic, an_opinion, staff
from tests.now import NOW

S = TopicStatus


class Messages:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.me = await a_participant(database, self.community)
        self.neighbour = await a_participant(database, self.community)

    async def topic(self, status: S, *followers: Participant) -> Topic:
        topic = await a_topic(self.database, self.community, by=self.me, status=status)
        async with self.database.transaction() as session:
            for participant in followers:
                await follow(session, self.community, topic.id, participant.id)
        return topic

    async def staff_does(self, path: str, body: object) -> None:
        path = f"/admin/v1/communities/{self.community}/{path}"
        answer = await self.http.post(path, json=body, headers=as_admin(self.worker))
        assert answer.status_code == 200, answer.text

    async def resident_does(self, path: str, participant: Participant) -> None:
        path = f"/v1/communities/{self.community}/{path}"
        answer = await self.http.post(path, headers=as_(participant.user_id))
        assert answer.status_code == 200, answer.text

    async def messages(self) -> Sequence[InboxMessage]:
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            query = select(InboxMessage).order_by(InboxMessage.id)
            rows = (await session.scalars(query)).all()
            left = await session.scalars(select(ListenerFailure))
            assert list(left) == []
        return rows

    async def kinds_to(self, participant: Participant) -> list[str]:
        rows = await self.messages()
        kinds = [content_of(row).kind for row in rows if row.participant_id == participant.id]
        return [kind.removeprefix("consultations.") for kind in kinds]


class TestMoves(Messages):
    async def test_who_raised_it_is_owed_an_answer_whether_they_follow_it_or_not(self) -> None:
        topic = await self.topic(S.SUBMITTED)
        await self.staff_does(f"topics/{topic.id}/screen", {"note": "正在审核"})
        await self.staff_does(f"topics/{topic.id}/decline", {"reason": "已转物业"})
        assert await self.kinds_to(self.me) == ["topic_screening", "topic_declined"]
        variables = content_of((await self.messages())[-1]).variables
        assert variables == {"title": "加装楼道扶手", "note": "已转物业"}

    async def test_who_raised_it_and_follows_it_is_told_once(self) -> None:
        topic = await self.topic(S.SCREENING, self.me)
        await self.staff_does(f"topics/{topic.id}/open", {"note": "欢迎附议"})
        assert await self.kinds_to(self.me) == ["topic_open"]

    async def test_followers_hear_of_each_public_move_with_its_note(self) -> None:
        topic = await self.topic(S.OPEN, self.neighbour)
        await self.staff_does(f"topics/{topic.id}/deliberate", {"note": "周六协商"})
        minutes = {"note": "一致同意", "minutes": "与会居民一致同意。"}
        await self.staff_does(f"topics/{topic.id}/decide", minutes)
        assert await self.kinds_to(self.neighbour) == ["topic_deliberating", "topic_decided"]
        assert await self.kinds_to(self.me) == []

    async def test_enough_seconds_are_told_without_a_note(self) -> None:
        topic = await self.topic(S.OPEN, self.me)
        for _ in range(3):
            participant = await a_participant(self.database, self.community)
            await self.resident_does(f"topics/{topic.id}/second", participant)
        assert await self.kinds_to(self.me) == ["topic_seconded"]

    async def test_who_withdraws_it_knows_and_those_who_follow_are_told(self) -> None:
        topic = await self.topic(S.OPEN, self.me, self.neighbour)
        await self.resident_does(f"topics/{topic.id}/withdraw", self.me)
        assert await self.kinds_to(self.me) == []
        assert await self.kinds_to(self.neighbour) == ["topic_withdrawn"]

    async def test_withdrawn_at_the_desk_they_are_told_too(self) -> None:
        topic = await self.topic(S.OPEN, self.me)
        await self.staff_does(f"topics/{topic.id}/withdraw", {"witness": "王芳"})
        kinds = await self.kinds_to(self.me)
        assert kinds == ["topic_withdrawn", "communities.desk_acted"]


class TestOverdue(Messages):
    async def sweep(self, days: int) -> list[EventRow]:
        with clock.frozen(NOW + timedelta(days=days)):
            await Worker(self.database).sweep()
        async with self.database.transaction() as session:
            events = list(await session.scalars(select(EventRow)))
        return [event for event in events if event.read().kind == "consultations.topic_overdue"]

    @pytest.mark.parametrize("status", [S.SUBMITTED, S.SCREENING])
    async def test_a_week_without_an_answer_is_told_once(self, status: S) -> None:
        await self.topic(status)
        assert await self.sweep(6) == []
        for days in (7, 8, 9):
            assert len(await self.sweep(days)) == 1
        with clock.frozen(NOW + timedelta(days=9)):
            assert await self.kinds_to(self.me) == ["topic_overdue"]

    @pytest.mark.parametrize("status", sorted(set(S) - {S.SUBMITTED, S.SCREENING}))
    async def test_what_has_been_answered_is_never_overdue(self, status: S) -> None:
        await self.topic(status)
        assert await self.sweep(30) == []


class TestOpinions(Messages):
    async def test_its_author_is_told_why_it_is_hidden_and_that_it_is_back(self) -> None:
        topic = await self.topic(S.OPEN)
        opinion = await an_opinion(self.database, topic, self.neighbour)
        await self.staff_does(f"opinions/{opinion.id}/hide", {"reason": "含有人身攻击"})
        assert await self.kinds_to(self.neighbour) == ["opinion_hidden"]
        assert content_of((await self.messages())[-1]).variables["reason"] == "含有人身攻击"
        await self.staff_does(f"opinions/{opinion.id}/restore", {"reason": "复核后恢复"})
        assert await self.kinds_to(self.neighbour) == ["opinion_hidden", "opinion_restored"]

    async def test_events_name_rows_and_nothing_else(self) -> None:
        topic = await self.topic(S.OPEN)
        opinion = await an_opinion(self.database, topic, self.neighbour)
        await self.staff_does(f"opinions/{opinion.id}/hide", {"reason": "含有人身攻击"})
        async with self.database.transaction() as session:
            event = (await session.scalars(select(EventRow))).one()
        assert event.read().payload == {"opinion_id": str(opinion.id)}
