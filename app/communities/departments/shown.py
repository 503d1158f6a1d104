"""Members of departments as administrators read them: each id with its name."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.departments.schemas import DepartmentMemberOut
from app.communities.models import Department, DepartmentMember
from app.identity.administrators.queries import names_of


async def show_member(session: AsyncSession, member: DepartmentMember) -> DepartmentMemberOut:
    query = select(Department).filter_by(community_id=member.community_id, id=member.department_id)
    department = (await session.scalars(query)).one()
    [shown] = await show_members(session, department, [member])
    return shown


async def show_members(
    session: AsyncSession, department: Department, members: Sequence[DepartmentMember]
) -> list[DepartmentMemberOut]:
    names = await names_of(session, [member.user_id for member in members])
    return [
        DepartmentMemberOut(
            id=member.id,
            department_id=department.id,
            department_name=department.name,
            user_id=member.user_id,
            user_name=names.get(member.user_id),
        )
        for member in members
    ]
