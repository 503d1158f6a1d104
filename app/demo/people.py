"""Who lives in the demo town: most by the roll, some still to be reviewed, some without a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.models import Participant
from app.communities.participants import service as participants
from app.communities.participants.schemas import DeskJoin
from app.communities.register import imports as register
from app.communities.residence import service as residence
from app.communities.residence.schemas import ResidenceClaimIn
from app.demo.texts import GIVEN, SURNAMES
from app.demo.town import WITNESS, Home, Neighbourhood
from app.identity.consents import service as consents
from app.identity.consents.schemas import ConsentDecision
from app.identity.consents.texts import TEXTS
from app.identity.models import Purpose, User
from app.identity.sessions.queries import user_of_wechat
from app.integrations.wechat.simulator.people import openid_of, phone_of
from app.kernel import clock

GUESTS = (
    ("resident", "居民，已核验住所"),
    ("neighbour", "居民，已核验住所，住在隔壁"),
    ("newcomer", "访客，居住核验待审核"),
)
"""Aliases as whom one logs in (`sim:resident`), and who they are. All in the first community."""
DESK = 7
"""One in so many has no phone and is known at the desk."""
VISITORS = 9
"""One in so many has not claimed a home."""
UNKNOWN = 11
"""One in so many is not on the roll, so their claim waits for review."""


class _Told(NamedTuple):
    openid: str
    unionid: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """As they are before the town knows them."""

    n: int
    alias: str
    name: str
    home: Home
    phone: str

    @property
    def is_guest(self) -> bool:
        return self.n < len(GUESTS)

    @property
    def at_the_desk(self) -> bool:
        return not self.is_guest and self.n % DESK == 0

    @property
    def visits(self) -> bool:
        return not self.is_guest and self.n % VISITORS == 0

    @property
    def on_roll(self) -> bool:
        return self.alias != "newcomer" and self.n % UNKNOWN != 3


def people_of(here: Neighbourhood, first: int, many: int, chance: Random) -> list[Person]:
    """Numbers that no operator assigns (+86 10), names that nobody bears. The first community
    begins with the guests."""
    people = []
    for n in range(first, first + many):
        guest = GUESTS[n][0] if n < len(GUESTS) else f"person-{n}"
        name = chance.choice(SURNAMES) + chance.choice(GIVEN)
        home = here.homes[n % len(here.homes)]
        people.append(Person(n, guest, name, home, f"+86{phone_of(guest)}"))
    return people


async def enrol_roll(session: AsyncSession, here: Neighbourhood, people: Sequence[Person]) -> None:
    """The community's own register, as its staff import it."""
    lines = [
        ",".join((*person.home.path, person.name, person.phone))
        for person in people
        if person.on_roll
    ]
    sheet = "\n".join(["网格,楼栋,单元,门户,姓名,手机", *lines])
    await register.import_csv(session, sheet.encode(), by=here.staff)


async def settle(
    session: AsyncSession, here: Neighbourhood, people: Sequence[Person], appid: str
) -> list[UUID]:
    """Each by their own acts, or by the desk's; as participants."""
    return [await _settle_one(session, here, person, appid) for person in people]


async def _settle_one(
    session: AsyncSession, here: Neighbourhood, person: Person, appid: str
) -> UUID:
    if person.at_the_desk:
        return await _at_the_desk(session, here, person)
    told = _Told(openid_of(appid, person.alias))
    user = await user_of_wechat(session, appid, told, clock.now())
    shown = person.name[0] + "邻居"
    me = await participants.join(session, here.id, user.id, shown)
    if not person.visits:
        await _move_in(session, user, me, person)
    return me.id


async def _move_in(session: AsyncSession, user: User, me: Participant, person: Person) -> None:
    for purpose in (Purpose.PHONE, Purpose.RESIDENCE):
        decision = ConsentDecision(is_granted=True, text_version=TEXTS[purpose].version)
        await consents.decide(session, user.id, purpose, decision)
    user.phone = person.phone
    wanted = ResidenceClaimIn(household_id=person.home.id, real_name=person.name)
    await residence.submit(session, me.community_id, ActingFor.participant(me), wanted)


async def _at_the_desk(session: AsyncSession, here: Neighbourhood, person: Person) -> UUID:
    desk = DeskJoin(
        display_name=person.name[0] + "奶奶",
        real_name=person.name,
        has_paper_consent=True,
        witness=WITNESS,
    )
    return (await participants.join_at_desk(session, here.id, desk.acting(here.staff), desk)).id
