"""Malformed and endless answers of WeChat, and requests that are never sent."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from app.integrations.wechat.client import WechatClient
from app.integrations.wechat.errors import WechatMisconfigured, WechatUnavailable
from app.kernel.database.engine import Database
from app.kernel.ops.settings import Environment
from tests.wechat.sim import LOGIN, TOKEN, Sim


@pytest.mark.parametrize(
    "action",
    [
        {"garbage": True},
        {"truncate": 30},
        {"truncate": 0},
        {"too_long": True},
        *({"http_status": status} for status in (429, 500, 502, 503, 504)),
    ],
    ids=str,
)
async def test_nonsense_is_no_answer(
    client: WechatClient, sim: Sim, action: dict[str, Any]
) -> None:
    await sim.fault(LOGIN, times=None, **action)
    with pytest.raises(WechatUnavailable):
        await client.code2session("sim:bob")
    assert await sim.calls(LOGIN) == 2


@pytest.mark.parametrize("status", [301, 302, 307, 404, 412])
async def test_a_redirect_is_not_followed_nor_a_refusal_by_others_believed(
    client: WechatClient, sim: Sim, status: int
) -> None:
    await sim.fault(LOGIN, http_status=status)
    with pytest.raises(WechatMisconfigured):
        await client.code2session("sim:bob")
    assert await sim.calls(LOGIN) == 1


async def test_the_content_type_is_not_believed(client: WechatClient, sim: Sim) -> None:
    await sim.fault(LOGIN, wrong_content_type=True)
    await client.code2session("sim:bob")


async def test_an_answer_in_drops_is_cut_off_in_time(hasty: WechatClient, sim: Sim) -> None:
    """Each byte comes within the time-out of one read, but all of them together do not."""
    await sim.fault(LOGIN, times=None, slow_drip_ms=50)
    with pytest.raises(WechatUnavailable):
        await hasty.code2session("sim:bob")


async def test_an_answer_of_another_shape_is_no_answer(sim: Sim, database: Database) -> None:
    """Answers with 200 and JSON, but not as WeChat documents: a list, text for a number, a strange
    openid."""
    for content in (b"[]", b"7", b'{"errcode":"0"}', b'{"openid":7}', b'{"openid":"a b"}', b"{}"):
        async with _telling(content) as base:
            client = WechatClient(sim.settings(wechat_api_base_url=base), database)
            with pytest.raises(WechatUnavailable):
                await client.code2session("sim:bob")
            await client.close()


async def test_a_number_for_another_mini_program_is_not_taken(sim: Sim, database: Database) -> None:
    info = {"purePhoneNumber": "13800138000", "countryCode": "86", "watermark": {"appid": "wxsome"}}
    content = json.dumps({"access_token": "t", "expires_in": 7200, "phone_info": info}).encode()
    async with _telling(content) as base:
        client = WechatClient(sim.settings(wechat_api_base_url=base), database)
        with pytest.raises(WechatMisconfigured):
            await client.phone_number("simphone:bob")
        await client.close()


@asynccontextmanager
async def _telling(content: bytes) -> AsyncIterator[str]:
    """Runs a server that answers every request with this."""
    server = await asyncio.start_server(_always(content), "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()
    await server.wait_closed()


def _always(content: bytes) -> Any:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")  # The server does not wait for a body.
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n"
        writer.write(head.encode() + content)
        await writer.drain()
        writer.close()

    return answer


async def test_production_does_not_believe_a_simulator(
    sim: Sim, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """Settings already refuse the simulator; this covers a name that later resolves to one."""
    unsafe = sim.settings().model_copy(update={"environment": Environment.PRODUCTION})
    client = WechatClient(unsafe, database)
    with pytest.raises(WechatMisconfigured):
        await client.code2session("sim:bob")
    assert "a simulator answers" in caplog.text
    await client.close()


async def test_bodies_are_sent_in_one_piece(client: WechatClient, sim: Sim) -> None:
    """WeChat answers a body in several chunks with 412, and so does the simulator."""
    await client.phone_number(await sim.phone())
    assert [entry["status"] for entry in await sim.journal(TOKEN)] == [200]
