"""Changes to departments and their members, and lists of them."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.departments.queries import members_of, of_community, of_user
from app.communities.departments.schemas import (
    DepartmentIn,
    DepartmentMemberIn,
    DepartmentMemberQuery,
    DepartmentQuery,
)
from app.communities.errors import AlreadyAMember, DepartmentExists, NotAnAdministrator
from app.communities.models import Department, DepartmentMember
from app.communities.permissions import Staff
from app.identity.models import Administrator
from app.kernel.database.engine import insert_once, lock, savepoint
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.kernel.web.pages import Page, oldest_first, paginate


async def add(session: AsyncSession, body: DepartmentIn, *, by: Staff) -> Department:
    department = Department(community_id=by.community_id, **body.model_dump(), version=1)
    async with savepoint(session, uq_departments_name=DepartmentExists):
        session.add(department)
    record(session, by, "department.added", department)
    return department


async def revise(
    session: AsyncSession, department: Department, body: DepartmentIn, tag: str, *, by: Staff
) -> Department:
    await lock(session, department)
    require_version(department, tag)
    async with savepoint(session, uq_departments_name=DepartmentExists):
        for name, value in body.model_dump().items():
            setattr(department, name, value)
        department.version += 1
    record(session, by, "department.revised", department)
    return department


async def list_departments(
    session: AsyncSession, community_id: UUID, query: DepartmentQuery
) -> Page[Department]:
    statement = of_community(community_id, query)
    return await paginate(session, statement, query, oldest_first(Department.id), counts=True)


async def add_member(
    session: AsyncSession, department: Department, body: DepartmentMemberIn, *, by: Staff
) -> DepartmentMember:
    """Adds an administrator who acts for the department, as far as their grants allow it. Raises
    NotAnAdministrator for another user."""
    statement = select(Administrator.user_id).filter_by(user_id=body.user_id)
    if await session.scalar(statement) is None:
        raise NotAnAdministrator
    member = DepartmentMember(
        community_id=by.community_id, department_id=department.id, user_id=body.user_id
    )
    if not await insert_once(session, member):
        raise AlreadyAMember
    record(session, by, "department.member_added", department, user=str(body.user_id))
    return member


async def remove_member(session: AsyncSession, member: DepartmentMember, *, by: Staff) -> None:
    """Removes a member, with effect from their next request."""
    record(session, by, "department.member_removed", member, user=str(member.user_id))
    await session.delete(member)


async def list_members(
    session: AsyncSession, department: Department, query: DepartmentMemberQuery
) -> Page[DepartmentMember]:
    statement = members_of(department)
    return await paginate(session, statement, query, oldest_first(DepartmentMember.id), counts=True)


async def departments_of(session: AsyncSession, staff: Staff) -> frozenset[UUID]:
    """Returns the ids of the departments in the community for which the staff member acts."""
    return frozenset(await session.scalars(of_user(staff.community_id, staff.id)))
