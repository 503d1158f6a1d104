"""The residents' register (居民名册) from a sheet. It is replaced household by household; who
stands there already with the same name and phone stays."""

from asyncio import to_thread
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Place, RegisterEntry
from app.communities.permissions import Staff
from app.communities.places.service import load_tree
from app.communities.places.tree import Node, Tree, words_of
from app.communities.register.adults import mark_adults
from app.communities.register.lines import ADULT, COLUMNS, PHONE, Person, read_person
from app.communities.register.undo import require_unused, restore_removed, unmark_adults
from app.kernel import clock
from app.kernel.files.cells import Line, Report
from app.kernel.files.imports import Effect, SheetImport
from app.kernel.files.journal import (
    Journal,
    batches,
    delete_created,
    insert_in_batches,
    restore_changed,
)
from app.kernel.files.records import ImportRecord
from app.kernel.privacy.sealed import shown

Index = tuple[Any, ...]
LATER, TOGETHER = "repeated", "emptied_and_filled"


class _Household(NamedTuple):
    """A household that the sheet names: in words, what the register has, what the sheet says."""

    what: str
    former: list[RegisterEntry]
    people: list[Person]


class RegisterImport(SheetImport):
    """The import of the register."""

    kind = "register"
    columns = COLUMNS
    action = "register.imported"

    def __init__(self, by: Staff) -> None:
        super().__init__()
        self.community_id, self.now = by.community_id, clock.now()
        self.tree = Tree(by.community_id)
        self.former: defaultdict[UUID, list[RegisterEntry]] = defaultdict(list)
        self.households: dict[UUID, _Household] = {}
        self.has_phones = self.has_marks = False
        self.created: list[RegisterEntry] = []
        self.marked: list[tuple[RegisterEntry, bool | None]] = []
        self.removed: list[RegisterEntry] = []

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        self.tree = await load_tree(session, self.community_id)
        for ids in batches(await to_thread(self._named, lines)):
            for entry in await session.scalars(_entries(self.community_id, ids)):
                self.former[entry.household_id].append(entry)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        self.has_phones = any(line.has(PHONE) for line in lines[:1])
        self.has_marks = any(line.has(ADULT) for line in lines[:1])
        for line in lines:
            if (person := read_person(self.tree, line, report)) is not None:
                self._household(person.household_id, line).people.append(person)
        for household in self.households.values():
            self._judge(household, report)

    async def write(self, session: AsyncSession) -> None:
        ids = sorted(self.households)
        for batch in batches(ids):
            await _lock(session, self.community_id, batch)
        self._note()
        for gone in batches([entry.id for entry in self.removed]):
            await session.execute(
                delete(RegisterEntry).where(
                    RegisterEntry.community_id == self.community_id, RegisterEntry.id.in_(gone)
                )
            )
        for entry, is_adult in self.marked:
            entry.is_adult = is_adult
        written = 0
        for new in batches(self.created):
            await insert_in_batches(session, RegisterEntry, new)
            written += len(new)
            await self.tell_written(written, len(self.created))
        people = [person for household in self.households.values() for person in household.people]
        await mark_adults(session, self.community_id, people, self.journal)

    @classmethod
    async def undo(cls, session: AsyncSession, row: ImportRecord, journal: Journal) -> None:
        """Takes the register back. Raises ImportInUse once it has approved a residence in one of
        the households, and ImportChangedSince after a later import of them."""
        community_id = row.community_id
        await require_unused(session, row, journal)
        created = journal.created_in(RegisterEntry)
        await delete_created(session, RegisterEntry, community_id, created)
        await restore_changed(
            session, RegisterEntry, community_id, journal.changed_in(RegisterEntry)
        )
        await restore_removed(session, community_id, journal.removed_in(RegisterEntry))
        await unmark_adults(session, community_id, journal)

    def _named(self, lines: Sequence[Line]) -> list[UUID]:
        """Returns the households that the lines name."""
        nodes = (self.tree.find(line) for line in lines)
        return sorted({node.id for node in nodes if isinstance(node, Node)})

    def _household(self, household_id: UUID, line: Line) -> _Household:
        if household_id not in self.households:
            former = self.former[household_id]
            self.households[household_id] = _Household(words_of(line), former, [])
        return self.households[household_id]

    def _judge(self, household: _Household, report: Report) -> None:
        """Decides for one household who stays, comes and goes."""
        left = list(household.former)
        seen: dict[Index, int] = {}
        for person in household.people:
            if person.name is None:
                if len(household.people) > 1:
                    report.refuse(person.line, "name", TOGETHER)
                continue
            entry = self._entry(person)
            if (other := seen.setdefault(entry.person, person.line)) != person.line:
                report.refuse(person.line, "", LATER, other_line=other)
                continue
            self._match(person, entry, left, household.what)
        for entry in left:
            self.removed.append(entry)
            self.outcome.note(household.people[0].line, Effect.REMOVED, household.what)
        if not household.former and household.people[0].name is None:
            self.outcome.note(household.people[0].line, Effect.UNCHANGED, household.what)

    def _match(
        self, person: Person, entry: RegisterEntry, left: list[RegisterEntry], what: str
    ) -> None:
        """Finds the person among the former entries. Without a column of phones, a name is enough
        where one entry alone has it."""
        known = [one for one in left if self._is_same(one, entry)]
        if not known or (not self.has_phones and len(known) > 1):
            self.created.append(entry)
            self.outcome.note(person.line, Effect.CREATED, what)
            return
        left.remove(known[0])
        if self.has_marks and known[0].is_adult != person.is_adult:
            self.marked.append((known[0], person.is_adult))
            self.outcome.note(person.line, Effect.CHANGED, what)
        else:
            self.outcome.note(person.line, Effect.UNCHANGED, what)

    def _is_same(self, one: RegisterEntry, other: RegisterEntry) -> bool:
        return one.person == other.person if self.has_phones else one.named == other.named

    def _entry(self, person: Person) -> RegisterEntry:
        return RegisterEntry(
            community_id=self.community_id,
            household_id=person.household_id,
            name=person.name,
            phone=person.phone,
            is_adult=person.is_adult,
            imported_at=self.now,
        )

    def _note(self) -> None:
        """Notes in the journal what an undo needs."""
        self.journal.note_created(RegisterEntry, [entry.id for entry in self.created])
        for entry, is_adult in self.marked:
            before, after = {"is_adult": entry.is_adult}, {"is_adult": is_adult}
            self.journal.note_changed(RegisterEntry, entry.id, before, after)
        for entry in self.removed:
            values = {
                "id": entry.id,
                "household_id": entry.household_id,
                "name": shown(entry, RegisterEntry.name),
                "phone": shown(entry, RegisterEntry.phone),
                "is_adult": entry.is_adult,
                "imported_at": entry.imported_at,
            }
            self.journal.note_removed(RegisterEntry, values)
        for household_id in self.households:
            self.journal.touched.append(str(household_id))


def _entries(community_id: UUID, households: Collection[UUID]) -> Select[RegisterEntry]:
    return select(RegisterEntry).where(
        RegisterEntry.community_id == community_id, RegisterEntry.household_id.in_(households)
    )


async def _lock(session: AsyncSession, community_id: UUID, households: Sequence[UUID]) -> None:
    """Locks these households, in the order of ids, so that nobody merges or retires one."""
    await session.execute(
        select(Place.id)
        .where(Place.community_id == community_id, Place.id.in_(households))
        .order_by(Place.id)
        .with_for_update(key_share=True)
    )
