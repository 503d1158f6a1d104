"""Queries on work units: by words, by code, by community."""

from collections.abc import Collection

from sqlalchemy import Select, select

from app.kernel.database.search_terms import query_terms
from app.organizations.models import WorkUnit
from app.organizations.work_units.schemas import WorkUnitQuery


def units_found(query: WorkUnitQuery) -> Select[WorkUnit]:
    statement = select(WorkUnit)
    if query.q is not None:
        statement = statement.where(WorkUnit.search_grams.contains(query_terms(query.q)))
    if query.credit_code is not None:
        statement = statement.where(WorkUnit.credit_code == query.credit_code)
    if query.community_id is not None:
        statement = statement.where(WorkUnit.community_id == query.community_id)
    return statement


def with_codes(codes: Collection[str]) -> Select[WorkUnit]:
    return select(WorkUnit).where(WorkUnit.credit_code.in_(codes))
