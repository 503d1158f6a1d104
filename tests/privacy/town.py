"""A busy town, made over HTTP: 200 voters, 30 members of the Party, tickets of all kinds, residence
claims, desk acts; with what nobody who steals its database may learn."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from httpx import AsyncClient, Response
from pydantic_core import to_json

from app.communities.models import Participant, Place, Role
from app.consultations.models import Ballot
from app.identity.consents.texts import TEXTS
from app.identity.models import Purpose, TokenAudience, User
from app.integrations.wechat.simulator.people import openid_of
from app.kernel import clock
from app.kernel.database.engine import Database
from app.organizations.models import PartyOrganization
from app.worker import Worker
from tests.client import as_, as_admin
from tests.consultations.ballots import a_ballot
from tests.double_reporting.members import a_liaison, a_post, an_organization
from tests.factories import (
    a_community,
    a_household,
    a_login,
    a_shift,
    a_topic,
    participants,
    staff,
)
from tests.feedback.rows import a_category, a_department
from tests.identity.wechat import Wechat
from tests.now import NOW
from tests.privacy.dump import Dump, Row
from tests.wechat.sim import APPID

NEIGHBOURS, VOTERS, MEMBERS, LEAVERS = 60, 200, 30, 8
PAUSE = timedelta(seconds=41)
"""The time between two acts, so that each has an instant of its own."""
OPTIONS = [
    {"lift": lift, "colour": colour} for lift in ("yes", "no") for colour in ("red", "green")
]
WITNESS, REASON = "诸葛见证甲", "缘由词玳瑁"


@dataclass
class Neighbour:
    """One resident, with what is theirs."""

    number: int
    user: UUID
    participant: UUID
    phone: str = ""

    @property
    def openid(self) -> str:
        return openid_of(APPID, f"n{self.number}")

    @property
    def nickname(self) -> str:
        return f"云雀{self.number:03d}号"

    @property
    def display_name(self) -> str:
        return f"青松{self.number:03d}户"

    @property
    def real_name(self) -> str:
        return f"欧阳试{chr(0x4E80 + self.number)}"

    @property
    def words(self) -> str:
        return f"私语{self.number:03d}琥珀"

    @property
    def secrets(self) -> tuple[str, ...]:
        own = (self.nickname, self.display_name, self.real_name, self.words, self.openid)
        return own + self.phones

    @property
    def phones(self) -> tuple[str, ...]:
        return (self.phone,) if self.phone else ()


@dataclass
class Town:
    http: AsyncClient
    database: Database
    wechat: Wechat
    community: UUID = field(init=False)
    neighbours: list[Neighbour] = field(default_factory=list)
    others: list[Participant] = field(default_factory=list)
    choices: dict[UUID, Mapping[str, str]] = field(default_factory=dict)
    """The choices of each participant."""
    organizations: list[PartyOrganization] = field(default_factory=list)
    organization_of: dict[UUID, UUID] = field(default_factory=dict)
    """The organization of each registration."""
    member_of: dict[UUID, UUID] = field(default_factory=dict)
    """The participant of each registration."""
    author_of: dict[UUID, UUID] = field(default_factory=dict)
    """The participant of each private ticket."""
    requests: list[bytes] = field(default_factory=list)
    """Every request that voted, as the service may have hashed it."""
    now: Any = NOW

    @property
    def members(self) -> set[UUID]:
        return set(self.member_of.values())

    @contextmanager
    def later(self) -> Iterator[None]:
        self.now += PAUSE
        with clock.frozen(self.now):
            yield

    async def build(self) -> None:
        await self._found()
        for number in range(NEIGHBOURS):
            await self._move_in(number)
        self.others = await participants(self.database, self.community, VOTERS - NEIGHBOURS)
        await self._vote()
        await self._report()
        await self._complain()
        await self._at_the_desk()
        await self._follow_up()

    # ------------------------------------------------------------ who acts

    async def act(
        self, who: Neighbour | UUID, method: str, path: str, body: object = None
    ) -> Response:
        """Calls an operation of a resident or, where `who` is an id, of an administrator."""
        with self.later():
            headers = as_admin(who) if isinstance(who, UUID) else as_(who.user)
            prefix = "/admin" if isinstance(who, UUID) else ""
            url = f"{prefix}/v1/{path}".replace("{c}", f"communities/{self.community}")
            answer = await self.http.request(
                method, url, json=body, headers=headers | {"Idempotency-Key": uuid4().hex}
            )
        assert answer.is_success, (method, url, answer.status_code, answer.text)
        return answer

    async def _follow_up(self) -> None:
        """Lets the worker do what follows, soon after."""
        self.now += timedelta(seconds=1)
        with clock.frozen(self.now):
            await Worker(self.database).run_once()

    # ------------------------------------------------------------ what happens

    async def _found(self) -> None:
        here = self.community = await a_community(self.database)
        self.worker, self.reader = [await staff(self.database, here) for _ in range(2)]
        self.party = await staff(self.database, here, Role.PARTY_ADMIN)
        self.handler = await staff(self.database, here, Role.HANDLER)
        self.department = await a_department(self.database, here, member=self.handler)
        self.category = await a_category(self.database, here)
        self.households: list[Place] = [await a_household(self.database, here) for _ in range(8)]
        for _ in range(5):
            organization = await an_organization(self.database, here)
            await a_liaison(self.database, organization)
            self.organizations.append(organization)
        self.post = await a_post(self.database, here, places=40)
        self.topic = await a_topic(self.database, here)
        self.shift = await a_shift(self.database, here, places=60, starts_in=timedelta(days=9))

    async def _move_in(self, number: int) -> None:
        """Logs in through WeChat, joins, consents, verifies a phone, claims a household."""
        code = await self.wechat.a_login(f"n{number}")
        with self.later():
            login = await self.http.post(
                "/v1/auth/wechat/sessions", json={"code": code, "device": f"device-{number:08d}"}
            )
        assert login.status_code == 201, login.text
        user = UUID(login.json()["user"]["id"])
        one = Neighbour(number, user, user)
        async with self.database.transaction() as session:
            # A second login, whose id is that of the user, as `as_` wants it.
            session.add(a_login(await session.get_one(User, user), TokenAudience.RESIDENT))
        await self.act(one, "PUT", "me", {"nickname": one.nickname, "locale": "zh"})
        joined = await self.act(one, "POST", "{c}/participants", {"display_name": one.display_name})
        one.participant = UUID(joined.json()["id"])
        for purpose in (Purpose.PROFILE, Purpose.RESIDENCE, Purpose.PHONE):
            await self._consent(one, purpose)
        if number < 12:
            one.phone = f"+861091{number:02d}55{number:02d}7"
            phone_code = await self.wechat.a_phone(one.phone)
            await self.act(one, "POST", "me/phone", {"code": phone_code})
        household = self.households[number % len(self.households)]
        claim = {"household_id": str(household.id), "real_name": one.real_name}
        claimed = await self.act(one, "POST", "{c}/residence-claims", claim)
        path = f"{{c}}/residence-claims/{claimed.json()['id']}"
        await self.act(self.worker, "POST", f"{path}/approve", {})
        self.neighbours.append(one)

    async def _consent(self, who: Neighbour, purpose: Purpose, granted: bool = True) -> None:
        decision = {"is_granted": granted, "text_version": TEXTS[purpose].version}
        await self.act(who, "PUT", f"me/consents/{purpose}", decision)

    async def _vote(self) -> None:
        self.ballot: Ballot = await a_ballot(
            self.database, self.community, closes_in=timedelta(days=9)
        )
        voters = [(one.user, one.participant) for one in self.neighbours]
        voters += [(one.user_id, one.id) for one in self.others if one.user_id]
        path = f"/v1/communities/{self.community}/topics/{self.ballot.topic_id}/votes"
        for number, (user, participant) in enumerate(voters):
            choices = OPTIONS[number * 7 % 11 % len(OPTIONS)]
            self.choices[participant] = choices
            with self.later():
                headers = as_(user, f"vote-{number:06d}")
                answer = await self.http.post(path, json={"choices": choices}, headers=headers)
            assert answer.status_code == 201, answer.text

    async def _report(self) -> None:
        """Members register, some are returned, most approved, some withdraw their consent."""
        members = self.neighbours[::2]
        assert len(members) == MEMBERS
        for number, one in enumerate(members):
            await self._consent(one, Purpose.PARTY_MEMBERSHIP)
            organization = self.organizations[number * number % 5].id
            form = {
                "organization_id": str(organization),
                "real_name": one.real_name,
                "skills": ["law"],
                "remarks": one.words,
                "reason": "residence_pending",
            }
            sent = await self.act(one, "POST", "{c}/member-registrations", form)
            await self._follow_up()
            registration = UUID(sent.json()["id"])
            self.organization_of[registration] = organization
            self.member_of[registration] = one.participant
            path = f"{{c}}/member-registrations/{registration}"
            await self.act(self.party, "POST", f"{path}/approve", {})
            await self._follow_up()
        for one in members[:LEAVERS]:
            await self._consent(one, Purpose.PARTY_MEMBERSHIP, granted=False)
            await self._follow_up()
        # Members and others serve beside each other, so that a claim tells nothing.
        for one in self.neighbours[10:40]:
            claim = {"accepts_schedule": True}
            await self.act(one, "POST", f"{{c}}/posts/{self.post.id}/claims", claim)

    async def _complain(self) -> None:
        for one in self.neighbours[12:48]:
            # Of two in a row one is a member: what becomes of a ticket says nothing of that.
            number = one.number // 2
            visibility = "public" if number % 3 == 0 else "private"
            ticket = {
                "category_id": str(self.category.id),
                "text": one.words if visibility == "private" else f"路灯不亮{one.number}",
                "visibility": visibility,
                "gcj02_longitude": 116.3912345,
                "gcj02_latitude": 39.9071234,
            }
            sent = await self.act(one, "POST", "{c}/tickets", ticket)
            if visibility == "private":
                self.author_of[UUID(sent.json()["id"])] = one.participant
            await self._handle(number, one, f"{{c}}/tickets/{sent.json()['id']}")
            await self._follow_up()

    async def _handle(self, number: int, one: Neighbour, ticket: str) -> None:
        if number % 6 == 5:
            reason = {"reason": f"{REASON}{one.words}", "instead": f"改办{one.words}"}
            await self.act(self.worker, "POST", f"{ticket}/decline", reason)
            return
        if number % 6 == 4:
            await self.act(one, "POST", f"{ticket}/supplement", {"text": one.words})
            return
        await self.act(self.worker, "POST", f"{ticket}/accept")
        to = {"department_id": str(self.department.id)}
        await self.act(self.worker, "POST", f"{ticket}/assign", to)
        await self.act(self.handler, "POST", f"{ticket}/start")
        reply = {"text": f"回复{one.words}", "is_public": False}
        await self.act(self.handler, "POST", f"{ticket}/reply", reply)
        if number % 6 == 1:
            await self.act(self.handler, "POST", f"{ticket}/ask", {"text": f"请问{one.words}"})
            await self.act(one, "POST", f"{ticket}/supplement", {"text": f"答{one.words}"})
        if number % 6 == 2:
            return
        await self.act(self.handler, "POST", f"{ticket}/resolve", {"text": f"办理{one.words}"})
        rating = {"solved": "yes", "satisfied": 4, "comment": f"评{one.words}"}
        await self.act(one, "POST", f"{ticket}/rating", rating)

    async def _at_the_desk(self) -> None:
        for one in self.neighbours[30:36]:
            me = {"on_behalf_of": str(one.participant), "witness": WITNESS}
            opinion = {"stance": "for", "text": f"公开的话{one.number}", **me}
            posted = await self.act(
                self.worker, "POST", f"{{c}}/topics/{self.topic.id}/opinions", opinion
            )
            opinion_path = f"{{c}}/opinions/{posted.json()['id']}"
            await self.act(self.reader, "POST", f"{opinion_path}/pass")
            await self.act(self.worker, "POST", f"{opinion_path}/hide", {"reason": REASON})
            reveal = {"fields": ["real_name"], "reason": REASON}
            path = f"{{c}}/participants/{one.participant}"
            await self.act(self.worker, "POST", f"{path}/reveal", reveal)
            signup = {"is_risk_acknowledged": True, **me}
            await self.act(self.worker, "POST", f"{{c}}/shifts/{self.shift.id}/signups", signup)
        elder = {"display_name": "青松老人户", "witness": WITNESS, "channel": "paper"}
        await self.act(self.worker, "POST", "{c}/participants", elder)

    # ------------------------------------------------------------ what is known of it

    def choice_of(self, dump: Dump) -> Callable[[Row], str | None]:
        """Returns what tells the choices of a vote by its row, whose id is that of its entry."""
        entries = {row["id"]: row["participant_id"] for row in dump.tables["electoral_roll"]}
        return lambda row: str(self.choices[entries[row["id"]]])

    @property
    def canaries(self) -> list[str]:
        own = [secret for one in self.neighbours for secret in one.secrets]
        return [*own, WITNESS, REASON, "青松老人户"]

    @property
    def people(self) -> dict[UUID, UUID]:
        """The participant of each id that names one: of the participant, and of the user."""
        pairs = [(one.user, one.participant) for one in self.neighbours]
        pairs += [(one.user_id, one.id) for one in self.others if one.user_id]
        return {id_: participant for user, participant in pairs for id_ in (user, participant)}

    def dictionary(self) -> dict[str, list[bytes]]:
        """Guesses at what stands there: names, phones, addresses, ids, every request that votes."""
        path = f"POST /v1/communities/{self.community}/topics/{self.ballot.topic_id}/votes?"
        bodies = [to_json({"choices": choices}) for choices in OPTIONS]
        bodies += [b'{"choices":' + to_json(choices) + b"}" for choices in OPTIONS]
        ids = [str(id_).encode() for id_ in self.people]
        return {
            "a name, a phone or an openid": [
                form for text in self.canaries for form in (text.encode(), text.casefold().encode())
            ],
            "a vote": [to_json(choices) for choices in OPTIONS],
            "the request of a vote": [
                separator.join((path.encode(), *version, body))
                for body in bodies
                for separator in (b"\0", b"")
                for version in ((), (b"",))
            ],
            "who voted under which key": [
                user.bytes + f"{lane}\0vote-{number:06d}".encode()
                for number, user in enumerate(self._voters())
                for lane in ("hot", "ordinary")
            ],
            "an organization": [str(one.id).encode() for one in self.organizations]
            + [one.id.bytes for one in self.organizations],
            "a person": [*ids, *(id_.bytes for id_ in self.people)],
            "an address and its minute": [
                f"login\0{address}\0{minute}".encode()
                for address in ("127.0.0.1", "testclient")
                for minute in range(int(NOW.timestamp() // 60), int(self.now.timestamp() // 60) + 1)
            ],
            "a device": [f"device-{one.number:08d}".encode() for one in self.neighbours],
        }

    def _voters(self) -> list[UUID]:
        return [
            *(one.user for one in self.neighbours),
            *(one.user_id for one in self.others if one.user_id),
        ]
