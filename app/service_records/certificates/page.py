"""The public page of a certificate, which its QR code opens: no script, good on a phone."""

from base64 import b64encode
from hashlib import sha256
from html import escape

from app.kernel.errors import Text
from app.service_records.certificates.content import in_words
from app.service_records.certificates.schemas import CertificateCheckOut, CheckStatus

STYLE = """
body{font-family:system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0;background:#f4f5f7;
color:#1c1e21;line-height:1.6}
main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.35rem;margin:0}
small{display:block;font-weight:normal;color:#5a6068;font-size:.8rem}
.state{margin:1rem 0;padding:.9rem 1rem;border-radius:.5rem;font-size:1.15rem;font-weight:600}
.valid{background:#e3f4e6;color:#12561f}.corrected{background:#fff2d6;color:#6b4500}
.revoked,.unknown{background:#fde5e4;color:#8a1410}
dl{background:#fff;border-radius:.5rem;padding:.5rem 1rem;margin:0}
dt{color:#5a6068;font-size:.9rem;padding-top:.6rem}dd{margin:0;padding-bottom:.6rem;
border-bottom:1px solid #e6e8eb;overflow-wrap:anywhere}dd:last-child{border-bottom:0}
footer{font-size:.85rem;color:#5a6068;padding-top:1rem}
"""
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src"
    f" 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}
PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>志愿服务记录证明查验 · Certificate check</title><style>{style}</style></head>
<body><main><h1>志愿服务记录证明查验<small lang="en">Check of a certificate of volunteer service\
</small></h1>
{body}
</main></body></html>
"""
STATES = {
    CheckStatus.VALID: Text("有效", "Valid"),
    CheckStatus.CORRECTED: Text(
        "部分服务时长已更正，请与出具单位核实",
        "Hours on it have been corrected: please ask the issuer",
    ),
    CheckStatus.REVOKED: Text("已撤销，不再有效", "Revoked, not valid any more"),
}
UNKNOWN = Text("查无此证明编号", "There is no certificate of this number")
ADVICE = Text(
    "请核对证明编号；编号无误而仍查不到的，请与出具单位联系。",
    "Please compare the number. If it is right and not found, ask the issuer.",
)
COMPARE = Text(
    "请将以上内容与证明原件核对：姓名只显示首字，摘要应与原件所印一致。",
    "Compare this with the certificate: of the name only the first character is shown, and the"
    " digest is printed on it.",
)


def page_of(checked: CertificateCheckOut) -> str:
    """Writes the page of a certificate."""
    facts = [
        (Text("证明编号", "Number"), checked.number),
        (Text("姓名", "Name"), checked.name or "—"),
        (Text("服务时长", "Service time"), f"{checked.hours} 小时 · hours"),
        (Text("出具单位", "Issued by"), checked.issuer),
        (Text("出具日期", "Date of issue"), in_words(checked.issued_on)),
    ]
    if checked.revoked_on:
        facts.append((Text("撤销日期", "Revoked on"), in_words(checked.revoked_on)))
    elif checked.corrected_on:
        facts.append((Text("更正日期", "Corrected on"), in_words(checked.corrected_on)))
    facts.append((Text("内容摘要", "Digest (SHA-256)"), checked.content_hash))
    rows = "".join(
        f'<dt>{label.zh} <small lang="en">{label.en}</small></dt><dd>{escape(value)}</dd>\n'
        for label, value in facts
    )
    state = _state(checked.status, STATES[checked.status])
    return PAGE.format(style=STYLE, body=f"{state}<dl>{rows}</dl>{_foot(COMPARE)}")


def page_of_unknown() -> str:
    """Writes the page of a number that was not issued; it does not repeat what was asked."""
    return PAGE.format(style=STYLE, body=_state("unknown", UNKNOWN) + _foot(ADVICE))


def _state(kind: str, text: Text) -> str:
    return f'<p class="state {kind}">{text.zh} <small lang="en">{text.en}</small></p>\n'


def _foot(text: Text) -> str:
    return f'<footer><p>{text.zh} <small lang="en">{text.en}</small></p></footer>'
