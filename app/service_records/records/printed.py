"""A service record as a PDF that its person downloads for themselves: no certificate, no name."""

from app.kernel import clock
from app.kernel.files.pdf import Paragraph, Part, Table, render_aside
from app.service_records.certificates.content import in_words
from app.service_records.records.schemas import CommunityRecord, ServiceRecordOut

TITLE = "志愿服务记录"
HEAD = ("年份 Year", "次数 Services", "时长（小时）Hours")


def _parts(record: ServiceRecordOut) -> list[Part]:
    parts: list[Part] = [
        Paragraph(TITLE, 20, "C"),
        Paragraph("Record of Volunteer Service", 11, "C"),
        Paragraph(f"截至{in_words(clock.today())}，共 {record.hours} 小时。", space_above_mm=3),
        Paragraph(
            "本页由本人下载自用，不是证明；需要证明的，请申请志愿服务记录证明。"
            "This page is for its person; ask for a certificate where one is needed.",
            9,
        ),
    ]
    for one in record.items:
        parts += _of_community(one)
    return parts


def _of_community(one: CommunityRecord) -> list[Part]:
    rows = [(str(year.year), str(year.services), year.hours) for year in one.years]
    stars = f"{one.stars.level}星" if one.stars.level else "未到1星"
    return [
        Paragraph(f"{one.community_name}　{one.hours} 小时　{stars}", 12, space_above_mm=4),
        Table((HEAD, *rows), (1, 1, 1)),
    ]


async def pdf_of(record: ServiceRecordOut) -> bytes:
    return await render_aside(TITLE, _parts(record), made_at=clock.now())
