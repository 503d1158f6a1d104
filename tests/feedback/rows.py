"""Categories, departments and tickets for tests to start from."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from app.communities.acting import ActingFor
from app.communities.models import Department, DepartmentMember, Participant
from app.feedback.models import MINUTES_BY_LEVEL, Level, ServiceCategory, Ticket, TicketStatus
from app.feedback.tickets.hot import SUBMIT_TICKET
from app.feedback.tickets.rules import SubmitTicketCommand
from app.feedback.tickets.schemas import TicketIn, TicketOut
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from tests.factories import a_participant, numbers, saved

S = TicketStatus


async def a_category(
    database: Database, community_id: UUID, *, level: Level = Level.SEVEN_DAYS, active: bool = True
) -> ServiceCategory:
    response, resolution = MINUTES_BY_LEVEL[level]
    category = ServiceCategory(
        community_id=community_id,
        name=f"环境卫生{next(numbers)}",
        description="",
        level=level,
        response_minutes=response,
        resolution_minutes=resolution,
        emergency_text=None,
        emergency_number=None,
        is_active=active,
        version=1,
    )
    return await saved(database, category)


async def a_department(
    database: Database, community_id: UUID, *, active: bool = True, member: UUID | None = None
) -> Department:
    department = Department(
        community_id=community_id,
        name=f"城管办{next(numbers)}",
        contact="一楼3号窗口",
        is_active=active,
        version=1,
    )
    await saved(database, department)
    if member is not None:
        row = DepartmentMember(
            community_id=community_id, department_id=department.id, user_id=member
        )
        await saved(database, row)
    return department


async def a_ticket(
    database: Database,
    community_id: UUID,
    author: Participant | None = None,
    *,
    visibility: str = "private",
    text: str = "三栋楼下路灯不亮",
    category: ServiceCategory | None = None,
) -> Ticket:
    """Submits a ticket as its author, through the lane's functions."""
    author = author or await a_participant(database, community_id)
    category = category or await a_category(database, community_id)
    assert author.user_id is not None
    content = TicketIn.model_validate(
        {"category_id": category.id, "text": text, "visibility": visibility}
    )
    async with database.transaction() as session:
        command = SubmitTicketCommand(content, ActingFor.oneself(author.user_id), clock.now())
        response = await SUBMIT_TICKET.serve_one(session, community_id, command)
    return await reread(database, community_id, TicketOut.model_validate_json(response.body).id)


async def reread(database: Database, community_id: UUID, ticket_id: UUID) -> Ticket:
    async with database.transaction() as session:
        return await session.get_one(Ticket, (community_id, ticket_id), populate_existing=True)


async def a_ticket_in(
    database: Database,
    community_id: UUID,
    status: TicketStatus,
    author: Participant | None = None,
    *,
    department: Department | None = None,
    by: UUID | None = None,
    visibility: str = "private",
) -> Ticket:
    """Submits a ticket and moves it to `status` by the model's own verbs, all at once."""
    ticket = await a_ticket(database, community_id, author, visibility=visibility)
    department = department or await a_department(database, community_id)
    now, by = clock.now(), by or PLATFORM
    other = await a_ticket(database, community_id) if status is S.MERGED else ticket
    verbs: dict[TicketStatus, Callable[[], None]] = {
        S.ACCEPTED: lambda: ticket.accept(by),
        S.ASSIGNED: lambda: ticket.assign(department.id),
        S.IN_PROGRESS: ticket.start,
        S.WAITING_FOR_RESIDENT: lambda: ticket.ask(now),
        S.DEFERRED: lambda: ticket.defer(now, clock.day_of(now) + timedelta(days=30)),
        S.RESOLVED: lambda: ticket.resolve(now, by),
        S.CLOSED: lambda: ticket.close(now),
        S.REOPENED: lambda: ticket.dispute(now),
        S.DECLINED: lambda: ticket.decline(now),
        S.WITHDRAWN: lambda: ticket.withdraw(now),
        S.MERGED: lambda: ticket.merge(now, other.id),
    }
    for step in _steps_to(status):
        verbs[step]()
    return await saved(database, ticket)


def _steps_to(status: TicketStatus) -> tuple[TicketStatus, ...]:
    steps = (S.ACCEPTED, S.ASSIGNED, S.IN_PROGRESS)
    steps_by_status = {
        S.SUBMITTED: (),
        S.WAITING_FOR_RESIDENT: (*steps, S.WAITING_FOR_RESIDENT),
        S.DEFERRED: (*steps, S.DEFERRED),
        S.RESOLVED: (*steps, S.RESOLVED),
        S.CLOSED: (*steps, S.RESOLVED, S.CLOSED),
        S.REOPENED: (*steps, S.RESOLVED, S.REOPENED),
    }
    if status in steps:
        return steps[: steps.index(status) + 1]
    return steps_by_status.get(status, (status,))
