"""`linli verify-audit`: proves that audit entries are what they were."""

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import run
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.engine import Database
from app.kernel.ops import database_clock
from app.kernel.privacy.audit_verification import Head, Verified, communities, verify
from app.serve import engine_of, read_settings
from app.settings import Settings

app = command_app()


@app.command()
def verify_audit(
    head: Annotated[
        list[str] | None,
        typer.Option(help="A head that was kept elsewhere, as this command and `doctor` print it."),
    ] = None,
    heads: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="A file of heads: what was printed once."),
    ] = None,
    community: Annotated[
        UUID | None, typer.Option(help="Only this community, instead of all.")
    ] = None,
    contents: Annotated[
        bool, typer.Option(help="Open the sealed contents and compare them with their entries.")
    ] = True,
    env_file: EnvFile = None,
) -> None:
    """Verify the chain of audit entries of each community.

    Finds entries that were changed, removed, inserted or put into another order. Prints the
    present heads, to be kept elsewhere and given the next time. The status is 1 when something is
    wrong.
    """
    given = [*(head or []), *(heads.read_text().splitlines() if heads else [])]
    try:
        known = [Head.read(line) for line in given if line.strip()]
    except ValueError:
        fail("a head reads community:number:hash")
    if not run(_verify_all(read_settings(env_file), known, community, opens_contents=contents)):
        raise typer.Exit(1)


async def _verify_all(
    settings: Settings, known: list[Head], only: UUID | None, *, opens_contents: bool
) -> bool:
    keys.use(settings.keys())
    engine = engine_of(settings)
    is_well = True
    try:
        database = Database.of(engine)
        await database_clock.set_clock(database)
        named = {one.community_id for one in known}
        for id_ in [only] if only else sorted({*await communities(database), *named}):
            found = await verify(database, id_, clock.now(), known, opens_contents=opens_contents)
            _print(found)
            is_well = is_well and not found.flaws
    finally:
        await engine.dispose()
    return is_well


def _print(found: Verified) -> None:
    """Heads go to standard output, so that they can be written to a file; all else beside them."""
    for flaw in found.flaws:
        typer.echo(f"FAIL {flaw}", err=True)
    if found.waiting or found.erased:
        rest = f"{found.waiting} wait to be chained, {found.erased} contents are erased"
        typer.echo(f"     {found.community_id}: {rest}", err=True)
    typer.echo(str(found.head))
