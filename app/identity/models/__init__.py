"""Tables of identity."""

from app.identity.models.account_link import AccountLink
from app.identity.models.administrator import Administrator, UsedCode
from app.identity.models.consent import SENSITIVE_PURPOSES, ConsentEntry, Purpose
from app.identity.models.equipment import Equipment, EquipmentKind
from app.identity.models.erasure import LIVE_ERASURE, ErasureRequest, ErasureStatus
from app.identity.models.sensitive_consent import DecidedConsent, SensitiveConsent
from app.identity.models.session import LoginSession, Revocation, TokenAudience
from app.identity.models.user import Locale, User, UserStatus, WechatIdentity

__all__ = [
    "LIVE_ERASURE",
    "SENSITIVE_PURPOSES",
    "AccountLink",
    "Administrator",
    "ConsentEntry",
    "DecidedConsent",
    "Equipment",
    "EquipmentKind",
    "ErasureRequest",
    "ErasureStatus",
    "Locale",
    "LoginSession",
    "Purpose",
    "Revocation",
    "SensitiveConsent",
    "TokenAudience",
    "UsedCode",
    "User",
    "UserStatus",
    "WechatIdentity",
]
