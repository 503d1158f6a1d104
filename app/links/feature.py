"""Links: what led to what, between tickets, topics and activities."""

from app.kernel.feature import Feature
from app.links import admin_router, models, router

LINKS = Feature(
    name="links",
    tags={"links": "Links (关联): what led to what."},
    resident_in_community=(router.router,),
    admin_in_community=(admin_router.router,),
    models=(models,),
)
