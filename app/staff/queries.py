"""Queries on what waits for an administrator, and on the messages to them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true
from sqlalchemy.sql.selectable import FromClause

from app.communities.models import DepartmentMember, Place
from app.communities.permissions import Staff
from app.kernel.database.columns import PLATFORM
from app.kernel.web.pages import MAX_TOTAL
from app.organizations.models import OrganizationCommunity, PartyOrganization
from app.staff.models import StaffMessage
from app.staff.sight import Sight
from app.staff.todo import Holders, Todo


def waiting_for(todo: Todo, sight: Sight, now: datetime) -> Select[Any] | None:
    """Selects what of the kind waits for the administrator; None where they may not do it
    anywhere."""
    rows = todo.waiting(now).subquery("w")
    theirs = _theirs(todo, sight, rows)
    if theirs is None:
        return None
    excluded = (rows.c.not_for, rows.c.receiver_id)
    is_for_them = (or_(column.is_(None), column != sight.user_id) for column in excluded)
    return select(rows).where(theirs, *is_for_them)


def _theirs(todo: Todo, sight: Sight, rows: FromClause) -> ColumnElement[bool] | None:
    if todo.holders is Holders.LIAISONS:
        return _of_organizations(rows, sight.organizations)
    if todo.holders is Holders.SCOPE:
        return _in_scopes(todo, sight, rows)
    able = [
        staff
        for _, staff in sight.communities.values()
        if todo.permission is not None
        and staff.may_somewhere(todo.permission)
        and (todo.may is None or todo.may(staff))
    ]
    if todo.holders is Holders.DEPARTMENT:
        return _of_departments(rows, able, sight.user_id)
    return _of_communities(todo, rows, able)


def _of_communities(
    todo: Todo, rows: FromClause, able: Sequence[Staff]
) -> ColumnElement[bool] | None:
    """The condition on rows of communities where they have the permission, or of places to which
    it is confined."""
    assert todo.permission is not None
    confined = {staff.community_id: staff.places(todo.permission) for staff in able}
    whole = [id_ for id_, places in confined.items() if places is None]
    if todo.holders is not Holders.PLACE:
        return rows.c.community_id.in_(whole) if whole else None
    places = {id_: sorted(here) for id_, here in confined.items() if here}
    if not whole and not places:
        return None
    in_places = (
        and_(
            rows.c.community_id == id_,
            rows.c.place_id.in_(
                select(Place.id).where(Place.community_id == id_, Place.path.overlap(here))
            ),
        )
        for id_, here in places.items()
    )
    return or_(rows.c.community_id.in_(whole), *in_places)


def _of_departments(
    rows: FromClause, able: Sequence[Staff], user_id: UUID
) -> ColumnElement[bool] | None:
    if not able:
        return None
    mine = select(DepartmentMember.id).where(
        DepartmentMember.community_id == rows.c.community_id,
        DepartmentMember.department_id == rows.c.department_id,
        DepartmentMember.user_id == user_id,
    )
    return and_(rows.c.community_id.in_([s.community_id for s in able]), mine.exists())


def _of_organizations(rows: FromClause, scopes: Sequence[UUID]) -> ColumnElement[bool] | None:
    if not scopes:
        return None
    organizations = select(PartyOrganization.id).where(PartyOrganization.path.overlap(scopes))
    communities = select(OrganizationCommunity.community_id).where(
        OrganizationCommunity.organization_id.in_(organizations)
    )
    return and_(rows.c.organization_id.in_(organizations), rows.c.community_id.in_(communities))


def _in_scopes(todo: Todo, sight: Sight, rows: FromClause) -> ColumnElement[bool] | None:
    scopes = sight.scopes(todo.permission)
    if not scopes:
        return None
    theirs = true() if PLATFORM in scopes else rows.c.scope_path.overlap(scopes)
    if sight.region_id is None:
        return theirs
    return and_(theirs, rows.c.scope_path.contains([sight.region_id]))


def counts(waiting: Select[Any], now: datetime) -> Select[int, int, datetime | None]:
    """Selects, of the first 1,001 that are due, how many they are, how many are overdue, and when
    the next one is due."""
    rows = waiting.subquery("mine")
    first = select(rows.c.due_at).order_by(rows.c.due_at).limit(MAX_TOTAL).subquery("due")
    is_overdue = first.c.due_at <= now
    return select(
        func.count(),
        func.count().filter(is_overdue),
        func.min(first.c.due_at).filter(~is_overdue),
    ).select_from(first)


def messages_to(sight: Sight) -> Select[StaffMessage]:
    """Selects the messages to an administrator from where their grants still reach."""
    scopes = sight.organizations
    organizations = select(PartyOrganization.id).where(PartyOrganization.path.overlap(scopes))
    of_units = select(OrganizationCommunity.community_id).where(
        OrganizationCommunity.organization_id.in_(organizations) if scopes else false()
    )
    reached = [PLATFORM, *sight.communities] if sight.held else []
    return select(StaffMessage).where(
        StaffMessage.user_id == sight.user_id,
        or_(StaffMessage.community_id.in_(reached), StaffMessage.community_id.in_(of_units)),
    )
