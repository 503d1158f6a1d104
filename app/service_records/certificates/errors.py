"""Errors of certificates."""

from app.kernel.errors import Conflict, Text
from app.kernel.members import number


class NothingConfirmed(Conflict):
    """Refuses a certificate of days without confirmed service."""

    code = "certificates.nothing_confirmed"
    title = Text("所选期间没有已确认的服务时长", "No confirmed hours of service lie in these days")
    detail = Text(
        "服务时长须经审核和公示后才能写入证明。",
        "Hours can be certified once they are reviewed and their notice period has ended.",
    )


class TooManyServices(Conflict):
    """One certificate lists 1,000 services at most; tells `most`."""

    code = "certificates.too_many_services"
    title = Text("服务次数过多，请分段申请", "Too many services: please ask for shorter periods")
    members = {
        "most": number("Services that one certificate can name.", 500),
    }


class CertificateRequestOpen(Conflict):
    """The person has asked for a certificate that is not decided yet."""

    code = "certificates.request_open"
    title = Text("您已有一份待出具的证明申请", "A request of yours is waiting already")


class NameNeeded(Conflict):
    """No name of the person is verified, and the request states none."""

    code = "certificates.name_needed"
    title = Text("请填写证明上使用的姓名", "State the name that the certificate is to have")
    detail = Text(
        "您的姓名尚未核实，请在申请中填写，出具前由社区核对。",
        "Your name is not verified yet: state it in the request, and the community checks it.",
    )
