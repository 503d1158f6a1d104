"""Commands that need a database say in one line when it cannot be reached."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError

from app.cli.command import fail
from app.kernel.database.engine import sqlstate
from app.kernel.privacy.key_checks import KeysRefused

Result = TypeVar("Result")
UNREACHABLE = ("08", "28", "3D", "53", "57P")
"""SQLSTATE classes: connection, authorization, no such database, resources, shutting down."""


def run(main: Coroutine[Any, Any, Result]) -> Result:
    """Run to the end; exit with a message when the database cannot be reached."""
    with explain_unreachable():
        return asyncio.run(main)


@contextmanager
def explain_unreachable() -> Iterator[None]:
    """Exit with a message when the database cannot be reached in the block, or knows other keys."""
    try:
        yield
    except KeysRefused as refused:
        fail(str(refused))
    except OSError as error:
        fail(f"no answer from the database: {error}")
    except DBAPIError as error:
        if not (sqlstate(error) or "").startswith(UNREACHABLE):
            raise
        fail(f"no answer from the database: {error.orig}")
