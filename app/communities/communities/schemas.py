"""Schemas of communities."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, field_validator, model_validator

from app.kernel.web.pages import PageQuery, StaffPage, Words, words_of
from app.kernel.web.schemas import Gcj02Latitude, Gcj02Longitude, In, Out, line

POINT = r"^-?\d{1,3}(\.\d{1,9})?,-?\d{1,2}(\.\d{1,9})?$"


class CommunityIn(In):
    """All fields of a community that administrators write."""

    region_id: UUID
    name: Annotated[str, line(60, least=2)]
    address: Annotated[str, line(200, least=2)] | None = None
    gcj02_longitude: Gcj02Longitude | None = None
    gcj02_latitude: Gcj02Latitude | None = None

    @model_validator(mode="after")
    def _is_a_point(self) -> Self:
        if (self.gcj02_longitude is None) != (self.gcj02_latitude is None):
            raise ValueError("a point has both a longitude and a latitude")
        return self


class CommunityOut(Out):
    id: UUID
    name: str
    address: str | None
    gcj02_longitude: float | None
    gcj02_latitude: float | None


class CommunityPage(Out):
    items: list[CommunityOut]
    next_cursor: str | None


class StaffCommunityOut(CommunityOut):
    region_id: UUID
    region_name: str
    short_number: int = Field(
        description="First part of the public numbers of certificates and tickets."
    )
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class StaffCommunityPage(StaffPage):
    items: list[StaffCommunityOut]


class StaffCommunityQuery(PageQuery):
    q: Words | None = words_of("the name or the address")


class CommunityQuery(PageQuery):
    q: Words | None = words_of("the name or the address")
    near: str | None = Field(
        None,
        pattern=POINT,
        max_length=32,
        description="longitude,latitude (GCJ-02). Lists communities within 50 km, nearest first, on"
        " one page.",
    )

    @field_validator("near")
    @classmethod
    def _is_on_earth(cls, near: str | None) -> str | None:
        if near is not None:
            longitude, latitude = map(float, near.split(","))
            if abs(longitude) > 180 or abs(latitude) > 90:
                raise ValueError("not a point")
        return near

    @property
    def point(self) -> tuple[float, float] | None:
        if self.near is None:
            return None
        longitude, latitude = map(float, self.near.split(","))
        return longitude, latitude
