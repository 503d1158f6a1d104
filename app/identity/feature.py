"""The feature identity: users and administrators, their logins and their consents."""

from app.identity import models
from app.identity.account_links import admin_router as account_links
from app.identity.administrators import admin_router as administrators
from app.identity.consents import router as consents
from app.identity.me import router as me
from app.identity.personal_data import PERSONAL_DATA
from app.identity.sessions import admin_router as admin_sessions
from app.identity.sessions import router as sessions
from app.identity.sweeps import SWEEPS
from app.kernel.feature import Feature

IDENTITY = Feature(
    name="identity",
    tags={
        "administrators": "Administrators (管理员) and their logins.",
        "me": "The one who calls (我的).",
        "sessions": "Logins (登录), how they go on, and how they end.",
    },
    resident=(sessions.router, me.router, consents.router),
    admin=(
        account_links.router,
        administrators.router,
        administrators.idempotent_router,
        admin_sessions.router,
    ),
    sweeps=SWEEPS,
    models=(models,),
    personal_data=PERSONAL_DATA,
    examples={
        "refresh_token": "AYUzV0k2bXQ5…",
        "device": "c8b1d0e2f4a64c37",
        "text_version": "1ec1e8392a069a24ef61b4efee745f98",
        "username": "zhang.li",
        "zh": "我同意处理我的手机号码。",
        "en": "I agree to the use of my phone number.",
        "next_cursor": "xVJ3mKqWn8oyMDI2LTEyLTA2VDAxOjAwOjAwKzAwOjAw",
        "cursor": "xVJ3mKqWn8oyMDI2LTEyLTA2VDAxOjAwOjAwKzAwOjAw",
        "request_id": "3f1c2b9a5d7e4f60",
        "Problem.type": "/problems/volunteering.shift_full",
        "Problem.title": "名额已满",
        "Problem.detail": "名额已满。可以报名候补，或者选择其他班次。",
        "Problem.code": "volunteering.shift_full",
        "access_token": "eyJ…",
        "token": "AaIe4D…",
        "code": "0a1b2c3d4e5f",
        "login_name": "zhang.li",
        "new_password": "four-plain-words-2026",
        "nickname": "秀英",
        "password": "seven-quiet-lanterns-41",
        "totp": "123456",
    },
)
