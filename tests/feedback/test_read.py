"""Tickets as residents see them: GET …/tickets and …/tickets/{ticket_id}"""

from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant, Role
from app.feedback.models import Location, Ticket, TicketStatus
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_user, staff
from tests.feedback.rows import a_ticket, a_ticket_in

PERSONAL = ("participant", "display_name", "entered_by", "channel", "witness", "author")


class Readers:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.neighbour = await a_participant(database, self.community)
        self.worker = await staff(database, self.community)
        self.path = f"/v1/communities/{self.community}/tickets"

    async def accepted(self, author: Participant, text: str = "路灯不亮") -> Ticket:
        """Returns a public ticket that a worker has accepted over HTTP, so that it is shown."""
        ticket = await a_ticket(
            self.database, self.community, author, visibility="public", text=text
        )
        path = f"/admin{self.path}/{ticket.id}/accept"
        assert (await self.http.post(path, headers=as_admin(self.worker))).status_code == 200
        return ticket

    async def read(self, ticket: Ticket, by: UUID | None) -> Response:
        return await self.http.get(f"{self.path}/{ticket.id}", headers=as_(by))

    async def listed(self, by: UUID | None, **query: str) -> Response:
        return await self.http.get(self.path, params=query, headers=as_(by))

    async def ids(self, by: UUID | None, **query: str) -> list[UUID]:
        items = (await self.listed(by, **query)).json()["items"]
        return [UUID(item["id"]) for item in items]


class TestGet(Readers):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        ticket = await a_ticket(self.database, self.community, self.me)
        assert (await self.read(ticket, None)).status_code == 401

    async def test_a_neighbour_finds_no_private_one(self) -> None:
        for status in (TicketStatus.SUBMITTED, TicketStatus.IN_PROGRESS, TicketStatus.CLOSED):
            ticket = await a_ticket_in(self.database, self.community, status, self.me)
            assert (await self.read(ticket, self.neighbour.user_id)).status_code == 404
            assert (await self.read(ticket, self.me.user_id)).status_code == 200

    async def test_a_public_one_is_not_shown_before_a_worker_has_read_it(self) -> None:
        ticket = await a_ticket(self.database, self.community, self.me, visibility="public")
        assert (await self.read(ticket, self.neighbour.user_id)).status_code == 404

    @pytest.mark.parametrize("status", [TicketStatus.DECLINED, TicketStatus.WITHDRAWN])
    async def test_nor_is_one_that_has_come_to_nothing(self, status: TicketStatus) -> None:
        ticket = await a_ticket_in(
            self.database, self.community, status, self.me, visibility="public"
        )
        assert (await self.read(ticket, self.neighbour.user_id)).status_code == 404

    async def test_a_ticket_of_another_community_is_not_found(self) -> None:
        foreign = await a_ticket(self.database, await a_community(self.database))
        assert (await self.read(foreign, self.me.user_id)).status_code == 404

    async def test_one_that_is_withdrawn_leaves_no_terms_behind(self) -> None:
        ticket = await self.accepted(self.me, "路灯不亮")
        assert await self.terms_of(ticket) != []
        path = f"{self.path}/{ticket.id}/withdraw"
        assert (await self.http.post(path, headers=as_(self.me.user_id))).status_code == 200
        assert await self.terms_of(ticket) == []

    async def terms_of(self, ticket: Ticket) -> list[str]:
        query = select(Ticket.search_grams).filter_by(community_id=self.community, id=ticket.id)
        async with self.database.transaction() as session:
            return list(await session.scalar(query) or [])

    async def test_others_see_its_point_to_about_100_m_and_its_author_exactly(self) -> None:
        ticket = await self.accepted(self.me)
        exact = Location(None, 104.062345, 30.671234)
        async with self.database.transaction() as session:
            row = await session.get_one(Ticket, (self.community, ticket.id))
            row.location = exact.stored()

        async def points(by: UUID | None, **query: str) -> list[tuple[float, float]]:
            shown = [(await self.read(ticket, by)).json()]
            shown += (await self.listed(by, **query)).json()["items"]
            return [(one["gcj02_longitude"], one["gcj02_latitude"]) for one in shown]

        assert await points(self.neighbour.user_id) == [(104.062, 30.671)] * 2
        assert await points(self.me.user_id, mine="true") == [exact[1:]] * 2

    async def test_a_public_one_is_shown_without_its_author(self) -> None:
        ticket = await self.accepted(self.me)
        for reader in (self.neighbour.user_id, await a_user(self.database)):
            answer = await self.read(ticket, reader)
            assert answer.status_code == 200
            assert answer.json()["is_mine"] is False
            assert not any(word in answer.text for word in PERSONAL[:5])
            assert str(self.me.id) not in answer.text
            assert str(self.me.user_id) not in answer.text
            assert self.me.display_name not in answer.text

    async def test_others_see_what_is_public_of_its_history_and_no_word_of_the_author(
        self,
    ) -> None:
        ticket = await self.accepted(self.me)
        desk = f"/admin{self.path}/{ticket.id}/reply"
        for text, public in (("下周更换", True), ("请问几楼？", False)):
            body = {"text": text, "is_public": public}
            await self.http.post(desk, json=body, headers=as_admin(self.worker))
        await self.http.post(
            f"{self.path}/{ticket.id}/supplement",
            json={"text": "我家在301"},
            headers=as_(self.me.user_id),
        )
        theirs = (await self.read(ticket, self.neighbour.user_id)).json()["history"]
        mine = (await self.read(ticket, self.me.user_id)).json()["history"]
        assert [entry["kind"] for entry in theirs] == ["accepted", "replied"]
        assert [entry["text"] for entry in mine] == [None, "下周更换", "请问几楼？", "我家在301"]
        assert theirs[0]["words"] == {"zh": "社区已受理", "en": "The community has accepted it"}

    async def test_the_reason_of_a_dispute_is_not_for_others(self) -> None:
        ticket = await a_ticket_in(
            self.database, self.community, TicketStatus.RESOLVED, self.me, visibility="public"
        )
        path = f"{self.path}/{ticket.id}/dispute"
        body = {"reason": "301门口还是不亮"}
        await self.http.post(path, json=body, headers=as_(self.me.user_id))
        [entry] = (await self.read(ticket, self.neighbour.user_id)).json()["history"]
        assert (entry["kind"], entry["text"]) == ("disputed", None)


class TestList(Readers):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.listed(None)).status_code == 401

    async def test_an_unknown_filter_is_malformed(self) -> None:
        assert (await self.listed(self.me.user_id, author="x")).status_code == 422

    async def test_all_see_public_ones_without_persons_newest_first(self) -> None:
        await a_ticket(self.database, self.community, self.me)
        await a_ticket(self.database, self.community, self.me, visibility="public")
        shown = [await self.accepted(self.me) for _ in range(3)]
        answer = await self.listed(self.neighbour.user_id)
        assert [UUID(item["id"]) for item in answer.json()["items"]] == [
            ticket.id for ticket in reversed(shown)
        ]
        assert not any(word in answer.text for word in PERSONAL)
        assert str(self.me.id) not in answer.text

    async def test_mine_are_all_of_mine_and_nobody_else_s(self) -> None:
        mine = [await a_ticket(self.database, self.community, self.me) for _ in range(2)]
        mine.append(await self.accepted(self.me))
        await self.accepted(self.neighbour)
        ids = [ticket.id for ticket in reversed(mine)]
        assert await self.ids(self.me.user_id, mine="true") == ids
        assert await self.ids(self.me.user_id, mine="true", public="true") == ids[:1]
        assert await self.ids(await a_user(self.database), mine="true") == []

    async def test_words_are_looked_for(self) -> None:
        lamp = await self.accepted(self.me, "三栋楼下路灯不亮")
        await self.accepted(self.me, "垃圾桶满了")
        assert await self.ids(self.neighbour.user_id, q="路灯") == [lamp.id]
        assert await self.ids(self.me.user_id, q="路灯", mine="true") == [lamp.id]

    async def test_pages_follow_one_another(self) -> None:
        shown = [await self.accepted(self.me) for _ in range(3)]
        first = (await self.listed(self.me.user_id, limit="2")).json()
        second = await self.ids(self.me.user_id, limit="2", cursor=first["next_cursor"])
        assert len(first["items"]) == 2
        assert second == [shown[0].id]


class TestFollow(Readers):
    async def follow(self, ticket: Ticket, by: UUID | None, method: str = "POST") -> Response:
        path = f"{self.path}/{ticket.id}/follow"
        return await self.http.request(method, path, headers=as_(by))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        ticket = await self.accepted(self.me)
        assert (await self.follow(ticket, None)).status_code == 401

    async def test_nobody_follows_what_they_do_not_see(self) -> None:
        private = await a_ticket(self.database, self.community, self.me)
        assert (await self.follow(private, self.neighbour.user_id)).status_code == 404

    async def test_once_is_enough_and_it_ends(self) -> None:
        ticket = await self.accepted(self.me)
        for _ in range(2):
            answer = await self.follow(ticket, self.neighbour.user_id)
            shown = answer.json()
            assert (shown["is_following"], shown["followers"]) == (True, 1)
        detail = (await self.read(ticket, self.neighbour.user_id)).json()
        assert (detail["is_following"], detail["followers"]) == (True, 1)
        ended = await self.follow(ticket, self.neighbour.user_id, "DELETE")
        assert ended.status_code == 204
        assert (await self.read(ticket, self.neighbour.user_id)).json()["followers"] == 0

    async def test_at_the_desk_for_somebody_who_could_see_it(self) -> None:
        shown, private = await self.accepted(self.me), await a_ticket(self.database, self.community)
        body = {"on_behalf_of": str(self.neighbour.id), "witness": "王芳"}
        for ticket, verb, status in (
            (private, "follow", 422),
            (shown, "follow", 200),
            (shown, "unfollow", 200),
        ):
            path = f"/admin{self.path}/{ticket.id}/{verb}"
            answer = await self.http.post(path, json=body, headers=as_admin(self.worker))
            assert answer.status_code == status
            if status == 200:
                assert answer.json()["followers"] == (verb == "follow")

    async def test_a_handler_may_not_enter_it(self) -> None:
        handler = await staff(self.database, self.community, Role.HANDLER)
        path = f"/admin{self.path}/{(await self.accepted(self.me)).id}/follow"
        body = {"on_behalf_of": str(self.me.id), "witness": "王芳"}
        answer = await self.http.post(path, json=body, headers=as_admin(handler))
        assert answer.status_code == 404
