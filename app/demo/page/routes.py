"""/demo: a page that plays the mini-program in a browser. Only the demo serves it."""

from pathlib import Path
from uuid import UUID

from fastapi import APIRouter, Request, Response

from app.console.built_files import read_built_files
from app.demo.desk import answer_ticket, staff_of_town
from app.feedback.models import Ticket
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound

DIST = Path(__file__).parent / "dist"
"""The folder into which `npm run generate` in `openapi/clients/miniprogram/` writes the page."""
POLICY = "; ".join(
    (
        *("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"),
        *("img-src data:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"),
    )
)
HEADERS = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}

FILES = read_built_files(DIST)
router = APIRouter(prefix="/demo", include_in_schema=False)


@router.get("")
async def show_simulator(request: Request) -> Response:
    """Show the page, which finds its screens by itself."""
    return await read_simulator_file(request, "index.html")


@router.get("/{name}")
async def read_simulator_file(request: Request, name: str) -> Response:
    """Serve a built file."""
    if name not in FILES:
        raise NotFound
    return FILES[name].response(request.headers.get("accept-encoding", ""), HEADERS)


@router.post("/desk/tickets/{ticket_id}/answer", status_code=204)
async def let_desk_answer(request: Request, ticket_id: UUID) -> None:
    """Play the desk: accept a ticket of the first community, and answer it."""
    async with request.app.state.database.transaction() as session:
        staff = await staff_of_town(session)
        ticket = await get_row(session, Ticket, staff.community_id, ticket_id)
        await answer_ticket(session, ticket, by=staff)
