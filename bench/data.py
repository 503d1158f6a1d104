"""The data of a run: communities with activities and shifts, people with logins and tokens."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from sqlalchemy import insert, text

from app.communities.models import Community, Participant, Region
from app.identity.models import LoginSession, TokenAudience, User
from app.identity.tokens import Tokens
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Base, Database, open_engine
from app.service_records.models import Occasion
from app.volunteering.models import Activity, Shift, ShiftRole
from bench.check_ins import open_occasions
from bench.tickets import open_categories
from bench.voting import open_ballots

Rows = list[dict[str, Any]]
IdsByCommunity = Mapping[UUID, Sequence[UUID]]
COMMUNITIES = 5
SHIFTS_PER_ACTIVITY = 2
PLACES_PER_SHIFT = 2000
"""Places of an ordinary shift: enough that it has no waitlist."""
HOUR = timedelta(hours=1)
# Tables that are still empty are left out: their plans would be made for no rows, and stay.
ANALYZE = """
ANALYZE communities, users, sessions, participants, activities, shifts, shift_roles, occasions,
        topics, ballots, electoral_roll, roll_voters, service_categories, attendances
"""


@dataclass(frozen=True, slots=True)
class Size:
    people: int
    """People of the first community; each fifth of them lives also in the second, and so on."""
    activities: int
    """Activities of each community."""
    rushes: int
    """Shifts for which everybody signs up at once."""
    places: int
    """Places on each of those shifts."""
    ballots: int
    """Open ballots of each community; everybody there is on each roll. As many occasions have
    begun there."""
    crowd: int
    """People who are expected at each hot occasion."""


@dataclass(frozen=True, slots=True)
class Town:
    communities: Sequence[UUID]
    people: Sequence[UUID]
    shifts: IdsByCommunity
    rushed: Sequence[UUID]
    """The shifts of the first community for which everybody signs up."""
    topics: IdsByCommunity
    """Topics with an open ballot."""
    categories: IdsByCommunity
    """Categories of tickets."""
    occasions: IdsByCommunity
    """Occasions to check in to."""
    crowded: Sequence[UUID]
    """The occasions of the first community at which a crowd is expected."""
    crowd: Sequence[UUID]

    def pairs(self, ids: IdsByCommunity) -> Iterator[tuple[UUID, UUID, UUID]]:
        """Yields a community, a person of it and one of its `ids`: the communities in turn; nobody
        gets an id twice before they have got all of the community."""
        for number in count():
            turn, community = divmod(number, COMMUNITIES)
            people = self.people[community::COMMUNITIES]
            lap, person = divmod(turn, len(people))
            community_id = self.communities[community]
            choices = ids[community_id]
            yield community_id, people[person], choices[(person + lap) % len(choices)]


async def fill(url: str, size: Size) -> Town:
    """Inserts rows as the services would leave them, in one transaction."""
    engine = open_engine(url, pool_size=2)
    now = clock.now()
    regions, communities = _communities()
    homes = [row["id"] for row in communities]
    people = [uuid7() for _ in range(size.people)]
    activities, shifts, roles = _activities(homes, size, now)
    rushed = _rushed(homes[0], size, now)
    tables: list[tuple[type[Base], Rows]] = [
        *((Region, regions), (Community, communities), (User, _users(people, now))),
        *((LoginSession, _logins(people, now)), (Participant, _participants(homes, people, now))),
        *((Activity, activities + rushed[0]), (Shift, shifts + rushed[1])),
        (ShiftRole, roles + rushed[2]),
        (Occasion, [_occasion(shift) for shift in shifts + rushed[1]]),
    ]
    async with Database.of(engine).transaction() as session:
        await session.execute(text("SET LOCAL statement_timeout = 0"))
        for model, rows in tables:
            await session.execute(insert(model), rows)
        topics = await open_ballots(session, homes, size.ballots, now)
        categories = await open_categories(session, homes)
        present = {home: people[n::COMMUNITIES] for n, home in enumerate(homes)}
        occasions = await open_occasions(session, present, size.ballots, now)
        crowd = people[: size.crowd]
        crowded = await open_occasions(session, {homes[0]: crowd}, size.rushes, now)
        await session.execute(text(ANALYZE))
    await engine.dispose()
    ordinary: dict[UUID, list[UUID]] = {home: [] for home in homes}
    for shift in shifts:
        ordinary[shift["community_id"]].append(shift["id"])
    rushed_ids = [shift["id"] for shift in rushed[1]]
    several = (topics, categories, occasions)
    return Town(homes, people, ordinary, rushed_ids, *several, crowded[homes[0]], crowd)


def tokens_of(town: Town, tokens: Tokens) -> dict[UUID, str]:
    """Issues real tokens, which last a quarter of an hour. A login has the id of its user."""
    now = clock.now()
    return {user: tokens.issue(user, user, 1, TokenAudience.RESIDENT, now) for user in town.people}


def _communities() -> tuple[Rows, Rows]:
    regions, communities = [], []
    for n in range(COMMUNITIES):
        id_, name = uuid7(), f"测速第{n + 1}社区"
        regions.append(
            {"id": id_, "code": f"99{n:010d}", "kind": "community", "name": name}
            | {"path": [id_], "valid_from": clock.today()}
        )
        communities.append(
            {"id": uuid7(), "region_id": id_, "region_path": [id_], "short_number": n + 1}
            | {"name": name, "search_grams": [], "version": 1}
        )
    return regions, communities


def _users(people: Sequence[UUID], now: datetime) -> Rows:
    user = {"status": "active", "version": 1, "locale": "zh", "created_at": now}
    return [{"id": id_} | user for id_ in people]


def _logins(people: Sequence[UUID], now: datetime) -> Rows:
    login = {"audience": "linli-resident", "secret_hash": b"", "rotated_at": now, "created_at": now}
    return [{"user_id": id_, "id": id_} | login for id_ in people]


def _participants(homes: Sequence[UUID], people: Sequence[UUID], now: datetime) -> Rows:
    return [
        _participant(home, user, now)
        for n, home in enumerate(homes)
        for user in (people[n::COMMUNITIES] if n else people)
    ]


def _participant(home: UUID, user: UUID, now: datetime) -> dict[str, Any]:
    id_ = uuid7()
    name = Participant.display_name.seal_for(Participant, home, id_, "秀英")
    return {
        **{"community_id": home, "id": id_, "user_id": user, "entered_by": user},
        **{"channel": "self", "display_name_sealed": name, "kind": "resident"},
        **{"status": "active", "joined_at": now},
    }


def _activities(homes: Sequence[UUID], size: Size, now: datetime) -> tuple[Rows, Rows, Rows]:
    activities: Rows = []
    shifts: Rows = []
    roles: Rows = []
    for home in homes:
        for n in range(size.activities):
            starts_at = now + timedelta(days=2) + n * SHIFTS_PER_ACTIVITY * 2 * HOUR
            activities.append(activity := _activity(home, starts_at, SHIFTS_PER_ACTIVITY, now))
            for later in range(SHIFTS_PER_ACTIVITY):
                shifts.append(_shift(activity, starts_at + later * 2 * HOUR, now))
                roles.append(_role(shifts[-1], PLACES_PER_SHIFT))
    return activities, shifts, roles


def _rushed(home: UUID, size: Size, now: datetime) -> tuple[Rows, Rows, Rows]:
    """Makes one activity later than all others, so that no list of twenty shows it."""
    starts_at = now + timedelta(days=2) + size.activities * SHIFTS_PER_ACTIVITY * 2 * HOUR
    activity = _activity(home, starts_at, size.rushes, now)
    shifts = [_shift(activity, starts_at + n * 2 * HOUR, now) for n in range(size.rushes)]
    return [activity], shifts, [_role(shift, size.places) for shift in shifts]


def _activity(home: UUID, starts_at: datetime, shifts: int, now: datetime) -> dict[str, Any]:
    return {
        "community_id": home,
        "id": uuid7(),
        "title": "清扫楼道",
        "summary": "一起清扫三号楼的楼道，工具由社区提供",
        "description": "<p>请穿防滑的鞋。</p>",
        "category": "environment",
        "audience": "everyone",
        "risk_level": "low",
        "risk_statement": "楼道湿滑，注意脚下",
        "is_insured": False,
        "needs_review": False,
        "organiser": "社区居委会",
        "contact": "社区服务站窗口",
        "address": "3号楼前",
        "status": "published",
        "starts_at": starts_at,
        "ends_at": starts_at + shifts * 2 * HOUR,
        "published_at": now,
        "search_grams": [],
        "version": 2,
    }


def _shift(activity: Mapping[str, Any], starts_at: datetime, now: datetime) -> dict[str, Any]:
    return {
        "community_id": activity["community_id"],
        "id": uuid7(),
        "activity_id": activity["id"],
        "status": "open",
        "is_published": True,
        "audience": "everyone",
        "needs_review": False,
        "starts_at": starts_at,
        "ends_at": starts_at + 2 * HOUR,
        "signup_opens_at": now - timedelta(days=1),
        "signup_closes_at": starts_at - HOUR,
        "withdraw_until": starts_at - timedelta(days=1),
        "queued": 0,
        "version": 1,
    }


def _occasion(shift: Mapping[str, Any]) -> dict[str, Any]:
    shared = ("community_id", "id", "starts_at", "ends_at", "status")
    return {
        **{name: shift[name] for name in shared},
        "kind": "shift",
        "source_id": shift["activity_id"],
        "title": "清扫楼道",
        "code_key_sealed": bytes(32),
    }


def _role(shift: Mapping[str, Any], places: int) -> dict[str, Any]:
    return {
        "community_id": shift["community_id"],
        "id": uuid7(),
        "shift_id": shift["id"],
        "name": "",
        "requirement": "",
        "capacity": places,
        "taken": 0,
    }
