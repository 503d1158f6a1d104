"""The WeChat app of a person, played through the simulator's own door."""

from pydantic import SecretStr

from app.settings import Settings
from tests.client import SETTINGS
from tests.wechat.sim import APPID, LOGIN, PHONE, SECRET, Sim


class Wechat:
    def __init__(self, sim: Sim) -> None:
        self._sim = sim

    def settings(self, **changes: object) -> Settings:
        here = {"wechat_api_base_url": self._sim.base, "wechat_appid": APPID}
        return SETTINGS.model_copy(update={**here, "wechat_secret": SecretStr(SECRET), **changes})

    async def bind(self) -> None:
        """From now on it tells the unionid too."""
        await self._sim.reset(is_bound=True)

    async def a_login(self, alias: str = "bob") -> str:
        """What wx.login gives."""
        return await self._sim.login(alias)

    async def a_phone(self, phone: str) -> str:
        """What the button for the phone number gives."""
        await self._sim.post("users", alias="bob", phone=phone)
        return await self._sim.phone("bob")

    async def go_down(self) -> None:
        await self._sim.fault(LOGIN, times=None, http_status=503)

    async def asked(self) -> int:
        """How often anybody asked for a login or a number."""
        return await self._sim.calls(LOGIN) + await self._sim.calls(PHONE)
