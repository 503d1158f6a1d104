"""The tree of a community's places by their names, in which lines of an upload are looked up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from app.communities.models import Place, PlaceKind
from app.kernel.database.columns import uuid7
from app.kernel.files.csv import Column, Line

COLUMNS = (
    Column(PlaceKind.GRID, "网格", max_length=40, is_required=False),
    Column(PlaceKind.BUILDING, "楼栋", max_length=40),
    Column(PlaceKind.ENTRANCE, "单元", max_length=40, is_required=False),
    Column(PlaceKind.HOUSEHOLD, "门户", max_length=40, is_required=False),
)
"""Columns of a place. Empty cells are skipped: a building may have households without entrances."""


class Node(NamedTuple):
    kind: PlaceKind
    path: tuple[UUID, ...]

    @property
    def id(self) -> UUID:
        return self.path[-1]


@dataclass(slots=True)
class Tree:
    community_id: UUID
    nodes: dict[tuple[UUID | None, str], Node] = field(default_factory=dict)
    created: list[Place] = field(default_factory=list)
    """New places, parents before children."""

    @classmethod
    def of(cls, community_id: UUID, rows: Iterable[tuple[PlaceKind, str, list[UUID]]]) -> "Tree":
        tree = cls(community_id)
        for kind, name, path in rows:
            parent_id = path[-2] if len(path) > 1 else None
            tree.nodes[parent_id, name] = Node(kind, tuple(path))
        return tree

    def find(self, line: Line) -> Node | None:
        """Returns the last place that the line names; None unless all its places exist."""
        node: Node | None = None
        for kind, name in _steps(line):
            node = self.nodes.get((node and node.id, name))
            if node is None or node.kind is not kind:
                return None
        return node

    def grow(self, line: Line) -> PlaceKind | None:
        """Adds the missing places of the line. Returns the kind whose name a place of another kind
        has at the same position, if there is one."""
        path: tuple[UUID, ...] = ()
        for kind, name in _steps(line):
            key = (path[-1] if path else None, name)
            node = self.nodes.get(key) or self._add(kind, name, path)
            if node.kind is not kind:
                return kind
            path = node.path
        return None

    def _add(self, kind: PlaceKind, name: str, above: tuple[UUID, ...]) -> Node:
        parent_id = above[-1] if above else None
        node = Node(kind, (*above, uuid7()))
        self.nodes[parent_id, name] = node
        place = Place(
            community_id=self.community_id,
            id=node.id,
            kind=kind,
            name=name,
            parent_id=parent_id,
            path=list(node.path),
        )
        self.created.append(place)
        return node


def _steps(line: Line) -> Iterator[tuple[PlaceKind, str]]:
    return ((kind, line[kind]) for kind in PlaceKind if line[kind])
