"""Ratings as their authors, the organisers and everybody see them."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.web.pages import Page, newest_first, paginate_rows
from app.volunteering.models import Activity, ShiftRating, Signup
from app.volunteering.models.rating import EDITED_WITHIN
from app.volunteering.ratings.queries import ratings_of
from app.volunteering.ratings.schemas import (
    MyRating,
    RatingForStaff,
    RatingOut,
    RatingQuery,
)
from app.volunteering.ratings.service import find, may_rate


def show(rating: ShiftRating) -> RatingOut:
    return RatingOut(
        signup_id=rating.id,
        stars=rating.stars,
        comment=rating.comment,
        rated_at=rating.rated_at,
        editable_until=rating.rated_at + EDITED_WITHIN,
    )


async def show_mine(session: AsyncSession, signup: Signup) -> MyRating:
    rating = await find(session, signup)
    return MyRating(
        rating=None if rating is None else show(rating),
        may_rate=await may_rate(session, signup, rating),
    )


async def list_for_staff(
    session: AsyncSession, activity: Activity, query: RatingQuery
) -> Page[RatingForStaff]:
    """Lists the ratings of an activity, those of the latest sign-ups first."""
    order = newest_first(ShiftRating.id)
    page = await paginate_rows(session, ratings_of(activity), query, order, counts=True)
    return page.with_items(
        [
            RatingForStaff(
                id=rating.id,
                shift_id=shift.id,
                starts_at=shift.starts_at,
                stars=rating.stars,
                comment=rating.comment,
                rated_at=rating.rated_at,
            )
            for rating, shift in page.items
        ]
    )
