"""The feature figures: sums over all jobs, for the staff of a community and the levels above."""

from app.figures import admin_router
from app.kernel.feature import Feature

FIGURES = Feature(
    name="figures",
    tags={"figures": "Figures (统计): sums by week, in which no small count can be seen."},
    admin_in_community=(admin_router.router,),
)
