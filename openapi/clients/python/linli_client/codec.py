"""Data between Python and JSON: models, instants, ids and enums that may grow."""

from __future__ import annotations

import datetime
import sys
import types
from collections.abc import Mapping
from dataclasses import fields
from enum import Enum, StrEnum
from typing import Any, ClassVar, Literal, Self, Union, get_args, get_origin, get_type_hints
from uuid import UUID


class Unset:
    """A field that is not sent, or that an answer does not have."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET = Unset()


class OpenEnum(StrEnum):
    """Enum of texts whose values may grow: an unknown one is a member with this value."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Whether this client has been made with the value."""
        return self._value_ in type(self)._value2member_map_


class Model:
    """Base of what is sent and got. Fields that are new in an answer are left out."""

    __slots__ = ()
    NAMES: ClassVar[dict[str, str]] = {}
    """Names on the wire of those fields that are called otherwise in Python."""

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Self:
        return cls(
            **{
                name: decode(type_, given[wire])
                for name, wire, type_ in _fields(cls)
                if wire in given
            }
        )

    def to_json(self) -> dict[str, Any]:
        values = ((wire, getattr(self, name)) for name, wire, _ in _fields(type(self)))
        return {wire: encode(value) for wire, value in values if not isinstance(value, Unset)}


_known: dict[type[Any], list[tuple[str, str, Any]]] = {}


def _fields(cls: type[Any]) -> list[tuple[str, str, Any]]:
    """Returns each field's name, its name on the wire, and its type."""
    if cls not in _known:
        hints = get_type_hints(cls, vars(sys.modules[cls.__module__]))
        names = [one.name for one in fields(cls)]
        _known[cls] = [(name, cls.NAMES.get(name, name), hints[name]) for name in names]
    return _known[cls]


def decode(type_: Any, value: Any) -> Any:
    """Returns a JSON value as the type says. ValueError or TypeError where it cannot be one."""
    origin = get_origin(type_)
    if origin in (Union, types.UnionType):
        return _decode_one_of(get_args(type_), value)
    if origin is list:
        [inner] = get_args(type_)
        return [decode(inner, one) for one in value]
    if origin is dict:
        _, inner = get_args(type_)
        return {key: decode(inner, one) for key, one in value.items()}
    if isinstance(type_, type):
        return _decode_as(type_, value)
    return value


def _decode_as(type_: type[Any], value: Any) -> Any:
    if issubclass(type_, Model):
        if not isinstance(value, Mapping):
            raise TypeError(f"{type_.__name__}: not an object")
        return type_.from_json(value)
    if type_ is datetime.datetime:
        return datetime.datetime.fromisoformat(value)
    if type_ is datetime.date:
        return datetime.date.fromisoformat(value)
    if issubclass(type_, (UUID, Enum)):
        return type_(value)
    return value


def _decode_one_of(candidates: tuple[Any, ...], value: Any) -> Any:
    """Returns the value as the first type that takes it. Models are tried before plain values,
    those with most fields first, so that a part of another is not taken for it."""
    if value is None:
        return None
    rest = [one for one in candidates if one not in (type(None), Unset)]
    rest.sort(key=lambda one: -len(_fields(one)) if _is_model(one) else 1)
    for candidate in rest[:-1]:
        try:
            return decode(candidate, value)
        except (TypeError, ValueError, AttributeError, KeyError):
            continue
    return decode(rest[-1], value)


def _is_model(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Model)


def encode(value: Any) -> Any:
    """Returns a value as JSON has it. Instants need an offset."""
    if isinstance(value, Mapping):
        return {str(key): encode(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(one) for one in value]
    return value.to_json() if isinstance(value, Model) else _encode_one(value)


def _encode_one(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        if value.utcoffset() is None:
            raise ValueError("an instant needs an offset: datetime.now(UTC), not datetime.now()")
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, (datetime.date, UUID)) else value
