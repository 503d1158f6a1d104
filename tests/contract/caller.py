"""The caller in whose name schemathesis asks, and whose requests mean something."""

from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from app.identity.models import TokenAudience
from app.kernel import clock
from tests.client import TOKENS
from tests.contract.town import TownApp
from tests.routes import OPERATIONS, Operation

BY_PATH = {(one.method, one.path): one for one in OPERATIONS}


class Caller(NamedTuple):
    """Puts ids of the town's rows in place of generated ones, and lets whoever owns the row call.
    Every fourth id stays what it was: that of nothing."""

    app: TownApp

    def token(self, case: Any) -> str:
        """Returns the token that schemathesis adds, and leaves out to see that it is asked for."""
        is_admin = case.operation.path.startswith("/admin/")
        return token_of(self.app.town.staff if is_admin else self.app.town.resident, is_admin)

    def prepare(self, case: Any) -> None:
        operation = BY_PATH.get((case.operation.method.upper(), case.operation.path))
        if operation is None:
            return
        owners = self._put_ids(operation, case.path_parameters or {})
        if isinstance(case.body, dict):
            self._put_ids(operation, case.body)
        headers = case.headers or {}
        if len(str(headers.get("If-Match", ""))) % 4:
            headers["If-Match"] = "*"
        is_logged_in = headers.get("Authorization") == f"Bearer {self.token(case)}"
        if owners and is_logged_in and not operation.is_admin:
            headers["Authorization"] = f"Bearer {token_of(owners[-1], False)}"

    def _put_ids(self, operation: Operation, values: dict[str, Any]) -> list[UUID]:
        """Puts ids of rows in place, and returns the residents who own them."""
        owners = []
        for name, value in values.items():
            number = number_of(value)
            if number is None or number % 4 == 0:
                continue
            if name == "community_id":
                values[name] = str(self.app.town.here)
            elif rows := self.app.town.candidates(operation, name):
                row = rows[number % len(rows)]
                values[name] = str(row.id)
                owners += [] if row.user_id is None else [row.user_id]
        return owners


def number_of(value: object) -> int | None:
    """Returns the number that a UUID is, or None for anything else."""
    try:
        return UUID(str(value)).int
    except ValueError:
        return None


@cache
def token_of(user_id: UUID, is_admin: bool) -> str:
    audience = TokenAudience.ADMIN if is_admin else TokenAudience.RESIDENT
    return TOKENS.issue(user_id, user_id, 1, audience, clock.now())
