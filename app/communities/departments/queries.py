"""Departments found: all of a community, and those for which somebody acts."""

from uuid import UUID

from sqlalchemy import Select, select

from app.communities.departments.schemas import DepartmentMemberQuery, DepartmentQuery
from app.communities.models import Department, DepartmentMember


def of_community(community_id: UUID, query: DepartmentQuery) -> Select[Department]:
    wanted = (
        select(Department)
        .where(Department.community_id == community_id, Department.id > query.after.id)
        .order_by(Department.id)
        .limit(query.limit + 1)
    )
    if query.is_active is not None:
        wanted = wanted.where(Department.is_active == query.is_active)
    return wanted


def members_of(department: Department, query: DepartmentMemberQuery) -> Select[DepartmentMember]:
    return (
        select(DepartmentMember)
        .where(
            DepartmentMember.community_id == department.community_id,
            DepartmentMember.department_id == department.id,
            DepartmentMember.id > query.after.id,
        )
        .order_by(DepartmentMember.id)
        .limit(query.limit + 1)
    )


def of_user(community_id: UUID, user_id: UUID) -> Select[UUID]:
    """Ids of the departments for which a user acts."""
    return select(DepartmentMember.department_id).filter_by(
        community_id=community_id, user_id=user_id
    )
