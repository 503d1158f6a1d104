"""Sheets that tests send, and how they read the answers."""

from collections.abc import Iterable

from httpx import AsyncClient, Response

from app.kernel.database.engine import Database
from app.kernel.files.imports import LARGE_BYTES
from app.kernel.web.bodies import XLSX_TYPE
from app.worker import Worker

CSV = {"Content-Type": "text/csv"}
XLSX = {"Content-Type": XLSX_TYPE}


def faults(answer: Response) -> list[tuple[int, str, str]]:
    """Returns line, column and code of each fault of a refused sheet."""
    assert (answer.status_code, answer.json()["code"]) == (422, "sheet_refused"), answer.text
    return [(one["line"], one["column"], one["code"]) for one in answer.json()["lines"]]


def counts(answer: Response) -> tuple[int, int, int]:
    """Returns how many rows were created, changed and left as they were."""
    assert answer.status_code == 200, answer.text
    body = answer.json()
    return body["created"], body["changed"], body["unchanged"]


def large(sheet: str) -> bytes:
    """Returns the sheet with so many empty lines that it waits for a worker."""
    blank = b" " * 99 + b"\n"
    return sheet.encode() + b"\n" + blank * (LARGE_BYTES // len(blank) + 1)


async def imported(
    http: AsyncClient, database: Database, path: str, lines: Iterable[str], headers: dict[str, str]
) -> Response:
    """Sends a large sheet, lets a worker import it, and returns its record."""
    body = large("\n".join(lines))
    answer = await http.post(path, content=body, headers=headers | CSV)
    assert (answer.status_code, answer.json()["status"]) == (202, "queued"), answer.text
    await Worker(database).sweep()
    row = f"{path.partition('?')[0]}/{answer.json()['id']}"
    return await http.get(row, headers=headers)
