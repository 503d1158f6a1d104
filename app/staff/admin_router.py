"""/admin/v1/me and /admin/v1/communities/{community_id}/todo: what waits for an administrator."""

from typing import Annotated

from fastapi import Query

from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.routing import Router
from app.staff import lists
from app.staff.deps import (
    AllTodos,
    CurrentSight,
    MessageRenderer,
    OwnStaffMessage,
    SightHere,
    TodoOfPath,
)
from app.staff.me import show_me
from app.staff.schemas import (
    StaffInboxPage,
    StaffInboxQuery,
    StaffMe,
    StaffMessageOut,
    TodoItem,
    TodoItemPage,
    TodoOut,
    TodoQuery,
)

router = Router(
    prefix="/me", tags=["staff"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin]
)
here_router = Router(prefix="/todo", tags=["staff"])


@router.get("", response_model=StaffMe)
async def get_staff_me(sight: CurrentSight, session: Session) -> StaffMe:
    """Get my account: my grants with the names of their roles and scopes, and my communities,
    departments and organizations with what I may do there."""
    return await show_me(session, sight)


@router.get("/todo", response_model=TodoOut)
async def get_my_todo(sight: CurrentSight, todos: AllTodos, session: Session) -> TodoOut:
    """Get what waits for me in all my communities, with counts and due times. A kind appears if I
    may do it somewhere."""
    return await lists.show_todo(session, list(todos.values()), sight)


@router.get("/todo/{kind}", response_model=TodoItemPage)
async def list_my_todo_items(
    todo: TodoOfPath,
    query: Annotated[TodoQuery, Query()],
    sight: CurrentSight,
    session: Session,
) -> Page[TodoItem]:
    """List what waits for me of one kind, due soonest first."""
    seen = sight if query.community_id is None else sight.only(query.community_id)
    return await lists.list_items(session, todo, seen, query)


@router.get("/inbox", response_model=StaffInboxPage)
async def list_my_staff_messages(
    query: Annotated[StaffInboxQuery, Query()],
    sight: CurrentSight,
    renderer: MessageRenderer,
    session: Session,
) -> Page[StaffMessageOut]:
    """List the messages about my duties, newest first. A message is closed by whoever does what it
    is about, not by reading it."""
    return await lists.list_inbox(session, sight, query, renderer)


@router.post("/inbox/{message_id}/read", response_model=StaffMessageOut)
async def mark_staff_message_read(
    message: OwnStaffMessage, sight: CurrentSight, renderer: MessageRenderer, session: Session
) -> StaffMessageOut:
    """Mark a message as read. The instant of the first reading stays."""
    return await lists.mark_read(session, sight, message, renderer)


@here_router.get("", response_model=TodoOut)
async def get_todo(sight: SightHere, todos: AllTodos, session: Session) -> TodoOut:
    """Get what waits for me in this community, with counts and due times."""
    return await lists.show_todo(session, list(todos.values()), sight)
