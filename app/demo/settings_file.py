"""The demo's settings as a file, with which other commands work on the running demo."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import SecretStr

from app.settings import Settings

FILE = Path("var/demo.env")
"""The file that the demo writes, beside the embedded server."""


def write(settings: Settings, file: Path = FILE) -> None:
    """Write what `linli … --env-file` reads; the demo's secrets are known to everybody."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{line}\n" for line in _lines(settings)), encoding="utf-8")


def _lines(settings: Settings) -> Iterator[str]:
    """Yields a line for each setting that makes it the demo; ports are left to the command."""
    for name in Settings.demo_values():
        yield f"LINLI_{name.upper()}={_text(getattr(settings, name))}"


def _text(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, Mapping):
        return json.dumps({str(key): _text(secret) for key, secret in value.items()})
    if isinstance(value, tuple):
        return json.dumps(value)
    return str(value)
