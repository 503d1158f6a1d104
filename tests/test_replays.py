"""Replays: every act of the desk and of residents that takes a key gives the same answer again,
with all its headers."""

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Role
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.factories import a_community, staff
from tests.routes import OPERATIONS, Operation
from tests.test_desk_acts import ARRANGEMENTS, DESK_ACTS, WITNESS, Call, fields_of, town_for

KEY = "one-key-for-it"
OF_THE_ANSWER_ALONE = {"x-request-id", "idempotent-replayed"}
TWINS = {
    name: twin
    for name, act in DESK_ACTS.items()
    for twin in OPERATIONS
    if str(twin) == f"{act.method} {act.path.removeprefix('/admin')}"
}
"""Operations by which residents do it themselves, by the name of the desk's act."""
UNSTORED = {"issueClaimCode"}
"""Its answer is a secret, and stored nowhere."""
OF_OTHER_PEOPLE = {
    *("joinCommunity", "recordGuardianship", "endGuardianship", "giveGuardianConsent"),
    *("withdrawGuardianConsent", "submitResidenceClaim", "checkInParticipant", "markAbsent"),
    *("checkOutParticipant", "resubmitServiceEntry", "registerMember"),
    "resubmitMemberRegistration",
}
"""Acts of the desk that its arrangement prepares for nobody's own act: guardians, leaders, and
bodies that differ."""


async def send(
    http: AsyncClient, operation: Operation, call: Call, headers: dict[str, str]
) -> Response:
    fields = fields_of(operation)
    body = operation.body().get("json", {}) | call.body
    body = {name: value for name, value in body.items() if name in fields}
    if "witness" in fields:
        body["witness"] = WITNESS
    path = operation.target(**call.path)
    return await http.post(path, headers=headers, json=body if fields else None)


def headers_of(answer: Response) -> dict[str, str]:
    return {name: v for name, v in answer.headers.items() if name not in OF_THE_ANSWER_ALONE}


async def test_a_replay_has_every_header_of_the_first_answer(
    http: AsyncClient, database: Database, subtests: pytest.Subtests
) -> None:
    located = 0
    for name, act in DESK_ACTS.items():
        twins = [TWINS[name]] if name in TWINS and name not in OF_OTHER_PEOPLE else []
        for operation in [act, *twins] if name not in UNSTORED else []:
            with subtests.test(str(operation)):
                community = await a_community(database)
                town = await town_for(database, community, name)
                call = await ARRANGEMENTS[name](town)
                headers = as_(town.resident.user_id, KEY)
                if operation.is_admin:
                    clerk = await staff(database, community, Role.COMMUNITY_ADMIN)
                    headers = as_admin(clerk, KEY)
                call.path["community_id"] = community
                first = await send(http, operation, call, headers)
                assert first.is_success, first.text
                again = await send(http, operation, call, headers)
                assert again.headers["idempotent-replayed"] == "true"
                assert (again.status_code, again.content) == (first.status_code, first.content)
                assert headers_of(again) == headers_of(first)
                located += "location" in first.headers
    assert located >= 15
