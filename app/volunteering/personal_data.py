"""Personal data in volunteering."""

from datetime import timedelta

from sqlalchemy import select

from app.communities.personal_data import WITNESS
from app.kernel.errors import Text
from app.kernel.privacy.personal_data import Blanked, Period, PersonalData, mine
from app.volunteering.models import Shift, ShiftRating, Signup

PERSONAL_DATA = (
    PersonalData(
        model=Signup,
        title=Text("志愿报名", "Sign-ups"),
        rows=mine(Signup.participant_id),
        erasure=Blanked({"reason": None}),
        remains=WITNESS,
        retention=Period(
            timedelta(days=365),
            select(Shift.ends_at)
            .where(Shift.community_id == Signup.community_id, Shift.id == Signup.shift_id)
            .scalar_subquery(),
        ),
    ),
    PersonalData(
        model=ShiftRating,
        title=Text("志愿活动评价", "Ratings of activities"),
        rows=mine(ShiftRating.participant_id),
        erasure=Blanked({"comment": None}),
        remains=WITNESS,
        retention=Period(timedelta(days=365), ShiftRating.rated_at),
    ),
)
