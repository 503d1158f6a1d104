"""One occasion with a leader and people who are expected, as tests of check-ins need it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from httpx import AsyncClient, Response

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.check_ins import codes, packets
from app.service_records.check_ins.schemas import Packet
from app.service_records.models import Attendance
from app.volunteering.models import Shift, Signup
from tests.client import as_
from tests.factories import a_community, a_participant, a_shift, a_signup
from tests.service_records.rows import a_leader, the_attendance

KEY = bytes(32)
"""The key of every occasion that the factories make."""
STARTS_IN = timedelta(hours=3)


@dataclass
class Scene:
    """A shift of two hours that begins three hours from NOW, and its leader."""

    http: AsyncClient
    database: Database
    shift: Shift
    leader: Participant

    @property
    def community(self) -> UUID:
        return self.shift.community_id

    @property
    def start(self) -> datetime:
        return self.shift.starts_at

    @property
    def end(self) -> datetime:
        return self.shift.ends_at

    @property
    def here(self) -> str:
        return f"/v1/communities/{self.community}"

    async def expected(self) -> tuple[Participant, Signup]:
        """Makes a participant who has signed up."""
        person = await a_participant(self.database, self.community)
        return person, await a_signup(self.database, self.shift, person)

    async def attendance(self, signup: Signup) -> Attendance:
        return await the_attendance(self.database, self.community, signup.id)

    async def post(
        self, by: UUID | None, path: str, body: object, at: datetime, key: str | None = None
    ) -> Response:
        with clock.frozen(at):
            return await self.http.post(f"{self.here}/{path}", json=body, headers=as_(by, key))

    async def get(self, by: UUID | None, path: str, at: datetime) -> Response:
        with clock.frozen(at):
            return await self.http.get(f"{self.here}/{path}", headers=as_(by))

    async def check_in(
        self, by: UUID | None, at: datetime, nonce: str = "nonce-0001", **body: Any
    ) -> Response:
        given = {"code": code_of(self.shift.id, at), "nonce": nonce} | body
        return await self.post(by, "check-ins", given, at)

    async def check_out(
        self, by: UUID | None, id_: UUID, at: datetime, nonce: str = "nonce-0002", **body: Any
    ) -> Response:
        return await self.post(by, f"check-ins/{id_}/check-out", {"nonce": nonce} | body, at)

    async def confirm(
        self, id_: UUID, at: datetime, act: str = "check-in", by: UUID | None = None, **body: Any
    ) -> Response:
        who = by or self.leader.user_id
        return await self.post(who, f"attendances/{id_}/{act}", body, at)

    def packet(
        self,
        scans: list[dict[str, Any]],
        sent_at: datetime,
        leader: UUID | None = None,
        expires_at: datetime | None = None,
    ) -> dict[str, Any]:
        """Makes what a leader's phone sends, by its own clock."""
        return a_packet(
            self.shift.id,
            leader or self.leader.id,
            expires_at or self.end + timedelta(hours=24),
            sent_at,
            scans,
        )

    async def upload(self, packet: object, at: datetime, by: UUID | None = None) -> Response:
        return await self.post(by or self.leader.user_id, "check-in-packets", packet, at)


async def a_scene(http: AsyncClient, database: Database, starts_in: timedelta = STARTS_IN) -> Scene:
    community = await a_community(database)
    shift = await a_shift(database, community, places=50, starts_in=starts_in)
    leader = await a_participant(database, community)
    await a_leader(database, community, shift.activity_id, leader.id)
    return Scene(http, database, shift, leader)


def code_of(occasion_id: UUID, at: datetime) -> str:
    return codes.occasion_code(KEY, occasion_id, codes.step_of(at))


def personal_code_of(attendance_id: UUID, at: datetime) -> str:
    own_key = codes.personal_key(KEY, attendance_id)
    return codes.personal_code(own_key, attendance_id, codes.step_of(at))


def a_scan(scanned: object, at: datetime, act: str = "check_in") -> dict[str, Any]:
    return {"act": act, "at": at.isoformat(), "scanned": str(scanned)}


def a_packet(
    occasion_id: UUID,
    leader_id: UUID,
    expires_at: datetime,
    sent_at: datetime,
    scans: list[dict[str, Any]],
    key: bytes = KEY,
) -> dict[str, Any]:
    body = {
        "occasion_id": str(occasion_id),
        "leader_id": str(leader_id),
        "key_expires_at": expires_at.isoformat(),
        "uploaded_at": sent_at.isoformat(),
        "scans": scans,
        "signature": "0" * 64,
    }
    of_leader = packets.packet_key(key, leader_id, expires_at)
    text = packets.signed_text(Packet.model_validate(body))
    return body | {"signature": packets.signature(of_leader, text)}
