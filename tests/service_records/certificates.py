"""Certificates that tests start from, and how they are read."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pypdfium2

from app.communities.models import Channel, Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import (
    Certificate,
    CertificateStatus,
    EntryStatus,
    ServiceEntry,
)
from tests.factories import a_participant, saved
from tests.service_records.entries import an_entry, an_occasion

NAME = "王𬭎"
SIGNING = {
    "responsible_person": "陈芳",
    "handler": "李敏",
    "contact": "010-0000 0012",
}


async def a_volunteer(
    database: Database, community_id: UUID, name: str | None = NAME
) -> Participant:
    """Saves a participant whose name is verified, unless it is None."""
    person = await a_participant(database, community_id)
    if name is not None:
        async with database.transaction() as session:
            row = await session.get_one(
                Participant, {"community_id": community_id, "id": person.id}
            )
            row.real_name = name
    return person


async def served(
    database: Database, person: Participant, minutes: int = 90, days_ago: int = 10, **columns: Any
) -> ServiceEntry:
    """Saves a confirmed entry of so many minutes, at an occasion of its own."""
    ends_at = clock.now() - timedelta(days=days_ago)
    columns = {"address": "幸福里3号楼前", "title": "清扫楼道"} | columns
    occasion = await an_occasion(
        database,
        person.community_id,
        ends_at=ends_at,
        starts_at=ends_at - timedelta(minutes=minutes),
        **columns,
    )
    return await an_entry(database, person, EntryStatus.CONFIRMED, occasion=occasion)


async def a_certificate(database: Database, person: Participant, **columns: Any) -> Certificate:
    """Saves a request of the person, who has served."""
    await served(database, person)
    defaults: dict[str, Any] = {
        "status": CertificateStatus.REQUESTED,
        "requested_at": clock.now(),
        "stated_name": "王秀英",
        "document": {"type": "passport", "last_four": "0012"},
        "entered_by": person.user_id,
        "channel": Channel.SELF,
        "witness": None,
    }
    row = Certificate(
        community_id=person.community_id, participant_id=person.id, **(defaults | columns)
    )
    return await saved(database, row)


def text_of(document: bytes) -> str:
    """Copies the text of a PDF, as a screen reader would."""
    pages = pypdfium2.PdfDocument(document)
    return "".join(page.get_textpage().get_text_bounded() for page in pages).replace("\r\n", "")
