"""Catalogue of problems: every code with its texts and its further members, as
`openapi/problems.json`."""

from typing import Any

from app.kernel.errors import DomainError
from app.kernel.web import http_protocol
from app.kernel.web.problem_pages import known
from app.kernel.web.problems import detail_of


def catalogue() -> list[dict[str, Any]]:
    """Returns the problems in the order of their codes."""
    return [_entry(error) for error in errors()]


def errors() -> list[type[DomainError]]:
    """Returns the application's own errors with a code, in its order."""
    assert http_protocol  # It is imported, so that its errors are listed whoever asks.
    found = {error.code: error for error in known() if error.__module__.startswith("app.")}
    return [found[code] for code in sorted(found)]


def _entry(error: type[DomainError]) -> dict[str, Any]:
    members = {
        name: {"schema": member.schema, "description": member.text, "example": member.example}
        for name, member in error.members.items()
    }
    return {
        "code": error.code,
        "status": error.status,
        "title": error.title._asdict(),
        "detail": detail_of(error)._asdict(),
        "members": members,
    }
