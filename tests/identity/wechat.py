"""The WeChat app of a person, played by the simulator's control interface."""

from pydantic import SecretStr

from app.settings import Settings
from tests.client import SETTINGS
from tests.wechat.sim import APPID, LOGIN, PHONE, SECRET, Sim


class Wechat:
    def __init__(self, sim: Sim) -> None:
        self._sim = sim

    def settings(self, **changes: object) -> Settings:
        addresses = {"wechat_api_base_url": self._sim.base, "wechat_appid": APPID}
        return SETTINGS.model_copy(
            update={**addresses, "wechat_secret": SecretStr(SECRET), **changes}
        )

    async def bind(self) -> None:
        """Binds the mini-program to a platform: from now on WeChat returns the unionid, too."""
        await self._sim.reset(is_bound=True)

    async def a_login(self, alias: str = "bob") -> str:
        """Returns a code as wx.login does."""
        return await self._sim.login(alias)

    async def a_phone(self, phone: str) -> str:
        """Returns a code as the button for the phone number does."""
        await self._sim.post("users", alias="bob", phone=phone)
        return await self._sim.phone("bob")

    async def go_down(self) -> None:
        await self._sim.fault(LOGIN, times=None, http_status=503)

    async def asked(self) -> int:
        """Returns the number of calls for a login or a phone number."""
        return await self._sim.calls(LOGIN) + await self._sim.calls(PHONE)
