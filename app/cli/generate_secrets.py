"""`linli generate-secrets`: the secrets of a new installation."""

import json
import os
from base64 import b64encode
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli.command import command_app, fail
from app.kernel import clock

KEY_BYTES = 32
OWNER_ONLY = 0o600

app = command_app()


@app.command()
def generate_secrets(
    file: Annotated[Path, typer.Argument(help="The file to write; one that is there stays.")],
) -> None:
    """Write a new file of settings with a random secret for each use.

    Only its owner may read it. The secrets are not printed.
    """
    text = env_file(clock.now())
    try:
        # O_EXCL: a file that is there, or a link to one, is never written to.
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    except FileExistsError:
        fail(f"{file} is there already: its secrets may be in use, so it stays as it is")
    except OSError as error:
        fail(f"{file} cannot be written: {error.strerror}")
    with os.fdopen(descriptor, "w", encoding="utf-8") as written:
        written.write(text)
    typer.echo(next_steps(file))


def env_file(now: datetime) -> str:
    """Makes the lines of the file."""
    token_key_id = f"{now:%Y-%m}"
    return f"""\
# Secrets of one Linli installation, made on {now:%Y-%m-%d}. Keep a copy apart from the database
# and its backups: without LINLI_SEALING_KEYS what is sealed is lost, without LINLI_INDEX_KEYS
# nobody is found again, and who has both the database and these keys reads everything.
LINLI_TOKEN_KEYS={json.dumps({token_key_id: _secret()})}
LINLI_TOKEN_KEY_ID={token_key_id}
LINLI_SECRET_KEY={_secret()}
LINLI_SEALING_KEYS={json.dumps({"1": _secret()})}
LINLI_INDEX_KEYS={json.dumps({"1": _secret()})}
"""


def _secret() -> str:
    return b64encode(os.urandom(KEY_BYTES)).decode()


def next_steps(file: Path) -> str:
    """Text for the terminal: what the file still needs, and what to do with it."""
    return f"""\
{file} has a new secret for each use; only its owner may read it.
1. Keep a copy where the database is not: in a safe on paper, or in a vault of secrets.
2. Add LINLI_DATABASE_URL, LINLI_OWNER_DATABASE_URL, LINLI_HOSTS, LINLI_WECHAT_APPID and
   LINLI_WECHAT_SECRET.
3. linli migrate --env-file {file}
4. linli doctor --env-file {file}"""
