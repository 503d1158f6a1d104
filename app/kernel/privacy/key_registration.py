"""Registration of keys: `linli migrate` proves them on what is there, writes the checks of new
ones, and retires those that nothing needs any more."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.crypto import keys
from app.kernel.crypto.boxes import FORM, Unopenable
from app.kernel.database.catalog import is_there
from app.kernel.privacy.key_checks import (
    KeyCheck,
    KeyPurpose,
    KeyRef,
    KeysRefused,
    own_keys,
    read_checks,
    wrong_keys,
)
from app.kernel.privacy.key_use import count_with_index, count_with_key, count_without_index
from app.kernel.privacy.sealed_columns import SealedColumn, sealed_columns

P = KeyPurpose
SECRET = KeyRef((P.DIGEST, 0))
SAMPLE_SIZE = 20
"""Values of each column on which keys are proven: one of them may be damaged."""


async def prove(session: AsyncSession, *, is_new_secret_accepted: bool = False) -> None:
    """Raises KeysRefused when the keys of this process are not those of the database: by its
    checks, or on a database of an earlier version by its values. Done before a migration."""
    checks = await read_checks(session)
    if checks:
        if is_new_secret_accepted:
            checks.pop(SECRET, None)
        faults = list(wrong_keys(checks))
    else:
        faults = [one async for one in _faults_of_samples(session)]
    if faults:
        raise KeysRefused("\n".join(faults))


async def _faults_of_samples(session: AsyncSession) -> AsyncIterator[str]:
    opened = failed = found = lost = 0
    for column in sealed_columns():
        for row in await _sample(session, column):
            content = _open(column, row)
            opened, failed = opened + (content is not None), failed + (content is None)
            is_found = None if content is None else _is_found(column, row, content)
            found, lost = found + (is_found is True), lost + (is_found is False)
    if failed and not opened:
        yield f"LINLI_SEALING_KEYS: none of {failed} sealed values opens; these are other keys"
    if lost and not found:
        yield f"LINLI_INDEX_KEYS: none of {lost} values has its index; this is another key"


async def _sample(session: AsyncSession, column: SealedColumn) -> Sequence[Any]:
    if not await is_there(session, column.table, column.name):
        return ()
    query = f"SELECT * FROM {column.table} WHERE {column.name} IS NOT NULL LIMIT {SAMPLE_SIZE}"
    return (await session.execute(text(query))).mappings().all()


def _open(column: SealedColumn, row: Any) -> bytes | None:
    # The first form of a shared row was bound to the user that it names.
    tenants = {row.get(column.tenant or ""), None, row.get("user_id")}
    for tenant in tenants:
        try:
            return column.box.open(tenant, row["id"], row[column.name])
        except Unopenable:
            continue
    return None


def _is_found(column: SealedColumn, row: Any, content: bytes) -> bool | None:
    """Returns whether the index is that of the value; None where there is none, or the value has
    the first form, which had other indexes."""
    indexes = [row[name] for name in column.indexes if row.get(name) is not None]
    if not indexes or row[column.name][0] != FORM:
        return None
    tenant = None if column.tenant is None else row[column.tenant]
    own = {column.box.blind(tenant, content.decode(), n) for n in keys.current().index}
    return bool(own & set(indexes))


async def register(
    session: AsyncSession, now: datetime, *, is_new_secret_accepted: bool = False
) -> None:
    """Write the checks of new keys, and retire those that the process does not have any more.
    Raises KeysRefused for a key that is another one, or that is still needed."""
    checks = await read_checks(session)
    if is_new_secret_accepted and SECRET in checks:
        checks[SECRET].prove()
    faults = list(wrong_keys(checks))
    own = own_keys()
    for ref in sorted(own - checks.keys()):
        faults += [one async for one in _faults_of_new(session, ref)] if checks else []
        session.add(KeyCheck.of(ref, now))
    for ref in sorted(checks.keys() - own):
        if checks[ref].retired_at is None:
            faults += [one async for one in _faults_of_retired(session, ref)]
            checks[ref].retired_at = now
    if faults:
        raise KeysRefused("\n".join(faults))


async def _faults_of_new(session: AsyncSession, ref: KeyRef) -> AsyncIterator[str]:
    """An index key takes the columns of a former one, which must be empty."""
    purpose, number = ref
    if purpose is P.INDEX and (rows := await count_with_index(session, number)):
        yield f"{ref}: {rows} rows still have the index of a former key: run `linli reseal` first"


async def _faults_of_retired(session: AsyncSession, ref: KeyRef) -> AsyncIterator[str]:
    purpose, number = ref
    if purpose is P.SEALING and (values := await count_with_key(session, number)):
        yield f"{ref} is missing: {values} values are sealed with it; run `linli reseal` with it"
    if purpose is P.INDEX and (rows := await count_without_index(session)):
        yield f"{ref} is missing: {rows} rows are found by it alone; run `linli reseal` with it"
