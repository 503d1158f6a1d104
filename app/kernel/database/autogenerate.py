"""Form of a generated revision: keys and enums by their helpers, each new table distributed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from alembic.autogenerate import renderers
from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import (
    CreateTableOp,
    DropTableOp,
    MigrateOperation,
    MigrationScript,
    ModifyTableOps,
)
from alembic.runtime.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import Column, Constraint, Enum
from sqlalchemy.schema import SchemaItem

from app.kernel.database.migration_columns import (
    community_columns,
    shared_columns,
    user_columns,
)

ColumnHelper = Callable[[str], list[SchemaItem]]
"""Takes a table's name, and returns columns and named constraints that belong together."""
KINDS: dict[tuple[str, ...], tuple[str, ColumnHelper]] = {
    ("community_id", "id"): ("scoped", community_columns),
    ("user_id", "id"): ("user_scoped", user_columns),
    ("id",): ("shared", shared_columns),
}
"""How a table with this primary key is distributed, and the helper that writes the key."""


class CreateDistributedTable(MigrateOperation):
    """`create_table` with calls of helpers instead of their columns, and its distribution."""

    def __init__(self, plain: CreateTableOp, helpers: Sequence[ColumnHelper], kind: str) -> None:
        self.plain, self.helpers, self.distribution = plain, helpers, kind

    def to_diff_tuple(self) -> tuple[Any, ...]:
        return self.plain.to_diff_tuple()


class RevisionForm:
    """Hooks of Alembic: the operations of a revision, and how their parts are rendered."""

    def __init__(self, *helpers: ColumnHelper) -> None:
        """Takes helpers for columns that are no key; a table that has them all uses the call."""
        self._helpers = helpers
        self._covered: set[tuple[str, str]] = set()
        renderers.dispatch_for(CreateDistributedTable, replace=True)(self._render_table)

    def process(
        self, _context: MigrationContext, _revision: Any, scripts: list[MigrationScript]
    ) -> None:
        """Rewrite what Alembic has found, before it is rendered."""
        for script in scripts:
            for container in (script.upgrade_ops, script.downgrade_ops):
                if container is not None:
                    container.ops = list(self._rewrite(container.ops))

    def render_item(self, kind: str, item: Any, context: AutogenContext) -> Any:
        """Render a text enum by its helper, and nothing (None) for what another helper covers;
        False leaves the item to Alembic."""
        if _names([item]) & self._covered:
            return None
        if kind != "column" or not isinstance(item.type, Enum) or item.type.native_enum:
            return False
        context.imports.add("from app.kernel.database.migration_columns import enum_column")
        values = tuple(item.type.enums)
        nullable = ", nullable=True" if item.nullable else ""
        return f"enum_column({item.name!r}, {values!r}, check={item.type.name!r}{nullable})"

    def _render_table(self, context: AutogenContext, create: CreateDistributedTable) -> list[str]:
        name = create.plain.table_name
        calls = ""
        for helper in create.helpers:
            context.imports.add(f"from {helper.__module__} import {helper.__name__}")
            calls += f"*{helper.__name__}({name!r}),\n"
            self._covered |= _names(helper(name))
        plain = renderers.dispatch(create.plain)(context, create.plain)
        self._covered.clear()
        head, _, rest = plain.partition("\n")
        context.imports.add(f"from app.kernel.database.distribution import {create.distribution}")
        return [f"{head}\n{calls}{rest}", f"{create.distribution}({name!r})"]

    def _rewrite(self, operations: Iterable[MigrateOperation]) -> Iterator[MigrateOperation]:
        operations = list(operations)
        dropped = {each.table_name for each in operations if isinstance(each, DropTableOp)}
        for operation in operations:
            if isinstance(operation, CreateTableOp):
                yield self._distributed(operation)
            elif not isinstance(operation, ModifyTableOps) or operation.table_name not in dropped:
                yield operation  # What belongs to a dropped table goes with it.

    def _distributed(self, create: CreateTableOp) -> CreateDistributedTable:
        key = tuple(column.name for column in create.to_table().primary_key.columns)
        if key not in KINDS:
            raise CommandError(f"{create.table_name}: no kind of table has the key {key}")
        distribution, key_helper = KINDS[key]
        named = _names(create.columns)
        helpers = [
            helper
            for helper in (key_helper, *self._helpers)
            if _names(helper(create.table_name)) <= named
        ]
        return CreateDistributedTable(create, helpers, distribution)


def _names(items: Iterable[SchemaItem]) -> set[tuple[str, str]]:
    """Columns and constraints by what they are and how they are named."""
    return {
        ("column" if isinstance(item, Column) else "constraint", str(item.name))
        for item in items
        if isinstance(item, Column | Constraint) and item.name
    }
