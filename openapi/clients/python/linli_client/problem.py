"""Refusals by the service, and calls without an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

COMMON = {"type", "title", "status", "detail", "code", "request_id", "errors"}
"""The members that every problem has."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """A field that was refused: a JSON pointer into what was sent, and a code."""

    pointer: str
    code: str


class LinliProblem(Exception):
    """A refusal (RFC 9457). Switch on `code`, which does not change; show `title` and `detail`.
    New codes may come: treat one that you do not know by its `status`."""

    def __init__(self, status: int, body: Mapping[str, Any], retry_after: float | None) -> None:
        self.status = status
        self.code = str(body.get("code", ""))
        self.title = str(body.get("title", ""))
        self.detail = str(body.get("detail", ""))
        self.errors = [
            FieldError(str(one["pointer"]), str(one["code"])) for one in body.get("errors") or ()
        ]
        self.members = {name: value for name, value in body.items() if name not in COMMON}
        """Further members of this code, such as `state` and `wanted`."""
        self.request_id = str(body.get("request_id", ""))
        self.retry_after = retry_after
        """Seconds to wait before the same act is sent again, if the service has said so."""
        super().__init__(f"{status} {self.code}: {self.title} {self.detail}")


class NetworkError(Exception):
    """No answer of the service came, after all repeats. Whether a write was done is not known: send
    the same act again, and it is not done twice."""

    def __init__(self, kind: Literal["offline", "timeout", "gateway"]) -> None:
        self.kind = kind
        super().__init__(f"no answer: {kind}")
