"""Queries on regions: by code and day, by parent."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Select, or_, select

from app.communities.models import Region
from app.communities.regions.schemas import RegionQuery


def _valid_on(day: date) -> tuple[ColumnElement[bool], ...]:
    return Region.valid_from <= day, or_(Region.valid_to.is_(None), Region.valid_to > day)


def valid_with(codes: Collection[str], day: date) -> Select[Region]:
    return select(Region).where(Region.code.in_(codes), *_valid_on(day))


def still_to_come(codes: Collection[str], day: date) -> Select[str]:
    """Selects those of the codes that become valid after the day."""
    return select(Region.code).where(Region.code.in_(codes), Region.valid_from > day)


def below(query: RegionQuery, day: date) -> Select[Region]:
    """Selects the regions below a parent (None: the provinces), or those of a code, that are valid
    on the day."""
    statement = select(Region).where(*_valid_on(day))
    if query.code is not None:
        statement = statement.where(Region.code == query.code)
    if query.code is None or query.parent_id is not None:
        statement = statement.where(Region.parent_id == query.parent_id)
    return statement
