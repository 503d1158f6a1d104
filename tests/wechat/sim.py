"""Plays the WeChat app by the simulator's control interface."""

from typing import Any

from httpx import AsyncClient

from app.settings import Settings

LOGIN = "/sns/jscode2session"
TOKEN = "/cgi-bin/stable_token"
PHONE = "/wxa/business/getuserphonenumber"
APPID, SECRET = "wxsim00000000dev1", "canary-app-secret-0123456789"


class Sim:
    def __init__(self, base: str, http: AsyncClient) -> None:
        self.base, self.http = base, http

    def settings(self, **changes: object) -> Settings:
        defaults = {
            "wechat_api_base_url": self.base,
            "wechat_appid": APPID,
            "wechat_secret": SECRET,
        }
        return Settings.demo(**(defaults | changes))

    async def post(self, path: str, **body: Any) -> Any:
        answer = await self.http.post(f"/_sim/{path}", json=body)
        assert answer.is_success, answer.text
        return answer.json()

    async def reset(self, **fresh: Any) -> None:
        await self.post("reset", **fresh)

    async def login(self, alias: str = "bob") -> str:
        code: str = (await self.post(f"users/{alias}/login"))["code"]
        return code

    async def phone(self, alias: str = "bob", **fields: Any) -> str:
        code: str = (await self.post(f"users/{alias}/phone-code", **fields))["code"]
        return code

    async def fault(
        self, path: str, *, skip: int = 0, times: int | None = 1, **action: Any
    ) -> None:
        match = {"path": path}
        await self.post("faults", match=match, skip=skip, times=times, action=action)

    async def journal(self, path: str) -> list[dict[str, Any]]:
        entries = (await self.http.get("/_sim/journal")).json()["entries"]
        return [entry for entry in entries if entry["path"] == path]

    async def calls(self, path: str) -> int:
        return len(await self.journal(path))
