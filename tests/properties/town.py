"""A small community in which a sequence of acts happens: people, shifts that overlap, a leader, two
workers, points and a reward; and the clock, which only the sequence moves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from httpx import AsyncClient, Response

from app.communities.models import Participant, Role
from app.features import LISTENERS, SWEEPS
from app.kernel import clock
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_shift, an_activity, staff
from tests.now import NOW
from tests.service_records.rows import a_leader

PEOPLE = 4
SHIFTS = ((3, 1), (4, 1), (30, 2), (192, 1), (193, 2))
"""Hours until the start of each shift of two hours, and its places. The first two overlap, and the
last two."""
FEATURES = ("volunteering.", "service_records.")


@dataclass
class Town:
    http: AsyncClient
    database: Database
    community: UUID
    people: Sequence[Participant]
    leader: Participant
    workers: Sequence[UUID]
    activity: UUID
    shifts: Sequence[UUID]
    reward: UUID
    now: datetime = NOW
    acts: int = 0

    @property
    def here(self) -> str:
        return f"/v1/communities/{self.community}"

    @property
    def users(self) -> dict[UUID, UUID | None]:
        return {person.id: person.user_id for person in (*self.people, self.leader)}

    async def act(self, user: UUID | None, path: str, body: object = None) -> Response:
        """Does what a resident or a leader does. Any refusal will do, a fault will not."""
        return await self._send("POST", f"{self.here}{path}", lambda: as_(user, self._key()), body)

    async def at_desk(
        self, worker: int, path: str, body: object = None, method: str = "POST", tag: str = "*"
    ) -> Response:
        who = self.workers[worker]
        return await self._send(
            *(method, f"/admin{self.here}{path}"),
            lambda: as_admin(who, self._key()) | {"If-Match": tag},
            body,
        )

    async def _send(
        self, method: str, path: str, headers: Callable[[], dict[str, str]], body: object
    ) -> Response:
        with clock.frozen(self.now):
            answer = await self.http.request(method, path, headers=headers(), json=body)
        assert answer.status_code < 500, f"{method} {path}: {answer.text}"
        # What these acts send is well formed: a 422 would mean that they do nothing.
        assert answer.status_code != 422, f"{method} {path}: {answer.text}"
        return answer

    def _key(self) -> str:
        self.acts += 1
        return f"act-{self.acts:08}"

    async def work(self) -> None:
        """Lets the worker do what is due: sweeps, and what follows from events."""
        with clock.frozen(self.now):
            sweeps = [sweep for sweep in SWEEPS if sweep.name.startswith(FEATURES)]
            listeners = [one for one in LISTENERS if one.name.startswith(FEATURES)]
            await Worker(self.database, listeners, sweeps).run_once()


async def a_town(http: AsyncClient, database: Database) -> Town:
    """Makes the town at NOW."""
    with clock.frozen(NOW):
        community = await a_community(database)
        workers = [await staff(database, community, Role.COMMUNITY_ADMIN) for _ in range(2)]
        activity = await an_activity(database, community, published=True)
        shifts = [
            await a_shift(
                *(database, community), of=activity, places=places, starts_in=timedelta(hours=hours)
            )
            for hours, places in SHIFTS
        ]
        people = [await a_participant(database, community) for _ in range(PEOPLE)]
        leader = await a_participant(database, community)
        await a_leader(database, community, activity.id, leader.id)
    ids = [shift.id for shift in shifts]
    town = Town(
        http, database, community, people, leader, workers, activity.id, ids, reward=activity.id
    )
    await _with_points(town)
    return town


async def _with_points(town: Town) -> None:
    rate = {"is_enabled": True, "points_per_hour": 10, "expires_after_days": 30}
    answer = await town.at_desk(0, "/points/settings", rate, "PUT")
    assert answer.status_code == 200, answer.text
    reward = {"title": "购物袋", "cost": 10, "capacity": 1, "opens_at": NOW.isoformat()}
    made = await town.at_desk(0, "/rewards", reward)
    assert made.status_code == 201, made.text
    town.reward = UUID(made.json()["id"])
