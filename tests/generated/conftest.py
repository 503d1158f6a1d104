"""The administrators' client, generated from the committed document, against a live service."""

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from app.kernel import clock
from tests.faults.process import Service, a_service

DOCUMENT = Path(__file__).parents[2] / "openapi" / "admin.json"
NAME = "linli_admin_client"


class Generated:
    """Its modules, by path: `client("api.activities.draft_activity")`."""

    def __call__(self, path: str) -> Any:
        return import_module(f"{NAME}.{path}")


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generated]:
    folder = tmp_path_factory.mktemp("generated")
    command = "from openapi_python_client.cli import app; app()"
    subprocess.run(
        [
            *(sys.executable, "-c", command, "generate", "--meta", "none"),
            *("--path", str(DOCUMENT), "--output-path", str(folder / NAME)),
        ],
        check=True,
        capture_output=True,
    )
    sys.path.insert(0, str(folder))
    yield Generated()
    sys.path.remove(str(folder))


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The service has a clock of its own."""
    with clock.frozen(datetime.now(UTC)):
        yield


@pytest.fixture
async def service(own_url: str) -> AsyncIterator[Service]:
    async with a_service(own_url) as service:
        yield service
