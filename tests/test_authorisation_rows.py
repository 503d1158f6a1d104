"""Acts on rows that are there: who may not act is refused where the guard has found the row. The
matrix asks with ids of nothing, which a guard answers with 404 before it could forget its 403."""

from httpx import AsyncClient

from app.communities.models import Role
from app.kernel.database.engine import Database
from tests.client import as_admin
from tests.factories import a_community, a_participant, staff
from tests.test_decisions import DECISIONS
from tests.test_decisions import Town as DecidedTown
from tests.test_desk_acts import ARRANGEMENTS, DESK_ACTS, call_arranged, town_for

READERS = (Role.AUDITOR, Role.HANDLER, Role.GRID_WORKER)
"""Roles that enter nothing for a resident."""
REVIEWED_BY_GRID_WORKERS = "residence-claims"


async def test_roles_that_enter_nothing_act_for_nobody(
    http: AsyncClient, database: Database
) -> None:
    failures = {}
    for name, operation in DESK_ACTS.items():
        community = await a_community(database)
        town = await town_for(database, community, name)
        call = await ARRANGEMENTS[name](town)
        for role in READERS:
            caller = await staff(database, community, role)
            answer = await call_arranged(http, operation, town, call, caller)
            # Handlers do not see tickets of other departments.
            if answer.status_code not in ({403, 404} if role is Role.HANDLER else {403}):
                failures[f"{role} {name}"] = (answer.status_code, answer.text)
        outsider = await staff(database, await a_community(database), Role.COMMUNITY_ADMIN)
        answer = await call_arranged(http, operation, town, call, outsider)
        if answer.status_code != 404:
            failures[f"outsider {name}"] = (answer.status_code, answer.text)
        allowed = await staff(database, community, Role.COMMUNITY_ADMIN)
        answer = await call_arranged(http, operation, town, call, allowed)
        if not answer.is_success:
            failures[f"allowed {name}"] = (answer.status_code, answer.text)
    assert not failures, "\n".join(f"{name}: {failure}" for name, failure in failures.items())


async def test_roles_that_decide_nothing_decide_nothing(
    http: AsyncClient, database: Database
) -> None:
    failures = {}
    for decision, (arrange, body) in DECISIONS.items():
        here = await a_community(database)
        worker = await staff(database, here, Role.COMMUNITY_ADMIN)
        resident = await a_participant(database, here)
        row = await arrange(DecidedTown(http, database, here, worker, resident))
        path = f"/admin/v1/communities/{here}/{decision.format(row)}"
        for role in READERS:
            if role is Role.GRID_WORKER and decision.startswith(REVIEWED_BY_GRID_WORKERS):
                continue
            caller = as_admin(await staff(database, here, role))
            answer = await http.post(path, json=body or None, headers=caller)
            if (answer.status_code, answer.json().get("code")) != (403, "forbidden"):
                failures[f"{role} {decision}"] = (answer.status_code, answer.text)
        outsider = await staff(database, await a_community(database), Role.COMMUNITY_ADMIN)
        answer = await http.post(path, json=body or None, headers=as_admin(outsider))
        if answer.status_code != 404:
            failures[f"outsider {decision}"] = (answer.status_code, answer.text)
    assert not failures, "\n".join(f"{name}: {failure}" for name, failure in failures.items())
