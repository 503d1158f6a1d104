"""A small estate for ballots: a building with two entrances, each with homes and people."""

from uuid import UUID

from app.communities.models import Participant, Place, PlaceKind
from app.kernel.database.engine import Database
from tests.factories import a_claim, a_household, a_participant, a_place


class Estate:
    """3栋 with two entrances of two homes each, and a couple in each home."""

    def __init__(self, database: Database, community_id: UUID) -> None:
        self.database, self.community = database, community_id
        self.homes: dict[str, Place] = {}
        self.people: dict[str, list[Participant]] = {}

    async def build(self) -> "Estate":
        self.grid = await a_place(
            self.database, self.community, name="第一网格", kind=PlaceKind.GRID
        )
        self.building = await a_place(self.database, self.community, parent=self.grid)
        self.entrances = {
            number: await a_place(
                self.database,
                self.community,
                name=f"{number}单元",
                kind=PlaceKind.ENTRANCE,
                parent=self.building,
            )
            for number in (1, 2)
        }
        for number, entrance in self.entrances.items():
            for door in ("101", "102"):
                name = f"{number}-{door}"
                self.homes[name] = await a_household(
                    self.database, self.community, name=door, building=entrance
                )
                self.people[name] = [await self.moves_in(name) for _ in range(2)]
        return self

    async def moves_in(self, name: str) -> Participant:
        """Returns a new resident of a home, whose age nobody has noted yet."""
        person = await a_participant(self.database, self.community)
        await a_claim(self.database, person, self.homes[name], approved=True)
        return person

    def of_entrance(self, number: int) -> list[Participant]:
        return [
            person
            for name, couple in self.people.items()
            for person in couple
            if name.startswith(f"{number}-")
        ]
