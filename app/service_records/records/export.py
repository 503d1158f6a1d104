"""One's own confirmed services in the data items of MZ/T 061-2015 (志愿服务信息系统基本规范), to be
handed to another system by the person themselves.

The standard's element codes were not found: items have the names of its Chinese headings.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.kernel import clock
from app.service_records.certificates.content import hours_of, volunteer_number
from app.service_records.entries.queries import confirmed_of
from app.service_records.models import Occasion, ServiceEntry
from app.service_records.records.schemas import ServiceItem

STANDARD = "MZ/T 061-2015"
HEADINGS = {
    "volunteer_number": "志愿者编号",
    "organization": "服务组织",
    "activity": "服务项目",
    "day": "服务日期",
    "starts_at": "开始时间",
    "ends_at": "结束时间",
    "place": "服务地点",
    "hours": "服务时长（小时）",
    "confirmed_at": "确认时间",
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which a table program takes a text for a formula."""


async def services_across(
    session: AsyncSession, mine: Mapping[UUID, UUID]
) -> Sequence[ServiceItem]:
    """Returns a person's confirmed services in all their communities, each asked by itself."""
    found: list[ServiceItem] = []
    for community_id, participant_id in sorted(mine.items()):
        community = await session.get_one(Community, community_id)
        rows = await session.execute(
            select(ServiceEntry, Occasion.address)
            .join(
                Occasion,
                (Occasion.community_id == ServiceEntry.community_id)
                & (Occasion.id == ServiceEntry.occasion_id),
            )
            .where(Occasion.community_id == community_id)
            .where(*confirmed_of(community_id, participant_id))
            .order_by(ServiceEntry.starts_at, ServiceEntry.id)
        )
        number = volunteer_number(community.short_number, participant_id)
        found += [_item(entry, place, community.name, number) for entry, place in rows]
    return found


def _item(entry: ServiceEntry, place: str, organization: str, number: str) -> ServiceItem:
    assert entry.confirmed_at is not None
    return ServiceItem(
        volunteer_number=number,
        organization=organization,
        activity=entry.title,
        day=entry.served_on,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        place=place or None,
        hours=hours_of(entry.minutes),
        minutes=entry.minutes,
        confirmed_at=entry.confirmed_at,
    )


def csv_of(items: Sequence[ServiceItem]) -> bytes:
    """Writes the items as a sheet that table programs open as UTF-8 (with a BOM). Times are those
    of the place."""
    sheet = StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(HEADINGS.values())
    writer.writerows(list(_cells(item)) for item in items)
    return sheet.getvalue().encode("utf-8-sig")


def _cells(item: ServiceItem) -> Iterator[str]:
    local = {
        name: clock.local(getattr(item, name)).strftime("%Y-%m-%d %H:%M")
        for name in ("starts_at", "ends_at", "confirmed_at")
    }
    for name in HEADINGS:
        text = local.get(name) or str(getattr(item, name) or "")
        yield f"'{text}" if text.startswith(FORMULA) else text
