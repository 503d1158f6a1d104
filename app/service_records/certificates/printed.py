"""The certificate as a PDF: Chinese first, English beside it, with a QR code to its check."""

from collections.abc import Iterator
from typing import Any

from app.kernel.errors import Text
from app.kernel.files.pdf import Paragraph, Part, QrCode, Table
from app.service_records.certificates.content import in_words
from app.service_records.models import IdentityDocument

TITLE = Text("志愿服务记录证明", "Certificate of Volunteer Service")
SERVICES_HEAD = ("服务内容 Activity", "服务日期 Date", "服务地点 Place", "时长（小时）Hours")
REVOKED = Text("此证明已撤销，不再有效。", "This certificate has been revoked and is not valid.")


def masked_document(document: dict[str, str]) -> str:
    """Writes an identity document with all but its last characters hidden."""
    return f"{IdentityDocument(document['type']).words.zh} ****{document['last_four']}"


def _fields(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "姓名 Name", content["name"]
    yield "志愿者编号 Volunteer number", content["volunteer_number"]
    if content["document"]:
        yield "证件 Identity document", masked_document(content["document"])
    span = f"{in_words(content['first_day'])}至{in_words(content['last_day'])}"
    yield "服务期间 Period", span
    yield "服务时长 Service time", f"{content['hours']} 小时（hours）"


def _signature(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "出具单位 Issued by", content["issuer"]
    yield "负责人 Person in charge", content["responsible_person"]
    yield "经办人 Handled by", content["handler"]
    yield "联系方式 Contact", content["contact"]
    yield "出具日期 Date of issue", in_words(content["issued_on"])
    if content["remarks"]:
        yield "备注 Remarks", content["remarks"]


def parts_of(content: dict[str, Any], digest: bytes, link: str, revoked_on: str) -> list[Part]:
    """Returns the parts of the document. `revoked_on` is empty while it is valid."""
    statement = (
        f"兹证明{content['name']}参加了下列志愿服务，经核实并公示，服务时长共 {content['hours']}"
        " 小时。"
    )
    services = [
        (service["activity"], service["date"], service["place"] or "—", service["hours"])
        for service in content["services"]
    ]
    revoked = [Paragraph(f"{REVOKED.zh}（{revoked_on}）{REVOKED.en}", 12)] if revoked_on else []
    return [
        Paragraph(TITLE.zh, 22, "C", space_above_mm=4),
        Paragraph(TITLE.en, 12, "C"),
        Paragraph(f"证明编号 No. {content['number']}", 10, "C", space_above_mm=2),
        *revoked,
        Table(tuple(_fields(content)), (2, 5)),
        Paragraph(statement, 11, space_above_mm=1),
        Table((SERVICES_HEAD, *services), (5, 2.4, 4, 2.2), size=9),
        Table(tuple(_signature(content)), (2, 5)),
        QrCode(
            link,
            (
                "扫描二维码可查验此证明是否有效。",
                "Scan the code to check this certificate.",
                link,
                f"内容摘要 SHA-256: {digest.hex()[:32]}",
                digest.hex()[32:],
                "各项时长按分钟累计后折算，不足0.1小时的部分不计。",
            ),
        ),
    ]
