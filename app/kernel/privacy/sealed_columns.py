"""All sealed columns of the program, as commands that walk them need them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect

from app.kernel.crypto.boxes import Column
from app.kernel.database.engine import Base
from app.kernel.privacy.personal_data import sealed_fields
from app.kernel.privacy.sealed import SealedField, sealed_as

SUFFIX = "_sealed"


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column of sealed values; those that no field describes are sealed by statements."""

    table: str
    name: str
    tenant: str | None
    model: type[Any]
    field: SealedField[Any] | None
    indexes: tuple[str, ...]
    """Columns of its index, odd keys first."""

    @property
    def key(self) -> tuple[str, ...]:
        """Columns of the primary key."""
        return ("id",) if self.tenant is None else (self.tenant, "id")

    @property
    def box(self) -> Column:
        length = None if self.field is None else self.field.length
        return Column(sealed_as(self.model), self.name, length)

    def __str__(self) -> str:
        return f"{self.table}.{self.name}"


def sealed_columns() -> list[SealedColumn]:
    """Returns each sealed column of each mapped table, in the order of their names."""
    found = [one for mapper in Base.registry.mappers for one in _columns_of(mapper.class_)]
    return sorted(found, key=str)


def _columns_of(model: type[Any]) -> list[SealedColumn]:
    fields = sealed_fields(model)
    table = inspect(model).local_table
    tenant = next((one.name for one in table.primary_key.columns if one.name != "id"), None)
    return [
        SealedColumn(
            table=table.name,
            name=column.name,
            tenant=tenant,
            model=model,
            field=(field := fields.get(column.name)),
            indexes=() if field is None else tuple(field.index_columns(model)),
        )
        for column in table.columns
        if column.name.endswith(SUFFIX)
    ]
