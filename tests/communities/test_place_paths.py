"""Paths of places in words, from the building on."""

from httpx import AsyncClient

from app.communities.models import PlaceKind
from app.communities.places.names import place_paths
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from tests.factories import a_community, a_household, a_place


async def test_a_path_begins_with_the_building_and_a_grid_is_named_alone(
    http: AsyncClient, database: Database
) -> None:
    community = await a_community(database)
    grid = await a_place(database, community, kind=PlaceKind.GRID, name="一网格")
    building = await a_place(database, community, name="3号楼", parent=grid)
    entrance = await a_place(
        database, community, name="2单元", kind=PlaceKind.ENTRANCE, parent=building
    )
    household = await a_household(database, community, building=entrance, name="502")
    foreign = await a_place(database, await a_community(database))
    async with database.transaction() as session:
        ids = [grid.id, building.id, household.id, foreign.id, uuid7()]
        assert await place_paths(session, community, ids) == {
            grid.id: "一网格",
            building.id: "3号楼",
            household.id: "3号楼 2单元 502",
        }
        assert await place_paths(session, community, []) == {}
