"""WeChat's interfaces, as far as they are simulated: what each answers, or refuses."""

import hmac
import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any, NamedTuple

from app.integrations.wechat.simulator.asked import Asked, No
from app.integrations.wechat.simulator.people import unionid_of
from app.integrations.wechat.simulator.world import World

Reply = dict[str, Any]
COUNTRIES = ("86", "852", "853", "886")
"""Country codes of the simulated numbers; others are taken to have one digit."""


def _require_app(world: World, asked: Asked, grant_type: str) -> None:
    if not asked.value("appid"):
        raise No(41002)
    if not asked.value("secret"):
        raise No(41004)
    if asked.value("grant_type") != grant_type:
        raise No(40002)
    if asked.value("appid") != world.appid:
        raise No(40013)
    if not hmac.compare_digest(str(asked.value("secret")).encode(), world.secret.encode()):
        raise No(40125)


def jscode2session(world: World, asked: Asked) -> Reply:
    _require_app(world, asked, "authorization_code")
    if not (code := asked.query.get("js_code")):
        raise No(41008)
    now = world.now()
    person = world.people.take("sim", code, now, when_used=40163)
    world.people.log_in(person, now)
    person.session_key = b64encode(world.chance.randbytes(16)).decode()
    reply = {"session_key": person.session_key, "openid": person.openid}
    return reply | ({"unionid": unionid_of(person.alias)} if world.is_bound else {})


def stable_token(world: World, asked: Asked) -> Reply:
    _require_app(world, asked, "client_credential")
    force = asked.body.get("force_refresh", False) is True
    token, seconds = world.tokens.get_stable(world.now(), force=force)
    return {"access_token": token, "expires_in": seconds}


def plain_token(world: World, asked: Asked) -> Reply:
    _require_app(world, asked, "client_credential")
    token, seconds = world.tokens.get_plain(world.now())
    return {"access_token": token, "expires_in": seconds}


def getuserphonenumber(world: World, asked: Asked) -> Reply:
    if not isinstance(code := asked.body.get("code"), str) or not code:
        raise No(41008)
    person = world.people.take("simphone", code, world.now(), when_used=40029)
    country = next((c for c in COUNTRIES if person.phone.startswith(f"+{c}")), person.phone[1:2])
    pure = person.phone[1 + len(country) :]
    is_number = world.fuzzes_types and world.chance.random() < 0.5
    return {
        "errcode": 0,
        "errmsg": "ok",
        "phone_info": {
            "phoneNumber": person.phone if country != "86" else pure,
            "purePhoneNumber": pure,
            "countryCode": int(country) if is_number else country,
            "watermark": {"timestamp": int(world.now()), "appid": world.appid},
        },
    }


class Interface(NamedTuple):
    method: str
    answer: Callable[[World, Asked], Reply]
    needs_token: bool = False


INTERFACES = {
    "/sns/jscode2session": Interface("GET", jscode2session),
    "/cgi-bin/token": Interface("GET", plain_token),
    "/cgi-bin/stable_token": Interface("POST", stable_token),
    "/wxa/business/getuserphonenumber": Interface("POST", getuserphonenumber, needs_token=True),
}


def answer(world: World, asked: Asked) -> Reply:
    """Answers for an interface that exists. Raises No or Silence."""
    interface = INTERFACES[asked.path]
    if asked.method != interface.method:
        raise No(43002)
    if interface.needs_token:
        world.tokens.require(asked.query.get("access_token"), world.now())
    if asked.method == "POST":
        _require_json(asked.content)
    return interface.answer(world, asked)


def _require_json(content: bytes) -> None:
    if not content:
        raise No(44002)
    if not isinstance(loaded(content), dict):
        raise No(47001)


def loaded(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
