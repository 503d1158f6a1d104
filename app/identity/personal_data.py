"""Personal data in identity."""

from datetime import timedelta

from app.identity.consents.queries import is_of_user
from app.identity.models import (
    AccountLink,
    Administrator,
    ConsentEntry,
    LoginSession,
    SensitiveConsent,
    UsedCode,
    User,
    WechatIdentity,
)
from app.identity.models.session import ABSOLUTE
from app.kernel.privacy.personal_data import Blanked, Deleted, Kept, Period, PersonalData, mine

WHILE_ACCOUNT = Kept("as long as the account exists")

PERSONAL_DATA = (
    PersonalData(
        model=User,
        rows=mine(User.id),
        erasure=Blanked({"nickname": None, "phone": None}),
        retention=WHILE_ACCOUNT,
    ),
    PersonalData(
        model=WechatIdentity,
        rows=mine(WechatIdentity.user_id),
        erasure=Deleted(),
        retention=WHILE_ACCOUNT,
    ),
    PersonalData(
        model=LoginSession,
        rows=mine(LoginSession.user_id),
        erasure=Deleted(),
        retention=Period(ABSOLUTE, LoginSession.rotated_at),
    ),
    PersonalData(
        model=UsedCode,
        rows=mine(UsedCode.user_id),
        erasure=Deleted(),
        retention=Period(timedelta(days=1), UsedCode.used_at),
    ),
    PersonalData(
        model=AccountLink,
        rows=mine(AccountLink.user_id),
        erasure=Deleted(),
        withheld={
            name: "a secret of the login, which an export would lay open"
            for name in ("secret_digest", "totp_sealed")
        },
        retention=Period(timedelta(0), AccountLink.expires_at),
    ),
    PersonalData(
        model=ConsentEntry,
        rows=mine(ConsentEntry.user_id),
        erasure=Kept("proof that what was done was allowed; the account has no name any more"),
        retention=Kept("proof that what was done was allowed"),
    ),
    PersonalData(
        model=SensitiveConsent,
        rows=lambda person: is_of_user(person.user_id),
        erasure=Kept("proof that what was done was allowed; it names nobody without keys"),
        retention=Kept("proof that what was done was allowed"),
    ),
    PersonalData(
        model=Administrator,
        rows=mine(Administrator.user_id),
        erasure=Kept("who decided in an office stays known; such accounts are ended by hand"),
        withheld={
            name: "a secret of the login, which an export would lay open"
            for name in ("totp_sealed", "pending_totp_sealed")
        },
        retention=WHILE_ACCOUNT,
    ),
)
