"""The header If-Match: missing, malformed, stale and right, as RFC 9110 has it; ETags of what is
written."""

import pytest
from httpx import AsyncClient

from app.communities.models import Role
from app.kernel.database.engine import Database
from tests.client import as_admin
from tests.factories import a_community, staff
from tests.routes import OPERATIONS

BODY = {"name": "城管办", "contact": "二楼", "is_active": True}
CASES = (
    (None, 428),
    ("1", 422),
    ('"1', 422),
    ("'1'", 422),
    ('w/"1"', 422),
    ('"1" "2"', 422),
    ('"1",', 422),
    ('*, "1"', 422),
    ('" "', 422),
    ("", 422),
    ('"7"', 412),
    ('W/"1"', 412),
    ('"7", W/"1"', 412),
    ('""', 412),
    ('"7", "1"', 200),
    ("*", 200),
    ('"1"', 200),
)


async def test_if_match_is_read_as_the_standard_says(
    http: AsyncClient, database: Database, subtests: pytest.Subtests
) -> None:
    """A weak tag is well formed, and never matches; without its quotes a version is no tag."""
    community = await a_community(database)
    admin = await staff(database, community, Role.COMMUNITY_ADMIN)
    path = f"/admin/v1/communities/{community}/departments"
    for number, (tag, status) in enumerate(CASES):
        with subtests.test(str(tag)):
            made = await http.post(
                path,
                json={"name": f"科室{number}", "contact": "一楼"},
                headers=as_admin(admin, f"department-{number}"),
            )
            headers = as_admin(admin) | ({} if tag is None else {"If-Match": tag})
            row = f"{path}/{made.json()['id']}"
            body = BODY | {"name": f"科室{number}改"}
            answer = await http.put(row, json=body, headers=headers)
            assert answer.status_code == status, answer.text
            if status == 422:
                errors = [{"pointer": "/header/If-Match", "code": "not_an_etag"}]
                assert answer.json()["errors"] == errors
            tags = {"etag": answer.headers.get("etag")}
            assert tags == {"etag": '"2"' if status == 200 else None}


def test_whoever_puts_a_row_of_others_says_which_version(subtests: pytest.Subtests) -> None:
    """Administrators' PUTs need If-Match, except those that say all of what is there."""
    without = {
        operation.spec["operationId"]
        for operation in OPERATIONS
        if operation.is_admin
        and operation.method == "PUT"
        and "428" not in operation.spec["responses"]
    }
    assert without == {"changeMyPassword", "replaceUnitMemberList"}
