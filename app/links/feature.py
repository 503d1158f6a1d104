"""Links between tickets, topics and activities that led to one another."""

from app.kernel.feature import Feature
from app.links import admin_router, models, router

LINKS = Feature(
    name="links",
    tags={"links": "Links (关联) between tickets, topics and activities."},
    resident_in_community=(router.router,),
    admin_in_community=(admin_router.router,),
    models=(models,),
    examples={
        "LinkedCard.status": "published",
    },
)
