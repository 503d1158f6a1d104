"""People of the demo town: most stand in the register, some wait for review, some have no phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.models import AgeBand, Participant
from app.communities.participants import service as participants
from app.communities.participants.schemas import DeskJoin
from app.communities.register.imports import RegisterImport
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
from app.kernel.files.imports import run_import

GUESTS = (
    ("resident", "居民，已核验住所"),
    ("neighbour", "居民，已核验住所，住在隔壁"),
    ("newcomer", "访客，居住核验待审核"),
)
"""Aliases to log in with (`sim:resident`), and who they are; all in the first community."""
DESK_EVERY = 7
"""One person in seven has no phone and joins at the desk."""
VISITOR_EVERY = 9
"""One person in nine has not claimed a home."""
UNREGISTERED_EVERY = 11
"""One person in eleven is not in the register, so their residence claim waits for review."""


class WechatAccount(NamedTuple):
    """The answer of a login through WeChat."""

    openid: str
    unionid: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody before they have joined; `n` decides what becomes of them."""

    n: int
    alias: str
    name: str
    home: Home
    phone: str

    @property
    def is_guest(self) -> bool:
        return self.n < len(GUESTS)

    @property
    def has_no_phone(self) -> bool:
        return not self.is_guest and self.n % DESK_EVERY == 0

    @property
    def is_visitor(self) -> bool:
        return not self.is_guest and self.n % VISITOR_EVERY == 0

    @property
    def is_registered(self) -> bool:
        return self.alias != "newcomer" and self.n % UNREGISTERED_EVERY != 3


def people_of(here: Neighbourhood, first: int, count: int, rng: Random) -> list[Person]:
    """Invent people from number `first` on. Their phone numbers (+86 10) belong to no operator,
    their names to nobody; the first community begins with the guests."""
    people = []
    for n in range(first, first + count):
        guest = GUESTS[n][0] if n < len(GUESTS) else f"person-{n}"
        name = rng.choice(SURNAMES) + rng.choice(GIVEN)
        home = here.homes[n % len(here.homes)]
        people.append(Person(n, guest, name, home, f"+86{phone_of(guest)}"))
    return people


async def import_register(
    session: AsyncSession, here: Neighbourhood, people: Sequence[Person]
) -> None:
    """Import the community's register, as its staff would."""
    lines = [
        ",".join((*person.home.path, person.name, person.phone, "是"))
        for person in people
        if person.is_registered
    ]
    sheet = "\n".join(["网格,楼栋,单元,房号,姓名,手机,成年", *lines])
    await run_import(session, sheet.encode(), RegisterImport(here.staff), by=here.staff)


async def settle(
    session: AsyncSession, here: Neighbourhood, people: Sequence[Person], appid: str
) -> list[UUID]:
    """Let each join by their own acts or through the desk; returns the participants' ids."""
    return [await _settle_one(session, here, person, appid) for person in people]


async def _settle_one(
    session: AsyncSession, here: Neighbourhood, person: Person, appid: str
) -> UUID:
    if person.has_no_phone:
        return await _join_at_desk(session, here, person)
    account = WechatAccount(openid_of(appid, person.alias))
    user = await user_of_wechat(session, appid, account, clock.now())
    display_name = person.name[0] + "邻居"
    participant = await participants.join(session, here.id, user.id, display_name)
    if not person.is_visitor:
        await _move_in(session, user, participant, person)
        await participants.note_age_band(session, participant, AgeBand.ADULT, by=here.staff)
    return participant.id


async def _move_in(
    session: AsyncSession, user: User, participant: Participant, person: Person
) -> None:
    for purpose in (Purpose.PHONE, Purpose.RESIDENCE):
        decision = ConsentDecision(is_granted=True, text_version=TEXTS[purpose].version)
        await consents.decide(session, user.id, purpose, decision)
    user.phone = person.phone
    claim = ResidenceClaimIn(household_id=person.home.id, real_name=person.name)
    await residence.submit(
        session, participant.community_id, ActingFor.participant(participant), claim
    )


async def _join_at_desk(session: AsyncSession, here: Neighbourhood, person: Person) -> UUID:
    desk = DeskJoin(
        display_name=person.name[0] + "奶奶",
        real_name=person.name,
        has_paper_consent=True,
        witness=WITNESS,
    )
    return (await participants.join_at_desk(session, here.id, desk.acting(here.staff), desk)).id
