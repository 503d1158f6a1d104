"""Personal data in identity."""

from datetime import timedelta

from app.identity.consents.queries import is_of_user
from app.identity.models import (
    AccountLink,
    Administrator,
    ConsentEntry,
    ErasureRequest,
    LoginSession,
    SensitiveConsent,
    UsedCode,
    User,
    WechatIdentity,
)
from app.identity.models.session import ABSOLUTE
from app.kernel.errors import Text
from app.kernel.privacy.personal_data import Blanked, Deleted, Kept, Period, PersonalData, mine

WHILE_ACCOUNT = Kept("as long as the account exists")

PERSONAL_DATA = (
    PersonalData(
        model=User,
        title=Text("账号", "Account"),
        rows=mine(User.id),
        erasure=Blanked({"nickname": None, "phone": None}),
        retention=WHILE_ACCOUNT,
    ),
    PersonalData(
        model=WechatIdentity,
        title=Text("微信账号", "WeChat accounts"),
        rows=mine(WechatIdentity.user_id),
        erasure=Deleted(),
        retention=WHILE_ACCOUNT,
    ),
    PersonalData(
        model=LoginSession,
        title=Text("登录记录", "Logins"),
        rows=mine(LoginSession.user_id),
        erasure=Deleted(),
        retention=Period(ABSOLUTE, LoginSession.rotated_at, by="identity.sessions"),
    ),
    PersonalData(
        model=UsedCode,
        title=Text("已用过的验证码", "Used codes"),
        rows=mine(UsedCode.user_id),
        erasure=Deleted(),
        retention=Period(timedelta(days=1), UsedCode.used_at, by="identity.used_codes"),
    ),
    PersonalData(
        model=AccountLink,
        title=Text("账号开通和重置链接", "Account links"),
        rows=mine(AccountLink.user_id),
        erasure=Deleted(),
        withheld={
            name: "a secret of the login, which an export would lay open"
            for name in ("secret_digest", "totp_sealed")
        },
        retention=Period(timedelta(0), AccountLink.expires_at, by="identity.account_links"),
    ),
    PersonalData(
        model=ConsentEntry,
        title=Text("同意与撤回", "Consents"),
        rows=mine(ConsentEntry.user_id),
        erasure=Kept("proof that what was done was allowed; the account has no name any more"),
        retention=Kept("proof that what was done was allowed"),
    ),
    PersonalData(
        model=SensitiveConsent,
        title=Text("同意与撤回（敏感信息）", "Consents to sensitive purposes"),
        rows=lambda person: is_of_user(person.user_id),
        erasure=Kept("proof that what was done was allowed; it names nobody without keys"),
        retention=Kept("proof that what was done was allowed"),
    ),
    PersonalData(
        model=ErasureRequest,
        title=Text("注销申请", "Requests for erasure"),
        rows=mine(ErasureRequest.user_id),
        erasure=Kept("proof that the account was erased, and when"),
        retention=Kept("proof that the account was erased, and when"),
    ),
    PersonalData(
        model=Administrator,
        title=Text("管理员账号", "Administrator account"),
        rows=mine(Administrator.user_id),
        erasure=Kept("who decided in an office stays known; such accounts are ended by hand"),
        withheld={
            name: "a secret of the login, which an export would lay open"
            for name in ("totp_sealed", "pending_totp_sealed")
        },
        retention=WHILE_ACCOUNT,
    ),
)
