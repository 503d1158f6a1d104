"""/_sim: plays the WeChat app and the person who holds it, and makes things go wrong."""

from collections.abc import Awaitable, Callable
from typing import Any, Literal, TypeVar

from pydantic import Field, ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from app.integrations.wechat.simulator.faults import Fault, Strict
from app.integrations.wechat.simulator.people import CODE_LIFETIME_SECONDS, Person
from app.integrations.wechat.simulator.world import World

ALIAS = r"^[\w-]{1,32}$"
Sent = TypeVar("Sent", bound=Strict)
Handler = Callable[[Request], Awaitable[JSONResponse]]


class NewPerson(Strict):
    alias: str = Field(pattern=ALIAS)
    phone: str | None = Field(default=None, pattern=r"^\+[1-9][0-9]{6,14}$")
    flags: set[Literal["high_risk"]] = set()


class ForPhone(Strict):
    appid: str | None = None
    """Another mini-program's."""


class Advance(Strict):
    advance_s: float = Field(ge=0)


class Fresh(Strict):
    """The state of the world after a reset."""

    seed: int = 0
    is_bound: bool = False
    fuzzes_types: bool = False
    token_length: int = Field(default=136, ge=130, le=2048)


class Control:
    """Handlers over one world."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def add_person(self, request: Request) -> JSONResponse:
        sent = await _read(request, NewPerson)
        person = self.world.people.person(sent.alias)
        person.phone = sent.phone or person.phone
        person.flags = set(sent.flags)
        return JSONResponse(_person_json(person), 201)

    async def log_in(self, request: Request) -> JSONResponse:
        """Gives the code of wx.login."""
        return self._given(request, "sim", 24)

    async def give_phone(self, request: Request) -> JSONResponse:
        """Gives the code of the button getPhoneNumber."""
        return self._given(request, "simphone", 32, (await _read(request, ForPhone)).appid)

    def _given(
        self, request: Request, use: str, many: int, appid: str | None = None
    ) -> JSONResponse:
        world, code = self.world, self.world.chance.randbytes(many).hex()
        world.people.give(use, code, request.path_params["alias"], world.now(), appid)
        return JSONResponse({"code": code, "expires_in": CODE_LIFETIME_SECONDS}, 201)

    async def advance(self, request: Request) -> JSONResponse:
        self.world.ahead += (await _read(request, Advance)).advance_s
        return JSONResponse({"now": self.world.now()})

    async def add_fault(self, request: Request) -> JSONResponse:
        self.world.faults.waiting.append(await _read(request, Fault))
        return JSONResponse({"waiting": len(self.world.faults.waiting)}, 201)

    async def expire(self, _request: Request) -> JSONResponse:
        self.world.tokens.expire(self.world.now())
        return JSONResponse({})

    async def invalidate(self, _request: Request) -> JSONResponse:
        self.world.tokens.invalidate(self.world.now())
        return JSONResponse({})

    async def journal(self, _request: Request) -> JSONResponse:
        return JSONResponse({"entries": list(self.world.journal)})

    async def reset(self, request: Request) -> JSONResponse:
        fresh = await _read(request, Fresh)
        self.world.reset(fresh.seed, is_bound=fresh.is_bound, fuzzes_types=fresh.fuzzes_types)
        self.world.tokens.length = fresh.token_length
        return JSONResponse({})


def control(world: World) -> Starlette:
    on = Control(world)
    routes: list[tuple[str, str, Handler]] = [
        ("POST", "/_sim/users", on.add_person),
        ("POST", "/_sim/users/{alias}/login", on.log_in),
        ("POST", "/_sim/users/{alias}/phone-code", on.give_phone),
        ("POST", "/_sim/clock", on.advance),
        ("POST", "/_sim/faults", on.add_fault),
        ("POST", "/_sim/tokens/expire", on.expire),
        ("POST", "/_sim/tokens/invalidate", on.invalidate),
        ("GET", "/_sim/journal", on.journal),
        ("POST", "/_sim/reset", on.reset),
    ]
    return Starlette(
        routes=[Route(path, handler, methods=[method]) for method, path, handler in routes],
        exception_handlers={ValidationError: _malformed},
    )


async def _read(request: Request, shape: type[Sent]) -> Sent:
    return shape.model_validate_json(await request.body() or b"{}")


async def _malformed(_request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"error": str(error)}, 400)


def _person_json(person: Person) -> dict[str, Any]:
    return {
        "alias": person.alias,
        "openid": person.openid,
        "phone": person.phone,
        "flags": sorted(person.flags),
    }
