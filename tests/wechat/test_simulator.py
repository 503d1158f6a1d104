"""The simulator behaves as WeChat's documentation and its known deviations say."""

from collections.abc import AsyncIterator
from re import fullmatch
from typing import Any

import pytest

from app.integrations.wechat import simulator
from app.integrations.wechat.simulator.people import openid_of
from tests.wechat.sim import APPID, LOGIN, PHONE, SECRET, TOKEN, Sim

PLAIN = "/cgi-bin/token"
GRANT = {"appid": APPID, "secret": SECRET, "grant_type": "client_credential"}
WHO = {"appid": APPID, "secret": SECRET, "grant_type": "authorization_code", "js_code": "sim:bob"}


class Wechat:
    @pytest.fixture(autouse=True)
    def arrange(self, sim: Sim) -> None:
        self.sim, self.http = sim, sim.http

    async def login(self, **changes: str | None) -> dict[str, Any]:
        query = {name: value for name, value in (WHO | changes).items() if value is not None}
        body: dict[str, Any] = (await self.http.get(LOGIN, params=query)).json()
        return body

    async def stable(self, **fields: Any) -> dict[str, Any]:
        body: dict[str, Any] = (await self.http.post(TOKEN, json=GRANT | fields)).json()
        return body

    async def plain(self) -> str:
        token: str = (await self.http.get(PLAIN, params=GRANT)).json()["access_token"]
        return token

    async def errcode(self, token: str | None) -> int:
        """Returns the error code of a request with this token."""
        query = {} if token is None else {"access_token": token}
        answer = await self.http.post(PHONE, params=query, json={"code": "simphone:bob"})
        errcode: int = answer.json()["errcode"]
        return errcode

    async def advance(self, seconds: float) -> None:
        await self.sim.post("clock", advance_s=seconds)


class TestManners(Wechat):
    async def test_every_answer_says_that_it_is_simulated(self) -> None:
        for path in (LOGIN, TOKEN, PHONE, "/nowhere", "/_sim/journal", "/_sim/nowhere"):
            assert (await self.http.get(path)).headers["X-Wxsim"] == "1"

    async def test_a_page_of_another_site_posts_nothing(self) -> None:
        """A developer's browser would send it without being asked."""
        evil = "https://evil.example"
        for headers in (
            {"Origin": evil},
            {"Origin": "null"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Host": "evil.example"},
        ):
            for path in ("/_sim/users", "/_sim/reset", TOKEN):
                answer = await self.http.post(path, json={"alias": "mallory"}, headers=headers)
                assert answer.status_code == 403, (path, headers)
        origin = {"Origin": self.sim.base, "Sec-Fetch-Site": "same-origin"}
        answer = await self.http.post("/_sim/users", json={"alias": "ann"}, headers=origin)
        assert answer.status_code == 201

    async def test_sns_answers_json_as_plain_text_and_with_200(self) -> None:
        for code in ("sim:bob", "garbage"):
            answer = await self.http.get(LOGIN, params=WHO | {"js_code": code})
            assert answer.status_code == 200
            assert answer.headers["content-type"] == "text/plain"

    async def test_errors_end_with_an_rid(self) -> None:
        answer = await self.login(js_code="garbage")
        assert fullmatch(
            r"invalid code, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}", answer["errmsg"]
        )

    async def test_a_body_in_pieces_is_412(self) -> None:
        async def pieces() -> AsyncIterator[bytes]:
            yield b"{}"

        answer = await self.http.post(TOKEN, content=pieces())
        assert answer.status_code == 412
        assert "html" in answer.headers["content-type"]

    async def test_an_unknown_path_is_404_and_in_the_journal(self) -> None:
        assert (await self.http.post("/wxa/unheard_of", json={})).status_code == 404
        [entry] = await self.sim.journal("/wxa/unheard_of")
        assert entry["status"] == 404

    @pytest.mark.parametrize(
        ("method", "content", "errcode"),
        [("GET", b"", 43002), ("POST", b"", 44002), ("POST", b"{", 47001), ("POST", b"[]", 47001)],
    )
    async def test_malformed(self, method: str, content: bytes, errcode: int) -> None:
        answer = await self.http.request(method, TOKEN, content=content)
        assert answer.json()["errcode"] == errcode

    async def test_it_is_open_to_this_machine_only(self) -> None:
        assert self.sim.base.startswith("http://127.0.0.1:")

    async def test_the_control_refuses_what_it_does_not_know(self) -> None:
        for path, body in (("faults", {"action": {"explode": True}}), ("users", {"alias": "a b"})):
            assert (await self.http.post(f"/_sim/{path}", json=body)).status_code == 400


class TestLogin(Wechat):
    @pytest.mark.parametrize(
        ("changes", "errcode"),
        [
            ({"appid": None}, 41002),
            ({"secret": None}, 41004),
            ({"js_code": None}, 41008),
            ({"grant_type": "password"}, 40002),
            ({"appid": "wxother"}, 40013),
            ({"secret": "wrong"}, 40125),
            ({"js_code": "garbage"}, 40029),
        ],
    )
    async def test_malformed(self, changes: dict[str, str | None], errcode: int) -> None:
        assert (await self.login(**changes))["errcode"] == errcode

    async def test_magic_codes(self) -> None:
        answers = [await self.login(js_code=c) for c in ("sim:bob", "sim:bob", "sim:bob#1")]
        assert [answer["openid"] for answer in answers] == [openid_of(APPID, "bob")] * 3
        assert all("errcode" not in answer for answer in answers)
        assert len({answer["session_key"] for answer in answers}) == 3
        for code, errcode in (("sim:bob#1", 40163), ("sim:bob!40226", 40226), ("sim:bob!-1", -1)):
            assert (await self.login(js_code=code))["errcode"] == errcode

    async def test_an_openid_is_of_a_mini_program_and_a_person(self) -> None:
        ids = {openid_of(app, alias) for app in ("wx1", "wx2") for alias in ("ann", "bob")}
        assert len(ids) == 4
        assert all(fullmatch(r"o[\w-]{27}", openid) for openid in ids)

    async def test_a_hundred_a_minute_are_too_many(self) -> None:
        for _ in range(100):
            assert "errcode" not in await self.login()
        assert (await self.login())["errcode"] == 45011
        await self.advance(61)
        assert "errcode" not in await self.login()

    async def test_the_developer_tools_code_is_good_where_it_is_allowed(self) -> None:
        code = {"js_code": "the code is a mock one"}
        assert (await self.login(**code))["errcode"] == 40029
        async with simulator.serving(APPID, SECRET, accepts_mock_code=True) as base:
            answer = await self.http.get(f"{base}{LOGIN}", params=WHO | code)
        assert answer.json()["openid"] == openid_of(APPID, "dev")


class TestTokens(Wechat):
    async def test_the_stable_one_stays_until_its_last_five_minutes(self) -> None:
        first = await self.stable()
        assert first["expires_in"] == 7200
        await self.advance(6899)
        again = await self.stable()
        assert again["access_token"] == first["access_token"]
        assert 300 <= again["expires_in"] <= 301
        await self.advance(2)
        second = (await self.stable())["access_token"]
        assert second != first["access_token"]
        assert [await self.errcode(t) for t in (first["access_token"], second)] == [0, 0]
        await self.advance(300)
        assert [await self.errcode(t) for t in (first["access_token"], second)] == [42001, 0]

    async def test_forcing_kills_the_old_one_but_not_twice_in_half_a_minute(self) -> None:
        first = (await self.stable())["access_token"]
        second = (await self.stable(force_refresh=True))["access_token"]
        assert [await self.errcode(t) for t in (first, second)] == [40001, 0]
        assert (await self.stable(force_refresh=True))["access_token"] == second
        await self.advance(31)
        assert (await self.stable(force_refresh=True))["access_token"] != second

    async def test_twenty_forced_ones_a_day_are_heard(self) -> None:
        tokens = set()
        for _ in range(23):
            tokens.add((await self.stable(force_refresh=True))["access_token"])
            await self.advance(31)
        assert len(tokens) == 1 + 20

    async def test_the_plain_one_dies_five_minutes_after_its_successor(self) -> None:
        first, second = await self.plain(), await self.plain()
        assert [await self.errcode(t) for t in (first, second)] == [0, 0]
        await self.advance(301)
        assert [await self.errcode(t) for t in (first, second)] == [40001, 0]

    async def test_the_two_kinds_leave_each_other_alone(self) -> None:
        stable = (await self.stable())["access_token"]
        await self.plain()
        await self.plain()
        await self.advance(301)
        assert await self.errcode(stable) == 0

    async def test_what_is_no_token(self) -> None:
        codes = [await self.errcode(token) for token in (None, "short", "x" * 136)]
        assert codes == [41001, 40014, 40001]

    async def test_they_can_be_expired_and_invalidated(self) -> None:
        for how, errcode in (("expire", 42001), ("invalidate", 40001)):
            token = (await self.stable())["access_token"]
            await self.sim.post(f"tokens/{how}")
            assert await self.errcode(token) == errcode
            assert await self.errcode((await self.stable())["access_token"]) == 0


class TestFaults(Wechat):
    async def test_they_skip_then_meet_then_are_used_up(self) -> None:
        await self.sim.fault(LOGIN, skip=1, times=2, errcode=45011)
        codes = [(await self.login()).get("errcode") for _ in range(4)]
        assert codes == [None, 45011, 45011, None]

    async def test_they_meet_only_what_they_name(self) -> None:
        match = {"path": LOGIN, "js_code": "sim:ann"}
        await self.sim.post("faults", match=match, action={"errcode": -1})
        assert "errcode" not in await self.login()
        assert (await self.login(js_code="sim:ann"))["errcode"] == -1

    async def test_a_reset_ends_them(self) -> None:
        await self.sim.fault(LOGIN, times=None, errcode=-1)
        await self.sim.reset()
        assert "errcode" not in await self.login()
        assert await self.sim.calls(LOGIN) == 1
