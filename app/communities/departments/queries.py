"""Queries on departments and their members."""

from uuid import UUID

from sqlalchemy import Select, select

from app.communities.departments.schemas import DepartmentQuery
from app.communities.models import Department, DepartmentMember


def of_community(community_id: UUID, query: DepartmentQuery) -> Select[Department]:
    statement = select(Department).where(Department.community_id == community_id)
    if query.is_active is not None:
        statement = statement.where(Department.is_active == query.is_active)
    return statement


def members_of(department: Department) -> Select[DepartmentMember]:
    return select(DepartmentMember).where(
        DepartmentMember.community_id == department.community_id,
        DepartmentMember.department_id == department.id,
    )


def of_user(community_id: UUID, user_id: UUID) -> Select[UUID]:
    """Selects the ids of the departments for which a user acts."""
    return select(DepartmentMember.department_id).filter_by(
        community_id=community_id, user_id=user_id
    )
