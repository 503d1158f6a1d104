"""Capacity and the queue for it: counted on a locked row, bounded by a constraint."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from app.kernel.errors import Conflict, Text
from app.kernel.members import number


class CapacityTaken(Conflict):
    """Tells `taken`."""

    code = "capacity_taken"
    title = Text("名额不能少于已占用的人数", "More places are taken than that")
    members = {
        "taken": number("Places that are taken.", 12),
    }


class Capacity:
    """Mix-in of a row with a capacity. It changes only while the row, or its parent, is locked."""

    capacity: Mapped[int]
    taken: Mapped[int]

    @property
    def has_room(self) -> bool:
        return self.taken < self.capacity

    @property
    def remaining(self) -> int:
        return self.capacity - self.taken

    def take(self) -> None:
        """Ask `has_room` first: the constraint refuses one too many."""
        self.taken += 1

    def give_back(self) -> None:
        self.taken -= 1

    def resize(self, capacity: int) -> None:
        """Change the capacity; CapacityTaken below what is taken, which would break a promise."""
        if capacity < self.taken:
            raise CapacityTaken(taken=self.taken)
        self.capacity = capacity


def bounded() -> CheckConstraint:
    """Table argument of what has Capacity: never more taken than there is."""
    return CheckConstraint("taken BETWEEN 0 AND capacity", name="places")


@dataclass(slots=True)
class LockedCapacity:
    """Capacity of a locked row in a hot lane; each command of the group may take some of it."""

    id: UUID
    capacity: int
    taken: int
    has_moved: bool = False

    def take(self) -> bool:
        """Take a place. Returns False where none is left."""
        if self.taken >= self.capacity:
            return False
        self.taken += 1
        self.has_moved = True
        return True


class Queue:
    """Mix-in of what has a line: positions are given in order, under its lock, never again."""

    queued: Mapped[int]
    """The last position given."""

    def next_position(self) -> int:
        self.queued += 1
        return self.queued
