"""GET /v1/me/inbox and POST …/inbox/{message_id}/read; what messages say."""

import re
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from httpx import AsyncClient
from sqlalchemy import select
from sqlalchemy import text as sql

from app.features import MESSAGES
from app.identity.models import Locale, User
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.jobs.messages import Message, Span
from app.kernel.words import Worded
from app.notifications.inbox import InboxMessage, notify
from app.notifications.rendering import UNREADABLE, Renderer, format_of
from app.notifications.security_messages import LoginEnded
from app.notifications.subjects import PATHS, SubjectKind
from app.volunteering.messages import PlaceIsYours, SignupRejected
from tests.client import as_
from tests.factories import a_community, a_participant
from tests.now import NOW
from tests.routes import DOCUMENTS
from tests.subjects import about

ABOUT = about(uuid7())


class TestInbox:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        async with database.transaction() as session:
            for title in ("清扫楼道", "义诊"):
                notify(
                    session, self.community, [self.me.id], PlaceIsYours(title, NOW), subject=ABOUT
                )

    async def inbox(self, **query: str) -> list[dict[str, Any]]:
        answer = await self.http.get("/v1/me/inbox", params=query, headers=as_(self.me.user_id))
        assert answer.status_code == 200
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get("/v1/me/inbox")).status_code == 401

    async def test_mine_newest_first_in_words(self) -> None:
        items = await self.inbox()
        assert [item["title"] for item in items] == ["候补成功", "候补成功"]
        assert "“义诊”，12月5日12:00开始" in items[0]["body"]
        assert {item["community_name"] for item in items} == {"临里"}
        page = await self.inbox(limit="1")
        assert [item["id"] for item in page] == [items[0]["id"]]

    async def test_each_names_what_it_is_about(self) -> None:
        for item in await self.inbox():
            about = {"kind": "account", "id": str(ABOUT.id), "community_id": str(self.community)}
            assert item["subject"] == about

    async def test_a_message_of_a_former_version_is_about_nothing(self) -> None:
        async with self.database.transaction() as session:
            for message in await session.scalars(select(InboxMessage)):
                message.content = {"kind": PlaceIsYours.kind, "variables": {}}
        assert {str(item["subject"]) for item in await self.inbox()} == {"None"}

    async def test_in_the_language_of_the_person(self) -> None:
        async with self.database.transaction() as session:
            (await session.get_one(User, self.me.user_id)).locale = Locale.EN
        assert (await self.inbox())[0]["title"] == "A place is yours"

    async def test_a_neighbour_neither_sees_nor_reads_it(self) -> None:
        neighbour = await a_participant(self.database, self.community)
        answer = await self.http.get("/v1/me/inbox", headers=as_(neighbour.user_id))
        assert answer.json()["items"] == []
        path = f"/v1/communities/{self.community}/inbox/{(await self.inbox())[0]['id']}/read"
        assert (await self.http.post(path, headers=as_(neighbour.user_id))).status_code == 404

    async def test_once_read_it_stays_read(self) -> None:
        newest = (await self.inbox())[0]
        path = f"/v1/communities/{self.community}/inbox/{newest['id']}/read"
        for _ in range(2):
            answer = await self.http.post(path, headers=as_(self.me.user_id))
            assert answer.json()["read_at"] == "2026-12-05T04:00:00Z"
            assert answer.json() | {"read_at": None} == newest
        assert [item["id"] for item in await self.inbox(is_unread="true")] != [newest["id"]]
        assert len(await self.inbox(is_unread="true")) == 1

    async def test_a_message_without_its_variables_is_shown_with_gaps(self) -> None:
        async with self.database.transaction() as session:
            for message in await session.scalars(select(InboxMessage)):
                message.content = {"kind": PlaceIsYours.kind, "variables": {}}
        assert "“…”" in (await self.inbox())[0]["body"]

    @pytest.mark.parametrize(
        ("kind", "variables", "title", "body"),
        [
            ("gone.since_then", {"title": "义诊"}, "您有一条新消息", "无法显示"),
            (PlaceIsYours.kind, ["not", "an", "object"], "候补成功", "无法显示"),
            (PlaceIsYours.kind, {"title": "义诊", "starts_at": 7}, "候补成功", "“义诊”，…开始"),
            (
                PlaceIsYours.kind,
                {"title": None, "starts_at": "2026-12-05T04:00:00+00:00"},
                "候补成功",
                "“…”，12月5日12:00开始",
            ),
            (
                PlaceIsYours.kind,
                {"title": "{title}<b>{0}", "starts_at": "2026-12-31T16:00:00+00:00"},
                "候补成功",
                "“{title}<b>{0}”，2027年1月1日00:00开始",
            ),
            (
                PlaceIsYours.kind,
                {"title": "义诊", "starts_at": "soon"},
                "候补成功",
                "“义诊”，…开始",
            ),
            (
                PlaceIsYours.kind,
                {"title": "义诊", "starts_at": "9999-12-31T23:00:00+00:00"},
                "候补成功",
                "9999年12月31日23:00",
            ),
        ],
    )
    async def test_one_poisoned_row_leaves_the_others_readable(
        self, kind: str, variables: Any, title: str, body: str
    ) -> None:
        async with self.database.transaction() as session:
            last = select(InboxMessage).order_by(InboxMessage.id.desc()).limit(1)
            poisoned = (await session.scalars(last)).one()
            poisoned.content = {"kind": kind, "variables": variables}
        items = await self.inbox()
        assert (items[0]["kind"], items[0]["title"]) == (kind, title)
        assert body in items[0]["body"]
        assert "“清扫楼道”，12月5日12:00开始" in items[1]["body"]
        path = f"/v1/communities/{self.community}/inbox/{items[0]['id']}/read"
        answer = await self.http.post(path, headers=as_(self.me.user_id))
        assert answer.status_code == 200

    async def test_a_message_that_cannot_be_opened_leaves_the_others_readable(self) -> None:
        for damage in (
            b"",
            b"\0\1damaged",
            InboxMessage.content.seal_for(
                InboxMessage, self.community, self.me.id, {"kind": "of another row"}
            ),
        ):
            async with self.database.transaction() as session:
                last = select(InboxMessage).order_by(InboxMessage.id.desc()).limit(1)
                (await session.scalars(last)).one().content_sealed = damage
            items = await self.inbox()
            assert (items[0]["kind"], items[0]["title"]) == ("unreadable", "您有一条新消息")
            assert "无法显示" in items[0]["body"]
            assert "“清扫楼道”" in items[1]["body"]
            path = f"/v1/communities/{self.community}/inbox/{items[0]['id']}/read"
            answer = await self.http.post(path, headers=as_(self.me.user_id))
            assert answer.status_code == 200

    async def test_neither_words_nor_kind_nor_length_tell_what_somebody_was_told(self) -> None:
        messages = [
            PlaceIsYours("清扫楼道", NOW),
            LoginEnded(),
            SignupRejected("义诊", NOW, reason="年龄不符"),
        ]
        async with self.database.transaction() as session:
            for message in messages:
                notify(session, self.community, [self.me.id], message, subject=ABOUT)
        async with self.database.transaction() as session:
            rows = list(await session.scalars(select(InboxMessage)))
            text = str((await session.execute(sql("SELECT i::text FROM inbox_messages i"))).all())
        assert len({len(row.content_sealed) for row in rows}) == 1
        for word in ("清扫楼道", "年龄不符", "volunteering", "identity", PlaceIsYours.kind):
            assert word not in text
            assert word.encode().hex() not in text

    async def test_what_looks_like_an_instant_but_is_a_text_stays_as_it_was_written(self) -> None:
        async with self.database.transaction() as session:
            message = PlaceIsYours("2026-12-05T04:00:00+00:00", NOW)
            notify(session, self.community, [self.me.id], message, subject=ABOUT)
        assert "“2026-12-05T04:00:00+00:00”，12月5日12:00" in (await self.inbox())[0]["body"]


EXAMPLES = {
    str: "值",
    int: "3",
    datetime: str(NOW),
    Span: str(Span(NOW, NOW + timedelta(hours=2))),
    date: "2026-12-05",
}


def _choice(declared: Any) -> str | None:
    """Returns a value of words; None for another type."""
    is_worded = isinstance(declared, type) and issubclass(declared, Worded)
    return str(next(iter(declared))) if is_worded else None


def test_every_choice_has_words() -> None:
    declared: list[Any] = [field.type for message in MESSAGES.values() for field in fields(message)]
    kinds = [kind for kind in declared if _choice(kind) is not None]
    assert kinds
    assert all(value.words.zh and value.words.en for kind in kinds for value in kind)


@pytest.mark.parametrize("kind", sorted(MESSAGES))
@pytest.mark.parametrize("locale", list(Locale))
def test_a_template_uses_no_variable_that_its_message_lacks(kind: str, locale: Locale) -> None:
    examples = {format_of(declared): value for declared, value in EXAMPLES.items()}
    variables = {
        field.name: _choice(field.type) or examples[format_of(field.type)]
        for field in fields(MESSAGES[kind])
    }
    title, body = Renderer(MESSAGES).render(kind, variables, locale)
    assert title == getattr(MESSAGES[kind].template.title, locale)
    assert "…" not in title + body
    assert body != getattr(UNREADABLE, locale)


def test_a_span_names_both_ends_and_the_year() -> None:
    span = format_of(Span)
    evening = NOW + timedelta(hours=10)
    cases = [
        (NOW, timedelta(hours=2), "2026年12月5日12:00至14:00", "2026-12-05 12:00–14:00"),
        (
            evening,
            timedelta(hours=8),
            "2026年12月5日22:00至12月6日06:00",
            "2026-12-05 22:00–2026-12-06 06:00",
        ),
        (
            NOW + timedelta(days=26, hours=10),
            timedelta(hours=4),
            "2026年12月31日22:00至2027年1月1日02:00",
            "2026-12-31 22:00–2027-01-01 02:00",
        ),
    ]
    with clock.frozen(NOW):
        for starts_at, length, chinese, english in cases:
            stored = str(Span(starts_at, starts_at + length))
            assert (span(stored, Locale.ZH), span(stored, Locale.EN)) == (chinese, english)
    for damaged in ("", "x/y", "2026-12-05T04:00:00/2026-12-05T06:00:00"):
        with pytest.raises(ValueError, match=r"^"):
            span(damaged, Locale.ZH)


def test_a_variable_of_an_undeclared_type_is_refused_at_the_start() -> None:
    @dataclass(frozen=True, slots=True)
    class Loose(Message):
        kind = "tests.loose"
        template = PlaceIsYours.template
        title: str | int

    with pytest.raises(TypeError, match="no format"):
        Renderer({Loose.kind: Loose})


def test_an_instant_is_shown_in_each_language_and_a_day_as_well() -> None:
    instant, day = format_of(datetime | None), format_of(date)
    with clock.frozen(NOW):
        assert instant(str(NOW), Locale.ZH) == "12月5日12:00"
        assert day("2026-12-05", Locale.ZH) == "12月5日"
    with clock.frozen(NOW + timedelta(days=27)):
        assert instant(str(NOW), Locale.ZH) == "2026年12月5日12:00"
        assert day("2026-12-05", Locale.ZH) == "2026年12月5日"
    assert instant(str(NOW), Locale.EN) == "2026-12-05 12:00"
    assert day("2026-12-05", Locale.EN) == "2026-12-05"


def test_every_kind_of_subject_is_opened_by_an_operation_of_residents() -> None:
    assert set(PATHS) == set(SubjectKind)
    paths = {re.sub(r"\{\w+\}", "{}", path) for path in DOCUMENTS["resident"]["paths"]}
    for kind, path in PATHS.items():
        assert re.sub(r"\{\w+\}", "{}", path) in paths, kind
