"""Sentence for each kind of entry in the history of a ticket."""

from collections.abc import Mapping

from app.feedback.models import EntryKind as E
from app.kernel.errors import Text

WORDS: Mapping[E, Text] = {
    E.ACCEPTED: Text("社区已受理", "The community has accepted it"),
    E.DECLINED: Text("社区未受理", "The community has declined it"),
    E.ASSIGNED: Text("已交承办部门", "It was handed to a department"),
    E.STARTED: Text("承办部门开始办理", "The department has begun"),
    E.ASKED: Text("需要您补充说明，计时暂停", "Something is asked; the clock stands still"),
    E.ANSWERED: Text("已答复，继续办理", "An answer has come; the work goes on"),
    E.SUPPLEMENTED: Text("补充了说明", "Something was added"),
    E.REPLIED: Text("社区回复", "The community has replied"),
    E.RESUMED: Text("七天未收到答复，继续办理", "No answer for seven days; the work goes on"),
    E.RESOLVED: Text("已办结，等待评价", "It is resolved; a rating is asked for"),
    E.CLOSED: Text("已结案", "It is closed"),
    E.DISPUTED: Text("提出异议，重新办理", "It was disputed, and is taken up again"),
    E.WITHDRAWN: Text("已撤回", "It was withdrawn"),
    E.RESPONSE_OVERDUE: Text("超过了首次回应时限", "The first answer is overdue"),
    E.RESOLUTION_OVERDUE: Text("超过了办结时限", "The solution is overdue"),
}
