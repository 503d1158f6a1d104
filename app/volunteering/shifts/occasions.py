"""Activities as sources of occasions: service records show each shift as one."""

from app.service_records.models import OccasionKind
from app.service_records.sources import Point, Source
from app.volunteering.models import Activity


def source_of(activity: Activity) -> Source:
    """Returns the activity as the source of its occasions."""
    longitude, latitude = activity.gcj02_longitude, activity.gcj02_latitude
    point = None if longitude is None or latitude is None else Point(longitude, latitude)
    return Source(OccasionKind.SHIFT, activity.id, activity.title, point, activity.address)
