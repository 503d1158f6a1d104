"""No secret and no personal data of the exchange with WeChat reaches a log."""

import logging
from contextlib import suppress
from typing import Any

import pytest

from app.integrations.wechat.client import WechatClient
from app.integrations.wechat.models import WechatToken
from app.integrations.wechat.simulator.people import openid_of, phone_of, unionid_of
from app.kernel import logs
from app.kernel.database.engine import Database
from app.kernel.errors import DomainError
from app.kernel.privacy.sealed import own
from app.main import create_app
from tests.client import client_of_app
from tests.wechat.sim import APPID, LOGIN, PHONE, SECRET, TOKEN, Sim
from tests.wechat.test_access_token import row_of

FAULTS: list[dict[str, Any]] = [
    {"garbage": True},
    {"truncate": 90},
    {"drop": True},
    {"http_status": 502},
    {"http_status": 404},
    {"errcode": 40001},
    {"errcode": 40125},
    {"errcode": -1},
]


async def attempt(client: WechatClient, login: str, phone: str) -> None:
    for asked in (client.code2session(login), client.phone_number(phone)):
        with suppress(DomainError):
            await asked


async def session_key(sim: Sim, code: str) -> str:
    """Returns the session key that the next login will get from a simulator with the same seed."""
    query = {"appid": APPID, "secret": SECRET, "grant_type": "authorization_code", "js_code": code}
    answer = await sim.http.get(LOGIN, params=query)
    await sim.reset(seed=7, is_bound=True)
    key: str = answer.json()["session_key"]
    return key


@pytest.mark.parametrize("action", [None, *FAULTS], ids=str)
async def test_logs_hold_nothing_secret_or_personal(
    sim: Sim,
    database: Database,
    client: WechatClient,
    caplog: pytest.LogCaptureFixture,
    action: dict[str, Any] | None,
) -> None:
    await sim.reset(seed=7, is_bound=True)
    key = await session_key(sim, "sim:bob")
    caplog.set_level(logging.DEBUG)
    await client.code2session("sim:bob")
    await client.phone_number("simphone:bob")
    token = own(await row_of(database), WechatToken.token)
    if action is not None:
        for path in (LOGIN, PHONE, TOKEN):
            await sim.fault(path, times=None, **action)
        await sim.post("tokens/expire")
    login, phone = await sim.login(), await sim.phone()
    await attempt(client, login, phone)
    person = openid_of(APPID, "bob"), unionid_of("bob"), phone_of("bob")
    written = [logs.formatter().format(record) for record in caplog.records]
    for canary in (SECRET, token, key, login, phone, *person):
        assert canary is not None
        assert canary not in caplog.text
        assert not any(canary in line for line in written)


async def test_nor_does_a_refusal_tell_it(sim: Sim, database: Database) -> None:
    app = create_app(sim.settings(), database)
    async with client_of_app(app) as http:
        for code in ("sim:bob!40226", "sim:bob!40125", "sim:bob!40029", "sim:bob!-1"):
            answer = await http.post("/v1/auth/wechat/sessions", json={"code": code})
            assert answer.status_code in (401, 403, 502, 503)
            for canary in (SECRET, code, "rid", openid_of(APPID, "bob")):
                assert canary not in answer.text
    await app.state.wechat.close()


async def test_the_journal_of_the_simulator_masks_it(client: WechatClient, sim: Sim) -> None:
    await client.code2session("sim:bob")
    await client.phone_number("simphone:bob")
    journal = (await sim.http.get("/_sim/journal")).text
    for canary in (SECRET, "sim:bob", "simphone:bob"):
        assert canary not in journal
    [entry] = await sim.journal(PHONE)
    assert (entry["query"], entry["body"]) == ({"access_token": "***"}, {"code": "***"})
