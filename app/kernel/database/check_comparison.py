"""Comparison of CHECK constraints for autogenerate, which Alembic compares by name alone.

PostgreSQL stores a rule in its own words. So the model's table is created as a temporary one, and
the words of both tables are compared."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from alembic.autogenerate import renderers
from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import MigrateOperation, ModifyTableOps
from alembic.runtime.plugins import Plugin
from alembic.util import PriorityDispatchResult
from sqlalchemy import CheckConstraint, Connection, Table, text
from sqlalchemy.schema import CreateTable, DropTable

from app.kernel.database.instants import SUFFIX

PLUGIN = "linli.checks"
TEMPORARY = {"schema_translate_map": {None: "pg_temp"}}
DEFINITIONS = text(
    """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype = 'c' AND conrelid = to_regclass(:table)
"""
)
VALUE = r"'(?:[^']|'')*'::character varying"
IN_VALUES = re.compile(
    rf"\(\((\w+)\)::text = ANY \(\(ARRAY\[({VALUE}(?:, {VALUE})*)\]\)::text\[\]\)\)"
)


class Rule(NamedTuple):
    """A CHECK in PostgreSQL's words, and as a person would write it."""

    definition: str
    text: str


class ChangeCheck(MigrateOperation):
    """Operation that adds, drops (no rule after it) or replaces a CHECK."""

    def __init__(self, table: str, name: str, before: str | None, after: str | None) -> None:
        self.table, self.name, self.before, self.after = table, name, before, after

    def reverse(self) -> "ChangeCheck":
        return ChangeCheck(self.table, self.name, self.after, self.before)

    def to_diff_tuple(self) -> tuple[Any, ...]:
        return "change_check", self.table, self.name, self.before, self.after


@renderers.dispatch_for(ChangeCheck)
def _render(context: AutogenContext, change: ChangeCheck) -> str:
    helper = "drop_check" if change.after is None else "set_check"
    given = [change.table, change.name, *([] if change.after is None else [change.after])]
    context.imports.add(f"from app.kernel.database.migration_checks import {helper}")
    return f"{helper}({', '.join(map(repr, given))})"


def _compare(
    context: AutogenContext,
    changes: ModifyTableOps,
    _schema: str | None,
    name: str,
    present: Table | None,
    model: Table | None,
) -> PriorityDispatchResult:
    """Find the rules of a table that differ; a column that comes or goes takes its own along."""
    if present is not None:
        connection = context.connection
        assert connection is not None
        before = _present_rules(connection, name)
        after = {} if model is None else _model_rules(context, connection, model, present)
        for check in sorted(before.keys() | after.keys()):
            old, new = before.get(check), after.get(check)
            if old is None or new is None or old.definition != new.definition:
                change = ChangeCheck(name, check, old and old.text, new and new.text)
                changes.ops.append(change)
    return PriorityDispatchResult.CONTINUE


def _present_rules(connection: Connection, table: str) -> dict[str, Rule]:
    definitions = _definitions(connection, table)
    return {
        name: Rule(found, _readable(found))
        for name, found in definitions.items()
        if not name.endswith(SUFFIX)
    }


def _model_rules(
    context: AutogenContext, connection: Connection, model: Table, present: Table
) -> dict[str, Rule]:
    connection.execute(
        CreateTable(model, include_foreign_key_constraints=[]), execution_options=TEMPORARY
    )
    definitions = _definitions(connection, f"pg_temp.{model.name}")
    connection.execute(DropTable(model), execution_options=TEMPORARY)
    impl, preparer = context.migration_context.impl, connection.dialect.identifier_preparer
    rules: dict[str, Rule] = {}
    for check in model.constraints:
        if isinstance(check, CheckConstraint) and not _comes_with_a_column(check, present):
            name = str(preparer.format_constraint(check))
            rules[name] = Rule(definitions[name], impl.render_ddl_sql_expr(check.sqltext))
    return rules


def _comes_with_a_column(check: CheckConstraint, present: Table) -> bool:
    """True for the CHECK of an enum whose column is added: `add_column` adds both."""
    is_of_type: bool = check._type_bound
    return is_of_type and any(column.name not in present.columns for column in check.columns)


def _definitions(connection: Connection, table: str) -> Mapping[str, str]:
    return {name: found for name, found in connection.execute(DEFINITIONS, {"table": table})}


def _readable(definition: str) -> str:
    """The rule inside `CHECK (…)`, with `IN (…)` for the array that PostgreSQL makes of it."""
    rule = definition.removeprefix("CHECK (").removesuffix(" NOT VALID").removesuffix(")")
    if found := IN_VALUES.fullmatch(rule):
        return f"{found[1]} IN ({found[2].replace('::character varying', '')})"
    return rule


Plugin(PLUGIN).add_autogenerate_comparator(_compare, "table", "checks")
