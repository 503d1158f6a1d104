"""The layer of the Python client over real HTTP: keys, versions, logins, pages, problems."""

import asyncio
import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

import pytest

from linli_client import AdminClient, AsyncAdminClient, LinliProblem, NetworkError, Rules, Session
from linli_client.act import Act
from linli_client.admin import administrators, departments, residence, tickets
from linli_client.admin.models import (
    AdminLogin,
    DepartmentIn,
    TicketDecline,
    TicketStatus,
)
from linli_client.codec import decode
from tests.clients.losing import Answers, Reply, Seen, a_losing_service, problem

ID = UUID("0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7")
REFRESH = "/admin/v1/auth/sessions/refresh"
QUICK = Rules(first_wait_seconds=0.01)
TOKENS = {"access_token": "a1", "refresh_token": "r1"}
NOW = "2026-12-12T01:00:00Z"
USER = {"login_name": "li", "name": "李", "has_second_factor": True, "created_at": NOW}
USER |= {"id": str(ID), "user_id": str(ID)}
DEPARTMENT = {
    "id": str(ID),
    "name": "服务站",
    "contact": "一楼",
    "is_active": True,
    "version": 1,
    "actions": [],
}
DETAILS = DepartmentIn(name="服务站", contact="一楼")


@contextmanager
def a_client(answers: Answers) -> Iterator[tuple[AdminClient, list[Seen]]]:
    with (
        a_losing_service(answers) as (url, seen),
        AdminClient(url, rules=QUICK) as client,
    ):
        client.state.begin("a1", "r1")
        yield client, seen


def _keys(seen: list[Seen]) -> list[str | None]:
    return [one.headers.get("idempotency-key") for one in seen]


def _spent(seen: Seen) -> Reply:
    """Answers a spent token with 401, a refresh slowly with the next token, others with a list."""
    if seen.path == REFRESH:
        time.sleep(0.05)
        return Reply({"access_token": "a2", "refresh_token": "r2"})
    if seen.headers["authorization"] != "Bearer a2":
        return problem(401, "unauthenticated")
    return Reply({"items": [], "next_cursor": None, "total": 0})


def test_a_login_sends_the_code_and_the_device_and_is_kept() -> None:
    answer = TOKENS | {"expires_in": 900, "token_type": "Bearer", "user": USER}
    with (
        a_losing_service(lambda _: Reply(answer, 201)) as (url, seen),
        AdminClient(url) as client,
    ):
        client.login("li", "seven-quiet-lanterns-41", "340102")
        sent = AdminLogin.from_json(json.loads(seen[0].body))
        assert (sent.username, sent.totp) == ("li", "340102")
        assert sent.device == client.state.session.device
        assert client.state.session.access_token == "a1"


def test_a_login_that_was_refused_for_being_too_often_is_sent_again() -> None:
    login = TOKENS | {"expires_in": 900, "token_type": "Bearer", "user": USER}
    too_often = problem(429, "too_many_requests", headers={"Retry-After": "0"})
    answers = iter([too_often, Reply(login, 201)])
    with a_losing_service(lambda _: next(answers)) as (url, seen), AdminClient(url) as client:
        client.login("li", "seven-quiet-lanterns-41", "340102")
        assert len(seen) == 2


def test_many_threads_with_a_spent_token_make_one_refresh() -> None:
    with a_client(_spent) as (client, seen):
        with ThreadPoolExecutor(12) as pool:
            list(pool.map(lambda _: client.send(departments.list_departments(ID)), range(12)))
        assert [one.path for one in seen].count(REFRESH) == 1


async def test_many_tasks_with_a_spent_token_make_one_refresh() -> None:
    with a_losing_service(_spent) as (url, seen):
        async with AsyncAdminClient(url, rules=QUICK) as client:
            client.state.begin("a1", "r1")
            act = departments.list_departments(ID)
            await asyncio.gather(*(client.send(act) for _ in range(25)))
        assert [one.path for one in seen].count(REFRESH) == 1


def test_an_ended_login_is_forgotten_but_not_the_device() -> None:
    def answers(seen: Seen) -> Reply:
        return problem(401, "identity.session_ended" if seen.path == REFRESH else "unauthenticated")

    with a_client(answers) as (client, _):
        device = client.state.session.device
        with pytest.raises(LinliProblem, match="unauthenticated"):
            client.send(departments.list_departments(ID))
        assert client.state.session == Session(device)


def test_a_write_without_an_answer_is_sent_again_with_its_key() -> None:
    lost = iter([True] * 5 + [False] * 9)

    def answers(_: Seen) -> Reply:
        return Reply(DEPARTMENT, is_lost=next(lost))

    with a_client(answers) as (client, seen):
        act = departments.add_department(ID, body=DETAILS)
        with pytest.raises(NetworkError):
            client.send(act)
        assert len(seen) == 4
        client.send(act)
        assert len(set(_keys(seen))) == 1
        client.send(departments.add_department(ID, body=DETAILS))
        assert len(set(_keys(seen))) == 2


def test_what_has_no_key_is_sent_once() -> None:
    with a_client(lambda _: Reply(is_lost=True)) as (client, seen):
        with pytest.raises(NetworkError):
            client.send(administrators.issue_account_link(ID))
        assert _keys(seen) == [None]


def test_retry_after_is_waited_for_and_a_long_one_is_told() -> None:
    busy = iter(
        [
            problem(503, "busy", headers={"retry-after": "0"}),
            problem(409, "idempotency_key_in_flight", headers={"retry-after": "0"}),
            Reply(DEPARTMENT),
            problem(429, "too_many_requests", headers={"retry-after": "600"}),
        ]
    )
    with a_client(lambda _: next(busy)) as (client, seen):
        client.send(departments.add_department(ID, body=DETAILS))
        assert len(set(_keys(seen))) == 1
        with pytest.raises(LinliProblem) as refused:
            client.send(departments.get_department(ID, ID))
        assert (refused.value.code, refused.value.retry_after) == ("too_many_requests", 600)


def test_a_put_carries_the_version_that_was_created_written_or_read_last() -> None:
    versions = iter(range(1, 9))

    def answers(seen: Seen) -> Reply:
        headers = {"etag": f'"{next(versions)}"'}
        if seen.method == "POST":
            headers["location"] = f"/admin/v1/communities/{ID}/departments/{ID}"
        return Reply(DEPARTMENT, headers=headers)

    with a_client(answers) as (client, seen):
        client.send(departments.add_department(ID, body=DETAILS))
        client.send(departments.revise_department(ID, ID, body=DETAILS))
        client.send(departments.revise_department(ID, ID, body=DETAILS))
        client.send(departments.get_department(ID, ID))
        client.send(departments.revise_department(ID, ID, body=DETAILS))
        sent = [one.headers["if-match"] for one in seen if one.method == "PUT"]
        assert sent == ['"1"', '"2"', '"4"']


def test_a_verb_shows_the_version_of_the_resource_before_it() -> None:
    versions = iter(range(1, 9))

    def answers(_: Seen) -> Reply:
        return Reply({}, headers={"etag": f'"{next(versions)}"'})

    with a_client(answers) as (client, seen):
        for verb in ("/certify", "/certify/confirm"):
            client.send(Act[object]("POST", f"/ballots/{ID}{verb}", dict, is_keyed=True))
            client.send(Act[object]("PUT", f"/ballots/{ID}", dict, is_versioned=True))
        sent = [one.headers["if-match"] for one in seen if one.method == "PUT"]
        assert sent == ['"1"', '"3"']


def test_pages_follow_the_cursor_to_the_end() -> None:
    def answers(seen: Seen) -> Reply:
        is_last = "cursor=2" in seen.path
        return Reply({"items": [DEPARTMENT], "next_cursor": None if is_last else "2", "total": 2})

    with a_client(answers) as (client, seen):
        found = client.all(departments.list_departments(ID, limit=1))
        assert [one.name for one in found] == ["服务站"] * 2
        assert [one.path.partition("?")[2] for one in seen] == ["limit=1", "limit=1&cursor=2"]


def test_a_problem_has_its_code_texts_fields_and_members() -> None:
    errors = [{"pointer": "/reason", "code": "too_long"}]
    with a_client(lambda _: problem(422, "malformed", errors=errors, state="open")) as (client, _):
        with pytest.raises(LinliProblem) as refused:
            client.send(
                tickets.decline_ticket(
                    ID, ID, body=TicketDecline(reason="重复", instead="请看原单")
                )
            )
        one = refused.value
        assert (one.status, one.code, one.title, one.request_id) == (
            422,
            "malformed",
            "标题",
            "r-1",
        )
        assert [(e.pointer, e.code) for e in one.errors] == [("/reason", "too_long")]
        assert one.members == {"state": "open"}


def test_a_page_of_a_proxy_is_no_answer() -> None:
    with a_client(lambda _: Reply("Bad gateway", 502, type="text/html")) as (client, _):
        with pytest.raises(NetworkError) as failed:
            client.send(departments.list_departments(ID))
        assert failed.value.kind == "gateway"


def test_a_sheet_is_sent_as_what_it_is() -> None:
    with a_client(lambda _: problem(422, "sheet_refused")) as (client, seen):
        for sheet in ("楼栋\n", "楼栋\n".encode("gb18030"), b"PK\x03\x04"):
            with pytest.raises(LinliProblem):
                client.send(residence.import_register(ID, body=sheet, preview=True))
        types = [one.headers["content-type"] for one in seen]
        assert types[:2] == ["text/csv", "text/csv"]
        assert "spreadsheetml" in types[2]
        assert {one.path.partition("?")[2] for one in seen} == {"preview=true"}


def test_values_of_enums_and_fields_that_are_new_are_borne() -> None:
    status = decode(TicketStatus, "frozen")
    assert (status, status.value, status.is_known) == ("frozen", "frozen", False)
    assert decode(TicketStatus, "submitted").is_known
    assert status == decode(TicketStatus, "frozen")
    new = {"actions": ["freeze"], "frozen_at": "2026-12-12T01:00:00Z"}
    with a_client(lambda _: Reply(DEPARTMENT | new)) as (client, _):
        assert client.send(departments.get_department(ID, ID)).name == "服务站"


def test_an_instant_without_an_offset_is_not_sent() -> None:
    with pytest.raises(ValueError, match="offset"):
        Act("POST", "/x", dict, body={"starts_at": datetime(2026, 12, 12)}).content()
