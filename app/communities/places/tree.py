"""The tree of a community's places by their names, in which lines of an upload are looked up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize
from uuid import UUID

from app.communities.models import Place, PlaceKind
from app.kernel.database.columns import uuid7
from app.kernel.files.cells import Column, Line, key_of

COLUMNS = (
    Column(PlaceKind.GRID, "网格", max_length=40, is_required=False),
    Column(
        PlaceKind.BUILDING, "楼栋", max_length=40, aliases=("楼号", "楼栋号", "幢", "栋", "楼幢")
    ),
    Column(PlaceKind.ENTRANCE, "单元", max_length=40, is_required=False, aliases=("单元号",)),
    Column(
        PlaceKind.HOUSEHOLD,
        "房号",
        max_length=40,
        is_required=False,
        aliases=("门户", "房间号", "户号", "室号", "门牌", "门牌号"),
    ),
)
"""Columns of a place. Empty cells are skipped: a building may have households without entrances.
A sheet without the grid leaves each building in its grid."""


class Node(NamedTuple):
    kind: PlaceKind
    path: tuple[UUID, ...]
    is_retired: bool = False

    @property
    def id(self) -> UUID:
        return self.path[-1]


class Misfit(NamedTuple):
    """Fault of the places of a line: the column, and the code of the fault."""

    kind: PlaceKind
    code: str


@dataclass(slots=True)
class Tree:
    community_id: UUID
    nodes: dict[tuple[UUID | None, str], Node] = field(default_factory=dict)
    buildings: dict[str, list[Node]] = field(default_factory=dict)
    """The buildings of each name, in whatever grid or outside."""
    created: list[Place] = field(default_factory=list)
    """New places, parents before children."""

    @classmethod
    def of(
        cls, community_id: UUID, rows: Iterable[tuple[PlaceKind, str, list[UUID], bool]]
    ) -> "Tree":
        tree = cls(community_id)
        # Of two places with names alike, one of them retired, the other one is meant.
        for kind, name, path, is_retired in sorted(rows, key=lambda row: not row[3]):
            parent_id = path[-2] if len(path) > 1 else None
            tree._put((parent_id, key_of(name)), Node(kind, tuple(path), is_retired))
        return tree

    def find(self, line: Line) -> Node | Misfit:
        """Returns the last place that the line names, or what is wrong: one is unknown or retired,
        or several buildings have the name."""
        node: Node | None = None
        for kind, name in _steps(line):
            found = self._below(node, kind, name)
            if isinstance(found, Misfit):
                return found
            if found is None or found.kind is not kind:
                return Misfit(kind, "unknown_place")
            if found.is_retired:
                return Misfit(kind, "retired_place")
            node = found
        return node or Misfit(PlaceKind.BUILDING, "missing")

    def grow(self, line: Line) -> Misfit | None:
        """Adds the missing places of the line. Returns what is wrong, if anything is: a place of
        another kind has the name, a place is retired, or a building stands inside and outside a
        grid."""
        node: Node | None = None
        for kind, name in _steps(line):
            found = self._below(node, kind, name)
            if kind is PlaceKind.BUILDING and self._is_elsewhere(line, node, found, name):
                return Misfit(kind, "inside_and_outside_grid")
            if isinstance(found, Misfit):
                return found
            found = found or self._add(kind, name, node.path if node else ())
            if found.kind is not kind:
                return Misfit(kind, "name_taken")
            if found.is_retired:
                return Misfit(kind, "retired_place")
            node = found
        return None

    def _below(self, above: Node | None, kind: PlaceKind, name: str) -> Node | Misfit | None:
        """Returns the place of the name; a building without a grid is looked for in all of them
        where none stands outside."""
        key = key_of(name)
        found = self.nodes.get((above and above.id, key))
        if found is not None or above is not None or kind is not PlaceKind.BUILDING:
            return found
        namesakes = self.buildings.get(key, [])
        if len(namesakes) > 1:
            return Misfit(kind, "ambiguous_place")
        return namesakes[0] if namesakes else None

    def _is_elsewhere(
        self, line: Line, grid: Node | None, found: Node | Misfit | None, name: str
    ) -> bool:
        """Returns whether the line puts a building into a grid that stands outside of all, or out
        of its grid. A sheet without the grid leaves it where it is."""
        if grid is None:
            stays = isinstance(found, Node) and len(found.path) == 1
            return line.has(PlaceKind.GRID) and found is not None and not stays
        namesakes = self.buildings.get(key_of(name), ())
        return found is None and any(len(node.path) == 1 for node in namesakes)

    def _add(self, kind: PlaceKind, name: str, above: tuple[UUID, ...]) -> Node:
        parent_id = above[-1] if above else None
        node = Node(kind, (*above, uuid7()))
        self._put((parent_id, key_of(name)), node)
        place = Place(
            community_id=self.community_id,
            id=node.id,
            kind=kind,
            name=normalize("NFKC", name),
            parent_id=parent_id,
            path=list(node.path),
        )
        self.created.append(place)
        return node

    def _put(self, key: tuple[UUID | None, str], node: Node) -> None:
        self.nodes[key] = node
        if node.kind is PlaceKind.BUILDING and not node.is_retired:
            self.buildings.setdefault(key[1], []).append(node)


def words_of(line: Line) -> str:
    """Returns the path that the line names, in words."""
    return " ".join(name for _, name in _steps(line))


def _steps(line: Line) -> Iterator[tuple[PlaceKind, str]]:
    return ((kind, line[kind]) for kind in PlaceKind if line[kind])
