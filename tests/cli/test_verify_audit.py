"""`linli verify-audit`, as an operator types it."""

from asyncio import to_thread
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text

from app.communities.permissions import Staff
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import record
from app.kernel.privacy.audit_chain import chain_batch
from tests.cli.linli import assert_refused, linli_on
from tests.factories import a_community


async def test_it_prints_heads_and_finds_what_was_changed(
    own_url: str, own_database: Database, tmp_path: Path
) -> None:
    here = await a_community(own_database)
    worker = Staff(here, uuid4(), ())
    async with own_database.transaction() as session:
        for _ in range(3):
            record(session, worker, "activity.drafted", worker)
    async with own_database.transaction() as session:
        await chain_batch(session, here)
    first = await to_thread(linli_on, own_url, "verify-audit")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith(f"{here}:3:")
    heads = tmp_path / "heads.txt"
    heads.write_text(first.stdout)
    async with own_database.transaction() as session:
        await session.execute(
            text("DELETE FROM audit_chain AS l WHERE l.community_id = :here"), {"here": here}
        )
        await session.execute(
            text("DELETE FROM audit_entries AS e WHERE e.community_id = :here"), {"here": here}
        )
    again = await to_thread(linli_on, own_url, "verify-audit", "--heads", str(heads))
    assert_refused(again, "FAIL", "the chain ends before a head that was kept")
    wrong = await to_thread(linli_on, own_url, "verify-audit", "--head", "nonsense")
    assert_refused(wrong, "community:number:hash")
