"""Changes of departments that look at their tickets first. Both lock the department, as assigning
a ticket to it does."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.departments import service as departments
from app.communities.departments.schemas import DepartmentIn
from app.communities.models import Department, DepartmentMember
from app.communities.permissions import Staff
from app.feedback.errors import DepartmentHasTickets, LastDepartmentMember
from app.feedback.models import Ticket
from app.kernel.database.engine import get_row, lock


async def revise(
    session: AsyncSession, department: Department, body: DepartmentIn, tag: str, *, by: Staff
) -> None:
    """Replace the fields. Raises DepartmentHasTickets for one that would be closed unseen."""
    await lock(session, department)
    if department.is_active and not body.is_active:
        count = await count_open_tickets(session, department.community_id, department.id)
        if count:
            raise DepartmentHasTickets(open_tickets=count)
    await departments.revise(session, department, body, tag, by=by)


async def remove_member(session: AsyncSession, member: DepartmentMember, *, by: Staff) -> None:
    """Remove a member. Raises LastDepartmentMember for the last one of a department with open
    tickets."""
    here = member.community_id
    department = await get_row(session, Department, here, member.department_id)
    await lock(session, department, member)
    others = await session.scalar(
        select(func.count())
        .select_from(DepartmentMember)
        .where(
            DepartmentMember.community_id == here,
            DepartmentMember.department_id == department.id,
            DepartmentMember.id != member.id,
        )
    )
    if not others:
        count = await count_open_tickets(session, here, department.id)
        if count:
            raise LastDepartmentMember(open_tickets=count)
    await departments.remove_member(session, member, by=by)


async def count_open_tickets(session: AsyncSession, community_id: UUID, department_id: UUID) -> int:
    statement = (
        select(func.count())
        .select_from(Ticket)
        .where(
            Ticket.community_id == community_id,
            Ticket.department_id == department_id,
            Ticket.is_open.expression,
        )
    )
    return await session.scalar(statement) or 0
