"""The fence around a place: somebody was inside or outside, as well as their phone knew it. The
coordinates themselves end here: they are neither stored nor shown nor logged."""

from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from app.service_records.models import Accuracy

EARTH_RADIUS_METERS = 6_371_009.0
DEFAULT_RADIUS_METERS = 300
"""Beyond it one is not at the place any more; phones between tall houses are off by a hundred."""


@dataclass(frozen=True, slots=True)
class Point:
    """GCJ-02 degrees. Both ends of a distance are shifted alike, so it is right to a few
    thousandths. Not shown in representations, which end in logs."""

    longitude: float = field(repr=False)
    latitude: float = field(repr=False)


@dataclass(frozen=True, slots=True)
class Location:
    """The place of a phone, as it says; used once, and never written anywhere."""

    point: Point = field(repr=False)
    accuracy_meters: float | None = field(default=None, repr=False)

    @property
    def accuracy(self) -> Accuracy:
        """Returns the coarse bucket, which is all that is stored of it."""
        if self.accuracy_meters is None:
            return Accuracy.UNKNOWN
        if self.accuracy_meters <= 50:
            return Accuracy.WITHIN_50_M
        return Accuracy.WITHIN_200_M if self.accuracy_meters <= 200 else Accuracy.BEYOND_200_M


def distance_meters(one: Point, other: Point) -> float:
    """Returns the distance along the great circle (haversine)."""
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    breadths = cos(radians(one.latitude)) * cos(radians(other.latitude))
    chord = sin(north / 2) ** 2 + breadths * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_METERS * asin(sqrt(min(1.0, chord)))


def is_inside(point: Point, centre: Point, radius_meters: float) -> bool:
    """Returns whether the point lies within the fence, its edge included."""
    return distance_meters(point, centre) <= radius_meters
