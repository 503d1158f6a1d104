"""Personal data are declared: each personal column once, by the feature of its table."""

from typing import Any

from sqlalchemy import Column, inspect
from sqlalchemy.orm import Mapper

from app.features import FEATURES, PERSONAL_DATA
from app.kernel.database.engine import Base
from app.kernel.privacy.personal_data import (
    Blanked,
    Deleted,
    Kept,
    PersonalData,
    can_hold_words,
    personal_columns,
    sealed_fields,
)
from tests.each import each

MAPPERS = sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)


def _name(data: PersonalData) -> str:
    return data.model.__name__


@each(MAPPERS, lambda mapper: mapper.class_.__name__)
def test_each_table_with_personal_columns_is_declared_once(mapper: Mapper[Any]) -> None:
    declared = [data for data in PERSONAL_DATA if data.model is mapper.class_]
    assert len(declared) == bool(personal_columns(mapper.class_))


def test_a_feature_declares_its_own_tables() -> None:
    for feature in FEATURES:
        modules = tuple(module.__name__ for module in feature.models)
        for data in feature.personal_data:
            assert data.model.__module__.startswith(modules), data.model


@each(PERSONAL_DATA, _name)
def test_whose_rows_they_are_is_said(data: PersonalData) -> None:
    assert (data.nobody is None) == (data.rows is not None)
    assert data.rows is None or data.title is not None, "an export needs a heading"


@each(PERSONAL_DATA, _name)
def test_words_in_personal_columns_are_erased_or_kept_for_a_reason(data: PersonalData) -> None:
    words = {column.name for column in personal_columns(data.model) if _is_word(column)}
    if isinstance(data.erasure, Deleted | Kept):
        assert not data.remains
        return
    assert words == _blanked_columns(data.model, data.erasure) | data.remains.keys()
    assert not _blanked_columns(data.model, data.erasure) & data.remains.keys()


def _is_word(column: Column[Any]) -> bool:
    """Returns True for what can hold words; an index goes with the sealed field that it finds."""
    return can_hold_words(column) and not column.name.endswith(("_index", "_index_even"))


def _blanked_columns(model: type[Any], erasure: Blanked) -> set[str]:
    """Returns the columns that can hold words and that the erasure gives a value."""
    sealed = {field.name: field.column for field in sealed_fields(model).values()}
    columns = {column.name: column for column in inspect(model).local_table.columns}
    blanked = {sealed.get(name, name) for name in erasure.values}
    assert blanked <= columns.keys(), f"unknown columns: {blanked - columns.keys()}"
    return {name for name in blanked if _is_word(columns[name])}


@each(PERSONAL_DATA, _name)
def test_what_an_export_leaves_out_is_a_column(data: PersonalData) -> None:
    assert data.withheld.keys() <= {column.name for column in personal_columns(data.model)}
