"""Location of a ticket: where the matter is, exactly and as others see it."""

from typing import Any, NamedTuple, Self
from uuid import UUID

DECIMALS_FOR_OTHERS = 3
"""Decimals of a degree in what others see: about 100 m, so that a point is not somebody's door."""


class Location(NamedTuple):
    """Place and point of a matter."""

    place_id: UUID | None = None
    gcj02_longitude: float | None = None
    gcj02_latitude: float | None = None

    @classmethod
    def of(cls, stored: Any) -> Self:
        """Reads what `stored` has made; what is missing or cannot be read is empty."""
        if not stored:
            return cls()
        place_id, longitude, latitude = stored
        return cls(None if place_id is None else UUID(place_id), longitude, latitude)

    def stored(self) -> list[Any] | None:
        """Returns it as JSON, or None where nothing is known."""
        if self == Location():
            return None
        return [None if self.place_id is None else str(self.place_id), *self[1:]]

    def for_others(self) -> Self:
        """Returns it as people see it who are neither the author nor staff."""
        return self._replace(
            gcj02_longitude=_rounded(self.gcj02_longitude),
            gcj02_latitude=_rounded(self.gcj02_latitude),
        )


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, DECIMALS_FOR_OTHERS)


class Located:
    """Mix-in of rows with a sealed `location`, whose parts it reads."""

    location: Any

    @property
    def place(self) -> Location:
        """Place and point; empty where they cannot be opened."""
        return Location.of(self.location)

    @property
    def place_id(self) -> UUID | None:
        return self.place.place_id

    @property
    def gcj02_longitude(self) -> float | None:
        return self.place.gcj02_longitude

    @property
    def gcj02_latitude(self) -> float | None:
        return self.place.gcj02_latitude
