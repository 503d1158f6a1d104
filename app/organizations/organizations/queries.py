"""Queries on Party organizations: by words, by the one above, by name."""

from collections.abc import Collection
from unicodedata import normalize
from uuid import UUID

from sqlalchemy import Select, or_, select

from app.kernel.database.search_terms import query_terms
from app.organizations.models import OrganizationKind, PartyOrganization, WorkUnit
from app.organizations.organizations.schemas import OrganizationQuery, StaffOrganizationQuery

WIDE_BRACKETS = str.maketrans("()", "（）")


def organizations_found(query: OrganizationQuery) -> Select[PartyOrganization]:
    """Selects the organizations that have each word of `q` in their own or their unit's name."""
    statement = select(PartyOrganization)
    for word in (query.q or "").split():
        terms = query_terms(word)
        units = select(WorkUnit.id).where(WorkUnit.search_grams.contains(terms))
        statement = statement.where(
            or_(
                PartyOrganization.search_grams.contains(terms),
                PartyOrganization.work_unit_id.in_(units),
            )
        )
    if query.parent_id is not None:
        statement = statement.where(PartyOrganization.parent_id == query.parent_id)
    return statement


def organizations_found_for_staff(query: StaffOrganizationQuery) -> Select[PartyOrganization]:
    statement = organizations_found(query)
    if query.work_unit_id is not None:
        statement = statement.where(PartyOrganization.work_unit_id == query.work_unit_id)
    if query.community_id is not None:
        statement = statement.where(PartyOrganization.community_id == query.community_id)
    return statement


def kinds_below(organization_id: UUID) -> Select[OrganizationKind]:
    return (
        select(PartyOrganization.kind)
        .where(PartyOrganization.parent_id == organization_id)
        .distinct()
    )


def named(names: Collection[str]) -> Select[PartyOrganization]:
    """Selects the organizations with these names, whatever the width of their brackets."""
    spellings = {spelling for name in names for spelling in _spellings(name)}
    return select(PartyOrganization).where(PartyOrganization.name.in_(spellings))


def _spellings(name: str) -> set[str]:
    narrow = normalize("NFKC", name)
    return {name, narrow, narrow.translate(WIDE_BRACKETS)}


def names_with_ids(
    model: type[PartyOrganization] | type[WorkUnit], ids: Collection[UUID]
) -> Select[UUID, str]:
    return select(model.id, model.name).where(model.id.in_(ids))
