"""The tables of volunteering: activity ← shift ← role ← signup."""

from app.volunteering.models.activity import (
    Activity,
    ActivityStatus,
    Audience,
    Category,
    RiskLevel,
)
from app.volunteering.models.shift import WITHDRAWAL_NOTICE, Shift, ShiftRole, ShiftStatus
from app.volunteering.models.signup import LIVE, Signup, SignupStatus

__all__ = [
    "LIVE",
    "WITHDRAWAL_NOTICE",
    "Activity",
    "ActivityStatus",
    "Audience",
    "Category",
    "RiskLevel",
    "Shift",
    "ShiftRole",
    "ShiftStatus",
    "Signup",
    "SignupStatus",
]
