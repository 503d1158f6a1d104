"""`linli import-register`: the residents' register of a community from a file, with a progress
bar."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from sqlalchemy import select

from app.cli.command import EnvFile, command_app, fail
from app.cli.database import run
from app.communities.models import Community, Role, ScopeKind
from app.communities.permissions import Held, Staff
from app.communities.register.imports import RegisterImport
from app.features import METADATA
from app.identity.actor import OPERATOR
from app.kernel.crypto import keys
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.errors import DomainError
from app.kernel.files.cells import SheetRefused
from app.kernel.files.imports import preview_import, run_import
from app.kernel.privacy.key_checks import require_keys
from app.serve import engine_of, read_settings
from app.settings import Settings

WHOLE = 100
SHOWN_FAULTS = 20

app = command_app()


class Job(NamedTuple):
    number: int
    sheet: bytes
    is_preview: bool


@app.command()
def import_register(
    community: Annotated[int, typer.Argument(help="The short number of the community.")],
    sheet: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV or XLSX.")],
    preview: Annotated[
        bool, typer.Option("--preview", help="Tell what would change, and write nothing.")
    ] = False,
    env_file: EnvFile = None,
) -> None:
    """Import the residents' register of a community from a sheet.

    The sheet replaces the entries of its households; all lines are taken or none.
    """
    try:
        counts = run(_import(read_settings(env_file), Job(community, sheet.read_bytes(), preview)))
    except SheetRefused as refused:
        fail("\n".join(_faults(refused)))
    except DomainError as error:
        fail(f"{error.title.zh} · {error.title.en}")
    typer.echo(", ".join(f"{name}: {count:,}" for name, count in counts.items()))


async def _import(settings: Settings, job: Job) -> dict[str, int]:
    assert METADATA.tables  # What is written refers to tables of all features.
    keys.use(settings.keys())
    engine = engine_of(settings)
    try:
        async with Database.of(engine).transaction() as session:
            await require_keys(session)
            query = select(Community).where(
                Community.short_number == job.number, Community.region_id.is_not(None)
            )
            community = await session.scalar(query)
            if community is None:
                fail(f"no community has the number {job.number}")
            held = (Held(Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, PLATFORM),)
            by = Staff(community.id, OPERATOR.id, held, tuple(community.region_path))
            plan = RegisterImport(by)
            with typer.progressbar(length=WHOLE, label=community.name) as bar:

                async def advance(percent: int) -> None:
                    bar.update(percent - bar.pos)

                plan.progress = advance
                if job.is_preview:
                    return await preview_import(session, job.sheet, plan, by=by)
                done = await run_import(session, job.sheet, plan, by=by)
                await advance(WHOLE)
            return dict(done.counts)
    finally:
        await engine.dispose()


def _faults(refused: SheetRefused) -> list[str]:
    """Lines for the terminal: each fault with its line and header, never what stands there."""
    faults = refused.extensions["lines"]
    assert isinstance(faults, list)
    lines = [f"line {one['line']} {one['header']}: {one['code']}" for one in faults]
    title = f"{refused.title.zh} · {refused.title.en} ({refused.extensions['refused']})"
    return [title, *lines[:SHOWN_FAULTS], *(["…"] if len(lines) > SHOWN_FAULTS else [])]
