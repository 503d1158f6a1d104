"""Declared duties of the staff: what the kernel knows of them."""

from typing import Protocol

from app.kernel.errors import Text
from app.kernel.jobs.messages import Message


class DeclaredTodo(Protocol):
    """One kind of thing that waits for the staff. `app.staff.todo` says who has it and finds
    it."""

    @property
    def kind(self) -> str: ...

    @property
    def title(self) -> Text: ...

    @property
    def messages(self) -> tuple[type[Message], ...]: ...
