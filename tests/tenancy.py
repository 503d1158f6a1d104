"""Watches every statement of the suite: one that locks or changes rows must name their tenant."""

import re
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.event import listen

from app.features import METADATA

TENANTS = {
    table.name: next(iter(table.primary_key.columns)).name for table in METADATA.tables.values()
}
"""Column of the tenant for each table; `id` for shared tables, which have none."""
CHANGED = re.compile(r"\b(?:UPDATE|DELETE FROM)\s+(\w+)(?:\s+AS\s+(\w+))?")
READ = re.compile(r"\b(?:FROM|JOIN|,)\s*(\w+)(?:\s+AS\s+(\w+))?")
LOCKS = re.compile(r"\bFOR (?:NO KEY )?UPDATE\b")


def tenantless(sql: str) -> list[str]:
    """Returns the tables that a statement locks or changes without `tenant = …` of their own."""
    if not (LOCKS.search(sql) or CHANGED.search(sql)):
        return []
    seen = [*CHANGED.findall(sql), *(READ.findall(sql) if LOCKS.search(sql) else [])]
    return [
        table
        for table, alias in seen
        if (tenant := TENANTS.get(table, "id")) != "id"
        and not re.search(rf"\b{alias or table}\.{tenant} = ", sql)
    ]


def _refuse(_c: Any, _cursor: Any, sql: str, *_: Any) -> None:
    assert not (named := tenantless(sql)), f"{named} without their tenant: {sql}"


def watch() -> None:
    listen(Engine, "before_cursor_execute", _refuse)
