"""Errors of service entries."""

from app.kernel.errors import Conflict, DomainError, Text
from app.kernel.members import instant, later_instant


class OwnServiceEntry(DomainError):
    """Refuses who would decide on their own minutes."""

    status = 403
    code = "service_records.own_entry"
    title = Text("不能办理本人的服务时长", "Nobody decides on their own minutes")
    detail = Text("请由另一名工作人员办理。", "Another member of the staff has to do it.")


class ReversalNotRequested(Conflict):
    """Refuses to reverse an entry of which nobody has asked for it."""

    code = "service_records.reversal_not_requested"
    title = Text("尚未有人申请冲正", "Nobody has asked to reverse this entry")


class ReversalRequested(Conflict):
    """Refuses a second request to reverse an entry."""

    code = "service_records.reversal_requested"
    title = Text("已有人申请冲正，待另一人确认", "A second person has been asked already")


class EntryCorrected(Conflict):
    """Refuses what is asked of an entry in whose place another one stands."""

    code = "service_records.entry_corrected"
    title = Text("已有更正后的记录", "Another entry stands in its place already")


class BeyondPresence(DomainError):
    """Refuses a correction beyond what was checked in and out; `starts_at` and `ends_at` are the
    limits."""

    status = 422
    code = "service_records.beyond_presence"
    title = Text("更正的时间超出签到签退的时间", "The correction exceeds the presence")
    detail = Text(
        "服务时长只能依据到场记录，不能凭人工填写增加。",
        "Minutes follow from presence alone; nobody adds any by hand.",
    )
    members = {
        "starts_at": instant("Earliest beginning that is possible."),
        "ends_at": later_instant("Latest end that is possible."),
    }
