"""The tables of volunteering: activity ← shift ← role ← signup, and the series that makes
shifts."""

from app.volunteering.models.activity import (
    OFFER_HOURS,
    RISKS,
    Activity,
    ActivityStatus,
    AgeLimit,
    Audience,
    Category,
    RiskLevel,
)
from app.volunteering.models.rating import ShiftRating
from app.volunteering.models.series import (
    MAX_AHEAD,
    WEEKS_AHEAD,
    Series,
    SeriesDate,
    SeriesStatus,
)
from app.volunteering.models.shift import WITHDRAWAL_NOTICE, Shift, ShiftRole, ShiftStatus
from app.volunteering.models.signup import LIVE, Signup, SignupStatus

__all__ = [
    "LIVE",
    "MAX_AHEAD",
    "OFFER_HOURS",
    "RISKS",
    "WEEKS_AHEAD",
    "WITHDRAWAL_NOTICE",
    "Activity",
    "ActivityStatus",
    "AgeLimit",
    "Audience",
    "Category",
    "RiskLevel",
    "Series",
    "SeriesDate",
    "SeriesStatus",
    "Shift",
    "ShiftRating",
    "ShiftRole",
    "ShiftStatus",
    "Signup",
    "SignupStatus",
]
