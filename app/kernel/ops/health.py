"""/healthz: this process lives. /readyz: it may be sent requests."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

from fastapi import APIRouter, Request
from pydantic import BaseModel

from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.database.revisions import applied, head
from app.kernel.errors import DomainError, Text
from app.kernel.jobs.heartbeat import SILENT_AFTER, last_beat
from app.kernel.members import Member
from app.kernel.privacy.key_checks import find_faults, read_checks

DATABASE_TIMEOUT_SECONDS = 1.0
MAX_SKEW = timedelta(seconds=2)

router = APIRouter(include_in_schema=False)


class NotReady(DomainError):
    """Carries `checks`: each by its name, with what was found."""

    status = 503
    code = "not_ready"
    title = Text("服务尚未就绪", "The service is not ready")
    retry_after = 5
    members = {
        "checks": Member(
            {"type": "object", "additionalProperties": {"type": "string"}},
            "What was found, by the name of the check.",
            {"database": "ok"},
        ),
    }


class Health(BaseModel):
    status: str
    checks: Mapping[str, str] = {}


@router.get("/healthz", response_model=Health)
async def is_alive() -> Health:
    """Say that the process answers."""
    return Health(status="ok")


@router.get("/readyz", response_model=Health)
async def is_ready(request: Request) -> Health:
    """Say whether requests may come: the database answers and fits, the clocks agree, no drain."""
    checks = await checked(request.app.state.database)
    if getattr(request.app.state, "is_draining", False):
        checks["process"] = "draining"
    if any(finding not in FINE for finding in checks.values()):
        raise NotReady(checks=checks)
    return Health(status="ok", checks=checks)


FINE = {"ok", "no worker", "worker silent"}
"""Findings that do not end readiness: without a worker people still sign up, and are told later."""


async def checked(database: Database) -> dict[str, str]:
    skew = abs(clock.skew())
    checks = {"clock": "ok" if skew <= MAX_SKEW else "apart from the database's"}
    try:
        async with asyncio.timeout(DATABASE_TIMEOUT_SECONDS):
            return checks | await _asked(database)
    # A probe gets its answer whatever is wrong with the database.
    except Exception:
        return checks | {"database": "no answer"}


async def _asked(database: Database) -> dict[str, str]:
    async with database.transaction() as session:
        revision = await applied(session)
        is_current = revision == head()
        beat_at = await last_beat(session) if is_current else None
        faults = list(find_faults(await read_checks(session))) if is_current else []
    if beat_at is None:
        worker = "no worker"
    else:
        worker = "ok" if clock.now() - beat_at <= SILENT_AFTER else "worker silent"
    return {
        "database": "ok",
        "migrations": "ok" if is_current else "not at head",
        "keys": "not those of the database" if faults else "ok",
        "worker": worker,
    }
