"""Logins and logouts, as generators (see core)."""

from __future__ import annotations

from linli_client import core
from linli_client.act import Act
from linli_client.admin import models as admin
from linli_client.resident import models as resident

SESSIONS = "/admin/v1/auth/sessions"
LINKS = "/admin/v1/auth/account-links"
RESIDENT_SESSIONS = "/v1/auth/sessions"


def log_in_administrator(
    state: core.State, username: str, password: str, totp: str | None
) -> core.Work[admin.AdministratorOut]:
    device = state.session.device
    body = admin.AdminLogin(username=username, password=password, totp=totp, device=device)
    session = yield from core.carry_out(
        state,
        Act[admin.AdminSession]("POST", SESSIONS, admin.AdminSession, is_open=True, body=body),
    )
    state.begin(session.access_token, session.refresh_token)
    return session.user


def log_in_resident(state: core.State, code: str) -> core.Work[resident.LoggedInUser]:
    body = resident.WechatCode(code=code, device=state.session.device)
    session = yield from core.carry_out(
        state,
        Act[resident.UserSession](
            "POST", "/v1/auth/wechat/sessions", resident.UserSession, is_open=True, body=body
        ),
    )
    state.begin(session.access_token, session.refresh_token)
    return session.user


def log_out(state: core.State, sessions: str) -> core.Work[None]:
    """Ends the login on the service; it is forgotten here whatever is answered."""
    try:
        if state.session.access_token is not None:
            yield from core.carry_out(state, Act[None]("DELETE", f"{sessions}/current", type(None)))
    finally:
        state.end()


def open_link(token: str) -> Act[admin.OpenedAccountLink]:
    body = admin.AccountLinkIn(token=token)
    return Act("POST", f"{LINKS}/open", admin.OpenedAccountLink, is_open=True, body=body)


def use_link(token: str, password: str, totp: str | None) -> Act[None]:
    body = admin.UsedAccountLink(token=token, password=password, totp=totp)
    return Act("POST", f"{LINKS}/use", type(None), is_open=True, body=body)


def step_up(password: str, totp: str | None) -> Act[admin.SteppedUp]:
    body = admin.StepUp(password=password, totp=totp)
    return Act("POST", f"{SESSIONS}/current/step-up", admin.SteppedUp, body=body)
