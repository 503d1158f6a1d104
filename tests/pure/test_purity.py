"""A pure test starts at once: it imports neither the application nor the framework under it."""

import subprocess
import sys
from pathlib import Path

COLLECT = """
import sys, pytest

heavy = {"app.main", "alembic", "fastapi", "httpx", "starlette"}
importers = {}

class Watch:
    def pytest_collectreport(self, report):
        for module in heavy & sys.modules.keys():
            importers.setdefault(module, report.nodeid)

code = pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider", sys.argv[1]], [Watch()])
sys.exit(f"{importers}" if importers else code)
"""


def test_pure_tests_do_not_import_the_application() -> None:
    command = [sys.executable, "-c", COLLECT, str(Path(__file__).parent)]
    collected = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (collected.stderr, collected.returncode) == ("", 0)
    assert Path(__file__).name in collected.stdout
