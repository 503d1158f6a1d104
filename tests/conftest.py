"""Fixtures of every test. Those that need the application stand in `tests/fixtures.py`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel import clock
from tests.now import NOW

PURE = Path(__file__).parent / "pure"


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Loads the fixtures that need the application before the first module that is not pure."""
    if isinstance(collector, pytest.Module) and PURE not in collector.path.parents:
        collector.config.pluginmanager.import_plugin("tests.fixtures")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that touch the database, before `-m` selects."""
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The time stands still at NOW, unless a test moves it."""
    with clock.frozen(NOW):
        yield


@pytest.fixture(autouse=True)
def _forgotten(request: pytest.FixtureRequest) -> Iterator[None]:
    """Drops what a test has put on its instance: pytest keeps the instance to the end."""
    yield
    if request.instance is not None:
        vars(request.instance).clear()
