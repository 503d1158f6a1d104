"""The tables of volunteering: activity ← shift ← role ← signup."""

from app.volunteering.models.activity import (
    RISKS,
    Activity,
    ActivityStatus,
    AgeLimit,
    Audience,
    Category,
    RiskLevel,
)
from app.volunteering.models.shift import WITHDRAWAL_NOTICE, Shift, ShiftRole, ShiftStatus
from app.volunteering.models.signup import LIVE, Signup, SignupStatus

__all__ = [
    "LIVE",
    "RISKS",
    "WITHDRAWAL_NOTICE",
    "Activity",
    "ActivityStatus",
    "AgeLimit",
    "Audience",
    "Category",
    "RiskLevel",
    "Shift",
    "ShiftRole",
    "ShiftStatus",
    "Signup",
    "SignupStatus",
]
