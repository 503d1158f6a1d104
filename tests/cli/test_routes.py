"""`linli routes` lists what the application answers, and who is let in."""

from typer.testing import CliRunner

from app.cli import app
from app.cli.routes import Line, lines
from tests.routes import OPERATIONS, PUBLIC, PUBLIC_PAGES

LINES = {f"{line.method} {line.path}": line for line in lines()}


def run(*arguments: str) -> list[str]:
    return CliRunner().invoke(app, ["routes", *arguments]).output.splitlines()


def test_every_operation_and_page_is_there() -> None:
    pages = {f"GET {path}" for path in PUBLIC_PAGES}
    assert LINES.keys() == {str(operation) for operation in OPERATIONS} | pages


def test_a_guard_is_shown_for_every_route_that_is_not_public() -> None:
    unguarded = {name for name, line in LINES.items() if not line.guards}
    assert unguarded == PUBLIC | {f"GET {path}" for path in PUBLIC_PAGES}


def test_a_permission_that_a_guard_asks_for_is_shown() -> None:
    missing = [
        (str(operation), permission)
        for operation in OPERATIONS
        for permission in operation.permissions
        if permission not in LINES[str(operation)].rules
    ]
    assert not missing


def test_a_line_says_all() -> None:
    here = "/admin/v1/communities/{community_id}/activities"
    assert LINES[f"POST {here}"] == Line(
        *("POST", here, "draftActivity", "admin"),
        ("StaffMayManageActivities",),
        ("activity:manage",),
    )


def test_what_is_asked_for_is_found_in_any_part() -> None:
    for filter in ("draftActivity", "activity:manage", "/ADMIN/V1/communities/{community_id}/act"):
        assert "activities" in run(filter)[0]
    assert len(run("draftActivity")) == 2
    assert len(run()) == 2 * len(LINES)


def test_what_no_route_has_is_an_error() -> None:
    refused = CliRunner().invoke(app, ["routes", "no-such-thing"])
    assert refused.exit_code == 1
    assert "no-such-thing" in refused.output
