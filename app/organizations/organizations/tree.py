"""The tree of Party organizations that an upload describes, merged with the existing one."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from app.communities.permissions import Staff
from app.kernel.database.search_terms import search_terms
from app.kernel.files.csv import Report
from app.organizations.models import OrganizationKind, PartyOrganization
from app.organizations.organizations.placing import fits, placed
from app.organizations.ownership import Ownership

Key = tuple[str, UUID | None, UUID | None, UUID | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line with valid cells, and the rows that they name."""

    number: int
    name: str
    kind: OrganizationKind
    parent: str
    """Name of the parent; '' at the root."""
    work_unit_id: UUID | None
    community_id: UUID | None
    owner: UUID | None
    """The community whose administrators own the entry."""


@dataclass(slots=True)
class Tree:
    by: Staff
    ownership: Ownership
    named: defaultdict[str, list[PartyOrganization]] = field(
        default_factory=lambda: defaultdict(list)
    )
    existing: dict[Key, PartyOrganization] = field(default_factory=dict)
    seen: set[Key] = field(default_factory=set)
    created: list[PartyOrganization] = field(default_factory=list)
    changed: list[tuple[PartyOrganization, OrganizationKind]] = field(default_factory=list)
    unchanged: int = 0

    def grow(
        self, existing: Iterable[PartyOrganization], entries: Sequence[Entry], report: Report
    ) -> None:
        """Puts each entry below its parent. An entry waits until every entry with the name of its
        parent has been handled."""
        for row in existing:
            self._put(row)
        untaken = Counter(entry.name for entry in entries)
        waiting: defaultdict[str, list[Entry]] = defaultdict(list)
        ready: deque[Entry] = deque()
        for entry in entries:
            (waiting[entry.parent] if untaken[entry.parent] else ready).append(entry)
        while ready:
            entry = ready.popleft()
            self._take(entry, report)
            untaken[entry.name] -= 1
            if not untaken[entry.name]:
                ready.extend(waiting.pop(entry.name, ()))
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
        if not fits(entry.kind, parent):
            return report.refuse(entry.number, "kind", "misplaced")
        self._match(entry, parent, report)

    def _parents(self, entry: Entry) -> list[PartyOrganization | None]:
        """Returns the possible parents: of several with the name, those of the same unit or
        community."""
        if not entry.parent:
            return [None]
        candidates = self.named[entry.parent]
        if len(candidates) > 1:
            ours = [
                row
                for row in candidates
                if _owners(row) == (entry.work_unit_id, entry.community_id)
            ]
            candidates = ours or candidates
        return list(candidates)

    def _match(self, entry: Entry, parent: PartyOrganization | None, report: Report) -> None:
        """Matches the entry with its row, or creates one."""
        key = (entry.name, parent.id if parent else None, entry.work_unit_id, entry.community_id)
        if key in self.seen:
            return report.refuse(entry.number, "name", "repeated")
        self.seen.add(key)
        if (row := self.existing.get(key)) is None:
            self._create(entry, parent)
        elif row.kind is entry.kind:
            self.unchanged += 1
        else:
            self.changed.append((row, entry.kind))

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
        self._put(row)

    def _put(self, row: PartyOrganization) -> None:
        self.named[row.name].append(row)
        self.existing[(row.name, row.parent_id, *_owners(row))] = row


def _owners(row: PartyOrganization) -> tuple[UUID | None, UUID | None]:
    return row.work_unit_id, row.community_id
