"""Sources of occasions: what the features of shifts and duties push down."""

from typing import NamedTuple
from uuid import UUID

from app.service_records.models import OccasionKind


class Point(NamedTuple):
    """A place in GCJ-02."""

    longitude: float
    latitude: float


class Source(NamedTuple):
    """The activity or the post whose shifts or duty days are occasions, with what is shown of
    it."""

    kind: OccasionKind
    id: UUID
    title: str
    point: Point | None = None
    address: str = ""
