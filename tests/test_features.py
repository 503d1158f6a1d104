"""Everything in a feature's folder is named by its `feature.py`, once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from inspect import isclass, iscoroutinefunction
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, get_args, get_type_hints

from sqlalchemy.ext.asyncio import AsyncSession

import app
from app.communities.events import ParticipantLeft
from app.features import FEATURES, LISTENERS, SWEEPS, TODOS
from app.kernel.feature import Feature
from app.kernel.jobs.events import Event
from app.kernel.jobs.messages import Message
from app.kernel.jobs.sweeps import Sweep
from app.kernel.web.routing import Router

MODULES = [
    import_module(module.name)
    for module in walk_packages(app.__path__, "app.")
    if not module.name.endswith("__main__")
]


def routers_of(feature: Feature) -> tuple[Router, ...]:
    in_community = (*feature.resident_in_community, *feature.admin_in_community)
    return (*feature.hot, *feature.resident, *feature.admin, *in_community)


Fact = tuple[str, Any]
"""Label in a failure, and the value that a feature names."""


def values_of(module: ModuleType) -> Iterator[Any]:
    """Yields the values of a module, and those in its tuples."""
    for value in vars(module).values():
        yield from value if isinstance(value, tuple) else (value,)


def events_of(function: Any) -> set[type[Event]]:
    """Returns the events that a function follows, by the types of its parameters."""
    hints = get_type_hints(function).values()
    types = {part for hint in hints for part in (get_args(hint) or (hint,)) if isclass(part)}
    return {type_ for type_ in types if issubclass(type_, Event) and type_ is not Event}


def facts_in(module: ModuleType) -> Iterator[Fact]:
    for value in values_of(module):
        is_own = getattr(value, "__module__", "") == module.__name__
        if isinstance(value, Router):
            yield "a router", value
        elif isinstance(value, Sweep):
            yield f"sweep {value.name}", value.name
        elif isclass(value) and issubclass(value, Message) and "kind" in vars(value):
            yield f"message {value.kind}", value.kind
        elif is_own and iscoroutinefunction(value):
            for event in events_of(value):
                yield f"{value.__name__} of {event.__name__}", (value, event)


def unnamed(modules: Iterable[ModuleType], features: Iterable[Feature]) -> set[str]:
    """Returns what stands in the modules and is named by none of the features."""
    named: set[Any] = {
        *(router for feature in features for router in routers_of(feature)),
        *(sweep.name for feature in features for sweep in feature.sweeps),
        *(message.kind for feature in features for message in feature.messages),
        *((one.handle, one.event) for feature in features for one in feature.listeners),
    }
    return {
        f"{module.__name__}: {label}"
        for module in modules
        for label, fact in facts_in(module)
        if fact not in named
    }


def test_nothing_stands_in_a_feature_that_it_does_not_name() -> None:
    assert unnamed(MODULES, FEATURES) == set()


def test_what_no_feature_names_is_found() -> None:
    planted = ModuleType("planted")

    class Forgotten(Message):
        kind = "planted.forgotten"

    async def follow(session: AsyncSession, event: ParticipantLeft) -> None: ...

    sweep = SWEEPS[0]
    Forgotten.__module__ = follow.__module__ = planted.__name__
    vars(planted).update(router=Router(), SWEEPS=(sweep,), Forgotten=Forgotten, follow=follow)
    assert unnamed([planted], ()) == {
        "planted: a router",
        f"planted: sweep {sweep.name}",
        "planted: message planted.forgotten",
        "planted: follow of ParticipantLeft",
    }


def test_no_two_features_name_the_same() -> None:
    names = [
        *(feature.name for feature in FEATURES),
        *(sweep.name for sweep in SWEEPS),
        *(f"{listener.name} of {listener.event.kind}" for listener in LISTENERS),
        *(message.kind for feature in FEATURES for message in feature.messages),
        *(message.kind for todo in TODOS.values() for message in todo.messages),
        *(f"tag {tag}" for feature in FEATURES for tag in feature.tags),
        *(f"example {name}" for feature in FEATURES for name in feature.examples),
        *(id(router) for feature in FEATURES for router in routers_of(feature)),
    ]
    assert [name for name, times in Counter(names).items() if times > 1] == []
