"""`linli serve --reload`: it starts again when the program changes, in development alone."""

import shutil
from pathlib import Path

from tests.cli.linli import ROOT, assert_refused, linli
from tests.cli.production import production
from tests.cli.service import answer_of, run_service, wait_until
from tests.faults.process import environment

NOWHERE = "postgresql+asyncpg://nobody@127.0.0.1:9/none"


def test_reload_is_refused_in_production() -> None:
    run = linli("serve", "--reload", given=production(NOWHERE))
    assert_refused(run, "--reload", "production")


def test_reload_is_refused_for_several_processes() -> None:
    run = linli("serve", "--reload", "--workers", "2", given=environment(NOWHERE))
    assert_refused(run, "--reload", "--workers")


def test_a_changed_program_is_started_again(own_url: str, tmp_path: Path) -> None:
    """The program is copied, so that the one under test is not touched."""
    shutil.copytree(ROOT / "app", tmp_path / "app")
    (tmp_path / "migrations").symlink_to(ROOT / "migrations")
    changed = tmp_path / "app" / "kernel" / "ops" / "health.py"
    source = changed.read_text()
    log = tmp_path / "log"
    with run_service(own_url, log, "--reload", PYTHONPATH=str(tmp_path)) as (address, _process):
        assert answer_of(f"{address}/healthz")[1].startswith('{"status":"ok"')
        changed.write_text(source.replace('Health(status="ok")', 'Health(status="changed")'))
        wait_until(lambda: "changed" in answer_of(f"{address}/healthz")[1])
    assert "Traceback" not in log.read_text()
