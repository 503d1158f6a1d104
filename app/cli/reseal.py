"""`linli reseal`: the keys of sealed values are replaced while the service goes on."""

from collections import Counter

import typer

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import run
from app.features import METADATA
from app.identity.actor import OPERATOR
from app.kernel.crypto import keys
from app.kernel.database.engine import Database, open_engine
from app.kernel.privacy.audit import record
from app.kernel.privacy.key_checks import require_keys
from app.kernel.privacy.key_use import count_by_key, count_without_index
from app.kernel.privacy.reseal import Resealed, reseal_column
from app.kernel.privacy.sealed_columns import SealedColumn, sealed_columns
from app.serve import database_url, read_settings
from app.settings import Settings

POOL_SIZE = 2

app = command_app()


@app.command()
def reseal(env_file: EnvFile = None) -> None:
    """Bring what is sealed under the present keys, while the service goes on.

    Values go under the key that seals, and rows get the indexes of all index keys. It may be
    stopped at any time, and goes on where it was. The status is 1 when rows are left.
    """
    if left := run(_reseal(read_settings(env_file))):
        fail(f"{left:,} are left: damaged, or changed meanwhile; run it again, or see the log")


async def _reseal(settings: Settings) -> int:
    """Reseals all columns, and returns the number of values that are not as they should be."""
    assert METADATA.tables  # The sealed columns are those of all features.
    keys.use(settings.keys())
    engine = open_engine(database_url(settings, as_owner=True), pool_size=POOL_SIZE)
    try:
        database = Database.of(engine)
        async with database.transaction() as session:
            await require_keys(session)
            record(session, OPERATOR, "keys.replaced", OPERATOR)
        for column in sealed_columns():
            await _reseal_one(database, column)
        return await _report(database)
    finally:
        await engine.dispose()


async def _reseal_one(database: Database, column: SealedColumn) -> None:
    async with database.transaction() as session:
        total = sum((await count_by_key(session, column)).values())
    if not total:
        return
    with typer.progressbar(length=total, label=f"{column!s:44}", show_pos=True) as bar:

        def advance(_so_far: Resealed, rows: int) -> None:
            bar.update(rows)

        done = await reseal_column(database, column, advance)
    notes = f"{done.written:,} resealed, {done.damaged:,} damaged, {done.missed:,} missed"
    typer.echo(f"{column!s:44}  {notes}")


async def _report(database: Database) -> int:
    """Print the number of values by key, and return how many are under another than the present."""
    counts: Counter[int] = Counter()
    async with database.transaction() as session:
        for column in sealed_columns():
            counts.update(await count_by_key(session, column))
        unindexed = await count_without_index(session)
    present = keys.current().number_to_seal_with
    for number, count in sorted(counts.items()):
        form = " in the first form" if number < 0 else ""
        typer.echo(f"LINLI_SEALING_KEYS[{abs(number)}]: {count:,} values{form}")
    for number in sorted(keys.current().index):
        typer.echo(f"LINLI_INDEX_KEYS[{number}]: {'complete' if not unindexed else 'not complete'}")
    return sum(count for number, count in counts.items() if number != present) + unindexed
