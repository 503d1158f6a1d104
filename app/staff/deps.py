"""Guards of the staff's own view."""

from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from app.communities.deps import CurrentStaff
from app.identity.deps import CurrentAdmin
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session
from app.notifications.rendering import Renderer
from app.staff.models import StaffMessage
from app.staff.queries import messages_to
from app.staff.sight import Sight, sight_of
from app.staff.todo import Todo


async def current_sight(admin: CurrentAdmin, session: Session) -> Sight:
    """Returns what the administrator sees, over all communities."""
    return await sight_of(session, admin)


CurrentSight = Annotated[Sight, Depends(current_sight)]


async def sight_here(staff: CurrentStaff, session: Session) -> Sight:
    """Returns what the administrator sees of the community of the path; 404 without any grant that
    reaches into it."""
    sight = await sight_of(session, staff.id)
    return sight.only(staff.community_id)


SightHere = Annotated[Sight, Depends(sight_here)]


async def all_todos(request: Request) -> Mapping[str, Todo]:
    """Returns the kinds of duties that the features declare."""
    todos: Mapping[str, Todo] = request.app.state.todos
    return todos


AllTodos = Annotated[Mapping[str, Todo], Depends(all_todos)]


async def todo_of_path(kind: str, todos: AllTodos, _admin: CurrentAdmin) -> Todo:
    if kind not in todos:
        raise NotFound
    return todos[kind]


TodoOfPath = Annotated[Todo, Depends(todo_of_path)]


async def own_message(message_id: UUID, sight: CurrentSight, session: Session) -> StaffMessage:
    """Returns a message to the caller; any other is a 404."""
    query = messages_to(sight).where(StaffMessage.id == message_id)
    message: StaffMessage | None = await session.scalar(query)
    if message is None:
        raise NotFound
    return message


OwnStaffMessage = Annotated[StaffMessage, Depends(own_message)]


async def message_renderer(request: Request) -> Renderer:
    renderer: Renderer = request.app.state.renderer
    return renderer


MessageRenderer = Annotated[Renderer, Depends(message_renderer)]
