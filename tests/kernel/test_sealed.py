"""Sealed text: how it is found, and who reads it."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Index, select

import app
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.features import METADATA
from app.kernel.database.engine import Database
from app.kernel.errors import NotFound
from app.kernel.privacy.reveal import reveal
from app.kernel.privacy.sealed_columns import SealedColumn, sealed_columns
from tests.audit import audited
from tests.each import each
from tests.factories import a_community, a_person_without_phone, staff


async def test_it_is_found_by_its_index_and_revealed_with_a_reason(database: Database) -> None:
    community_id = await a_community(database)
    elder = await a_person_without_phone(database, community_id)
    worker = Staff(community_id, await staff(database, community_id), ())
    index = Participant.real_name.blind_for(Participant, community_id, " 王秀英 ")
    async with database.transaction() as session:
        query = select(Participant).filter_by(community_id=community_id, real_name_index=index)
        found = (await session.scalars(query)).one()
        assert found.id == elder.id
        name = reveal(
            session, found, Participant.real_name, by=worker, reason="核对", about=elder.id
        )
        assert name == "王秀英"
    [entry] = await audited(database)
    assert (entry.actor_id, entry.subject_id) == (worker.id, elder.id)
    assert entry.facts == {"field": "real_name", "reason": "核对"}


async def test_staff_of_another_community_reveal_nothing(database: Database) -> None:
    elder = await a_person_without_phone(database, await a_community(database))
    elsewhere = await a_community(database)
    outsider = Staff(elsewhere, await staff(database, elsewhere), ())
    async with database.transaction() as session:
        with pytest.raises(NotFound):
            reveal(session, elder, Participant.real_name, by=outsider, reason="核对", about=None)


OPENED_FOR_A_RULE = {
    "communities/residence/service.py": "an approval writes the name of the new resident",
    "consultations/models/ballot.py": "an outcome follows from the tally",
    "consultations/models/opinion.py": "the words of a restored opinion are published again",
    "consultations/voting/service.py": "one vote is asked for by its voter",
    "double_reporting/models/membership.py": "lists leave out a row that is not whole",
    "double_reporting/unit_lists/service.py": "a list that does not open must not seem empty",
    "identity/account_links/service.py": "a code is compared with the secret",
    "identity/administrators/second_factor.py": "a code is compared with the secret",
    "identity/administrators/service.py": "a code is compared with the new secret",
    "identity/models/sensitive_consent.py": "what is allowed follows from the decision",
    "kernel/jobs/events.py": "a damaged event is one that cannot be read, and is put back",
    "kernel/privacy/at_rest.py": "words that do not open become a gap there",
    "kernel/privacy/audit_verification.py": "a damaged content is what it looks for",
    "kernel/privacy/reveal.py": "one value is asked for by itself",
    "service_records/certificates/service.py": "a name is whole there, or nothing is issued",
    "privacy/service.py": "one export is asked for by its person",
}
"""Modules that open a value where a damaged one must be an error, and why. Lists and pages take
`shown`, `shown_for` or `masked`, so that one damaged row does not take them down."""


def test_pages_are_not_taken_down_by_one_damaged_value() -> None:
    root = Path(app.__path__[0])
    found = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if re.search(r"(?<!def )\b(?:own|open_for)\(", path.read_text(encoding="utf-8"))
    }
    assert found - {"kernel/privacy/sealed.py"} == OPENED_FOR_A_RULE.keys()


@each([column for column in sealed_columns() if column.field and column.field.index], str)
def test_an_index_has_two_columns_and_what_is_unique_by_one_is_so_by_the_other(
    column: SealedColumn,
) -> None:
    """While its key is replaced, a row may be found by either."""
    odd, even = column.indexes
    table = METADATA.tables[column.table]
    by = {
        name: {
            (len(index.columns), index.unique) for index in table.indexes if _is_over(index, name)
        }
        for name in (odd, even)
    }
    assert by[odd] == by[even] != set()


def _is_over(index: Index, name: str) -> bool:
    return name in {column.name for column in index.columns}


def test_rows_are_looked_up_under_both_index_keys() -> None:
    root = Path(app.__path__[0])
    compared = re.compile(
        r"\.\w+_index(?:_even)? *(?:==|\.in_\()|filter_by\([^)]*_index=|\.blind_for\("
    )
    assert [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if compared.search(path.read_text(encoding="utf-8"))
    ] == []
