"""The four clients: of administrators and of residents, with plain calls and with asyncio."""

from __future__ import annotations

from linli_client import logins
from linli_client.admin.models import AdministratorOut, OpenedAccountLink, SteppedUp
from linli_client.aio import AsyncClient
from linli_client.client import Client
from linli_client.resident.models import LoggedInUser


class AdminClient(Client):
    """Client of administrators: desk, liaisons, departments and platform."""

    REFRESH_PATH = f"{logins.SESSIONS}/refresh"

    def login(self, username: str, password: str, totp: str | None = None) -> AdministratorOut:
        """Logs in with name, password and the six digits of the authenticator app. The problem
        `identity.login_refused` does not tell which of them is wrong."""
        return self._work(logins.log_in_administrator(self.state, username, password, totp))

    def logout(self) -> None:
        self._work(logins.log_out(self.state, logins.SESSIONS))

    def step_up(self, password: str, totp: str | None = None) -> SteppedUp:
        """Gives password and code once more, where an act was `identity.step_up_required`."""
        return self.send(logins.step_up(password, totp))

    def open_link(self, token: str) -> OpenedAccountLink:
        """Opens a one-time link of first use: whose it is, and the second factor to enrol."""
        return self.send(logins.open_link(token))

    def use_link(self, token: str, password: str, totp: str | None = None) -> None:
        """Sets the password and the second factor by a one-time link; then log in."""
        self.send(logins.use_link(token, password, totp))


class AsyncAdminClient(AsyncClient):
    """Client of administrators for asyncio."""

    REFRESH_PATH = AdminClient.REFRESH_PATH

    async def login(
        self, username: str, password: str, totp: str | None = None
    ) -> AdministratorOut:
        """Logs in with name, password and the six digits of the authenticator app."""
        return await self._work(logins.log_in_administrator(self.state, username, password, totp))

    async def logout(self) -> None:
        await self._work(logins.log_out(self.state, logins.SESSIONS))

    async def step_up(self, password: str, totp: str | None = None) -> SteppedUp:
        """Gives password and code once more, where an act was `identity.step_up_required`."""
        return await self.send(logins.step_up(password, totp))

    async def open_link(self, token: str) -> OpenedAccountLink:
        """Opens a one-time link of first use: whose it is, and the second factor to enrol."""
        return await self.send(logins.open_link(token))

    async def use_link(self, token: str, password: str, totp: str | None = None) -> None:
        """Sets the password and the second factor by a one-time link; then log in."""
        await self.send(logins.use_link(token, password, totp))


class ResidentClient(Client):
    """Client of residents, for programs outside the mini-program."""

    REFRESH_PATH = f"{logins.RESIDENT_SESSIONS}/refresh"

    def login(self, code: str) -> LoggedInUser:
        """Logs in with the code of `wx.login`, which WeChat takes once, within five minutes."""
        return self._work(logins.log_in_resident(self.state, code))

    def logout(self) -> None:
        self._work(logins.log_out(self.state, logins.RESIDENT_SESSIONS))


class AsyncResidentClient(AsyncClient):
    """Client of residents for asyncio."""

    REFRESH_PATH = ResidentClient.REFRESH_PATH

    async def login(self, code: str) -> LoggedInUser:
        """Logs in with the code of `wx.login`, which WeChat takes once, within five minutes."""
        return await self._work(logins.log_in_resident(self.state, code))

    async def logout(self) -> None:
        await self._work(logins.log_out(self.state, logins.RESIDENT_SESSIONS))
