"""`linli generate-secrets`: a file of settings that production takes."""

from pathlib import Path
from stat import S_IMODE

import pytest
from typer.testing import CliRunner, Result

from app.cli import app
from app.kernel.ops.settings import Environment
from app.serve import read_settings
from app.settings import Settings

OTHERS = {
    "LINLI_DATABASE_URL": "postgresql+asyncpg://linli_web@db/linli",
    "LINLI_WECHAT_APPID": "wx0123456789abcdef",
    "LINLI_WECHAT_SECRET": "the mini-program's own",
    "LINLI_HOSTS": '["linli.example.cn"]',
}


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"LINLI_{name.upper()}", raising=False)
    for name, value in OTHERS.items():
        monkeypatch.setenv(name, value)


def generate(file: Path) -> Result:
    return CliRunner().invoke(app, ["generate-secrets", str(file)])


def test_production_starts_with_what_it_writes(tmp_path: Path) -> None:
    run = generate(tmp_path / "linli.env")
    assert run.exit_code == 0, run.output
    settings = read_settings(tmp_path / "linli.env")
    assert settings.environment is Environment.PRODUCTION
    assert set(settings.keys().sealing) == set(settings.keys().index) == {1}


def test_only_its_owner_reads_the_file(tmp_path: Path) -> None:
    generate(tmp_path / "linli.env")
    assert S_IMODE((tmp_path / "linli.env").stat().st_mode) == 0o600


def test_it_prints_what_to_do_next_and_no_secret(tmp_path: Path) -> None:
    run = generate(tmp_path / "linli.env")
    assert "linli migrate --env-file" in run.output
    lines = (tmp_path / "linli.env").read_text().splitlines()
    secrets = {part for line in lines for part in line.split('"') if len(part) == 44}
    assert len(secrets) >= 3
    assert not any(secret in run.output for secret in secrets)


@pytest.mark.parametrize("is_link", [False, True])
def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, is_link: bool) -> None:
    file, target = tmp_path / "linli.env", tmp_path / "other.env"
    target.write_text("LINLI_SECRET_KEY=kept")
    if is_link:
        file.symlink_to(target)
    else:
        file.write_text("LINLI_SECRET_KEY=kept")
    run = generate(file)
    assert run.exit_code == 1
    assert "there already" in run.output
    assert target.read_text() == file.read_text() == "LINLI_SECRET_KEY=kept"


def test_two_files_have_no_secret_in_common(tmp_path: Path) -> None:
    for name in ("one.env", "other.env"):
        generate(tmp_path / name)
    one, other = (read_settings(tmp_path / name).keys() for name in ("one.env", "other.env"))
    assert one.sealing[1] != other.sealing[1]
    assert one.index[1] != other.index[1]
    assert one.digest != other.digest
