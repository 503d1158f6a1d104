"""Service records: what somebody has served, by community and year, and the star that follows."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.kernel.web.schemas import In, Out

Hours = Annotated[int, Field(ge=1, le=100_000, strict=True)]


class YearOut(Out):
    year: int
    services: int
    minutes: int
    hours: str = Field(description='With one decimal, such as "12.5".')


class StarsOut(Out):
    """The star level as a fact of one's own record. It is shown to nobody else and ranks nobody."""

    level: int = Field(description="Stars reached, from 0 on.")
    thresholds: list[int] = Field(description="Hours of each star in this community.")
    next_at: int | None = Field(description="Hours of the next star; null at the highest.")


class CommunityRecord(Out):
    community_id: UUID
    community_name: str
    services: int
    minutes: int
    hours: str
    years: list[YearOut]
    stars: StarsOut


class ServiceRecordOut(Out):
    """Confirmed service in all communities that I have joined."""

    items: list[CommunityRecord]
    services: int
    minutes: int
    hours: str


class ServiceItem(Out):
    """One confirmed service, in the data items of MZ/T 061."""

    volunteer_number: str
    organization: str = Field(description="The community that has recorded it.")
    activity: str
    day: date
    starts_at: datetime
    ends_at: datetime
    place: str | None
    hours: str
    minutes: int
    confirmed_at: datetime


class ServiceExportOut(Out):
    """My confirmed services, to be handed to another system by myself."""

    standard: str = Field(description="MZ/T 061-2015, as far as its data items are known.")
    services: list[ServiceItem]


class StarSchemeIn(In):
    """Hours of each star, in rising order."""

    hours: list[Hours] = Field(min_length=1, max_length=10)

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if self.hours != sorted(set(self.hours)):
            raise ValueError("hours do not rise")
        return self


class StarSchemeOut(Out):
    hours: list[int]
