"""The tree of Party organizations that an upload describes, merged with the existing one."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from app.communities.permissions import Staff
from app.kernel.database.search_terms import search_terms
from app.kernel.files.cells import Report, key_of
from app.kernel.files.imports import Effect, FieldChange, Outcome
from app.organizations.models import OrganizationKind, PartyOrganization
from app.organizations.organizations.placing import fits, placed
from app.organizations.ownership import Ownership

Owners = tuple[UUID | None, UUID | None]
Key = tuple[str, UUID | None, Owners]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line with valid cells, and the rows that they name."""

    number: int
    name: str
    kind: OrganizationKind
    parent: str | None
    """Name of the parent; '' at the root, None where the sheet does not have the column."""
    work_unit_id: UUID | None
    community_id: UUID | None
    owner: UUID | None
    """The community whose administrators own the entry."""

    @property
    def key(self) -> str:
        """The form in which its name is compared."""
        return key_of(self.name)

    @property
    def parent_key(self) -> str:
        return key_of(self.parent or "")

    @property
    def owners(self) -> Owners:
        return self.work_unit_id, self.community_id


class _Stays(NamedTuple):
    """Stands for the parent of an organization that stays below it."""

    row: PartyOrganization


@dataclass(slots=True)
class Tree:
    by: Staff
    ownership: Ownership
    outcome: Outcome
    kind_header: str = ""
    """The sheet's own word for the kind."""
    named: defaultdict[str, list[PartyOrganization]] = field(
        default_factory=lambda: defaultdict(list)
    )
    existing: dict[Key, PartyOrganization] = field(default_factory=dict)
    seen: dict[Key, int] = field(default_factory=dict)
    """The line that names each organization."""
    created: list[PartyOrganization] = field(default_factory=list)
    new_ids: set[UUID] = field(default_factory=set)
    changed: list[tuple[PartyOrganization, OrganizationKind]] = field(default_factory=list)

    def grow(
        self, existing: Iterable[PartyOrganization], entries: Sequence[Entry], report: Report
    ) -> None:
        """Puts each entry below its parent. An entry waits until every entry with the name of its
        parent has been handled."""
        for row in existing:
            self._put(row)
        untaken = Counter(entry.key for entry in entries)
        waiting: defaultdict[str, list[Entry]] = defaultdict(list)
        ready: deque[Entry] = deque()
        for entry in entries:
            (waiting[entry.parent_key] if untaken[entry.parent_key] else ready).append(entry)
        while ready:
            entry = ready.popleft()
            self._take(entry, report)
            untaken[entry.key] -= 1
            if not untaken[entry.key]:
                ready.extend(waiting.pop(entry.key, ()))
        for entry in (entry for left in waiting.values() for entry in left):
            report.refuse(entry.number, "parent", "circular")

    def _take(self, entry: Entry, report: Report) -> None:
        parents = self._parents(entry)
        if len(parents) != 1:
            code = "ambiguous_parent" if parents else "unknown_parent"
            return report.refuse(entry.number, "parent", code)
        [parent] = parents
        if not self.ownership.are_covered(self.by, entry.owner):
            return report.refuse(entry.number, "", "not_yours")
        if isinstance(parent, _Stays):
            return self._match(entry, parent.row, parent.row.parent_id, None, report)
        if not fits(entry.kind, parent):
            return report.refuse(entry.number, "kind", "misplaced")
        parent_id = parent.id if parent else None
        row = self.existing.get((entry.key, parent_id, entry.owners))
        return self._match(entry, row, parent_id, parent, report)

    def _parents(self, entry: Entry) -> "Sequence[PartyOrganization | _Stays | None]":
        """Returns the possible parents: of several with the name, those of the same unit or
        community. A sheet without the column leaves an organization where it is, and puts a new
        one at the root."""
        if entry.parent is None:
            rows = [row for row in self._owned(entry, entry.key) if row.id not in self.new_ids]
            return [_Stays(row) for row in rows] or [None]
        if not entry.parent:
            return [None]
        candidates = self.named[entry.parent_key]
        if len(candidates) > 1:
            candidates = self._owned(entry, entry.parent_key) or candidates
        return candidates

    def _owned(self, entry: Entry, key: str) -> list[PartyOrganization]:
        return [row for row in self.named[key] if _owners(row) == entry.owners]

    def _match(
        self,
        entry: Entry,
        row: PartyOrganization | None,
        parent_id: UUID | None,
        parent: PartyOrganization | None,
        report: Report,
    ) -> None:
        """Compares the entry with its row, or creates one."""
        key = (entry.key, parent_id, entry.owners)
        if (other := self.seen.setdefault(key, entry.number)) != entry.number:
            return report.refuse(entry.number, "name", "repeated", other_line=other)
        if row is None:
            self._create(entry, parent)
            return self.outcome.note(entry.number, Effect.CREATED, entry.name)
        if row.kind is entry.kind:
            return self.outcome.note(entry.number, Effect.UNCHANGED, entry.name)
        self.changed.append((row, entry.kind))
        change = FieldChange(self.kind_header, row.kind.value, entry.kind.value)
        return self.outcome.note(entry.number, Effect.CHANGED, entry.name, [change])

    def _create(self, entry: Entry, parent: PartyOrganization | None) -> None:
        row = PartyOrganization(
            **placed(parent),
            kind=entry.kind,
            name=entry.name,
            parent_id=parent.id if parent else None,
            work_unit_id=entry.work_unit_id,
            community_id=entry.community_id,
            search_grams=search_terms(entry.name),
            version=1,
        )
        self.created.append(row)
        self.new_ids.add(row.id)
        self._put(row)

    def _put(self, row: PartyOrganization) -> None:
        key = key_of(row.name)
        self.named[key].append(row)
        self.existing[(key, row.parent_id, _owners(row))] = row


def _owners(row: PartyOrganization) -> Owners:
    return row.work_unit_id, row.community_id
