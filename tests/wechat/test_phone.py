"""The phone number that WeChat verifies."""

import pytest

from app.identity.models import Purpose
from app.integrations.wechat.answers import PhoneAnswer
from app.integrations.wechat.client import WechatClient
from app.integrations.wechat.errors import (
    WechatCodeInvalid,
    WechatMisconfigured,
    WechatUnavailable,
)
from app.integrations.wechat.simulator.people import phone_of
from app.kernel.database.engine import Database
from app.main import create_app
from tests.client import as_, client_of_app
from tests.factories import a_user, consented
from tests.wechat.sim import PHONE, Sim


@pytest.mark.parametrize("fuzzes_types", [False, True])
async def test_it_is_told_in_e164(client: WechatClient, sim: Sim, fuzzes_types: bool) -> None:
    """Accepts the country as text or as a number, because WeChat sends both."""
    await sim.reset(fuzzes_types=fuzzes_types)
    for _ in range(6):
        assert await client.phone_number(await sim.phone("bob")) == f"+86{phone_of('bob')}"


@pytest.mark.parametrize("phone", ["+85261234567", "+12025550123", "+861012345678"])
async def test_wherever_it_is_from(client: WechatClient, sim: Sim, phone: str) -> None:
    await sim.post("users", alias="lee", phone=phone)
    assert await client.phone_number(await sim.phone("lee")) == phone


async def test_nobody_bears_the_number_of_a_magic_code(client: WechatClient) -> None:
    number = await client.phone_number("simphone:bob")
    assert number == await client.phone_number("simphone:bob")
    assert number.startswith("+8610")
    assert len(number) == 14


async def test_a_code_is_good_once_and_for_five_minutes(client: WechatClient, sim: Sim) -> None:
    code, late = await sim.phone(), await sim.phone()
    await client.phone_number(code)
    with pytest.raises(WechatCodeInvalid):
        await client.phone_number(code)
    await sim.post("clock", advance_s=300)
    with pytest.raises(WechatCodeInvalid):
        await client.phone_number(late)


async def test_a_code_of_wx_login_is_not_one_for_the_phone(client: WechatClient, sim: Sim) -> None:
    with pytest.raises(WechatCodeInvalid):
        await client.phone_number(await sim.login())


async def test_a_code_of_another_mini_program_is_an_alarm(client: WechatClient, sim: Sim) -> None:
    with pytest.raises(WechatMisconfigured):
        await client.phone_number(await sim.phone(appid="wxsomeoneelse"))


async def test_a_lost_answer_is_not_paid_for_twice(client: WechatClient, sim: Sim) -> None:
    await sim.fault(PHONE, drop_after_effect=True)
    with pytest.raises(WechatUnavailable):
        await client.phone_number(await sim.phone())
    assert await sim.calls(PHONE) == 1


@pytest.mark.parametrize(
    ("country", "pure", "expected"),
    [
        ("86", "13800138000", "+8613800138000"),
        (86, "13800138000", "+8613800138000"),
        ("86", "138 0013 8000", None),
        ("0", "13800138000", None),
        ("", "", None),
        ("86", "１３８００１３８０００", None),
        ("86", "9" * 20, None),
    ],
)
def test_what_is_not_a_number_is_not_made_one(
    country: str | int, pure: str, expected: str | None
) -> None:
    phone_info = {"purePhoneNumber": pure, "countryCode": country, "watermark": {"appid": "wx"}}
    answer = PhoneAnswer.model_validate({"phone_info": phone_info})
    assert answer.phone_info.e164() == expected


async def test_ones_own_account_shows_it(sim: Sim, database: Database) -> None:
    """POST /v1/me/phone, down to the socket."""
    user = await a_user(database)
    await consented(database, user, Purpose.PHONE)
    app = create_app(sim.settings(), database)
    async with client_of_app(app) as http:
        body = {"code": "simphone:bob"}
        answer = await http.post("/v1/me/phone", json=body, headers=as_(user))
    assert answer.status_code == 200
    assert answer.json()["phone"] == f"{phone_of('bob')[:3]}****{phone_of('bob')[-4:]}"
    await app.state.wechat.close()
