"""Dependencies of routers: the session of the request, and guards."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated, TypeVar
from uuid import UUID

from fastapi import Body, Depends, Path, Request
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import Database, Scoped, get_row
from app.kernel.errors import Forbidden, Malformed


async def open_session(request: Request) -> AsyncIterator[AsyncSession]:
    """The one transaction of the request."""
    database: Database = request.app.state.database
    async with database.transaction() as session:
        yield session


# scope="function": committed before the answer leaves, so that a failed commit is not a 200.
Session = Annotated[AsyncSession, Depends(open_session, scope="function")]


async def no_query(request: Request) -> None:
    """Refuse any query where an operation takes none: a filter would silently do nothing."""
    if request.scope["query_string"]:
        raise Malformed(errors=[{"pointer": "/query", "code": "extra_forbidden"}])


SheetUpload = Annotated[bytes, Body(media_type="text/csv", title="Sheet")]
"""The body of an import, CSV or XLSX; `app.kernel.files.sheets` reads it."""

Actor = TypeVar("Actor")
Row = TypeVar("Row")


def permitted(
    actor: Callable[..., Awaitable[Actor]],
    load: Callable[..., Awaitable[Row]],
    may: Callable[[Actor, Row], bool],
) -> Callable[..., Awaitable[Row]]:
    """A guard: 401 from `actor`, 404 from `load`, 403 unless `may`. Returns the row."""

    async def guard(
        actor: Annotated[Actor, Depends(actor)], row: Annotated[Row, Depends(load)]
    ) -> Row:
        if not may(actor, row):
            raise Forbidden
        return row

    return guard


def row_in_community(model: type[Scoped], parameter: str) -> Callable[..., Awaitable[Scoped]]:
    """Makes a loader of the row that the path names by `parameter`, in the community of the path;
    404 for one that lies elsewhere. It does not ask who calls: give it to `permitted`."""

    async def load(
        community_id: UUID, row_id: Annotated[UUID, Path(alias=parameter)], session: Session
    ) -> Scoped:
        return await get_row(session, model, community_id, row_id)

    return load
