"""Sentence for each kind of entry in the history of a ticket."""

from collections.abc import Mapping

from app.feedback.models import EntryKind as E
from app.kernel.errors import Text

WORDS: Mapping[E, Text] = {
    E.ACCEPTED: Text("社区已受理", "The community has accepted it"),
    E.DECLINED: Text("社区未受理", "The community has declined it"),
    E.ASSIGNED: Text("已交承办部门", "It was handed to a department"),
    E.GIVEN_BACK: Text(
        "承办部门退回，社区另行安排", "The department has given it back; the community sees to it"
    ),
    E.CALLED: Text("工作人员已电话联系", "Staff have rung"),
    E.VISITED: Text("工作人员已上门走访", "Staff have called in person"),
    E.STARTED: Text("承办部门开始办理", "The department has begun"),
    E.ASKED: Text("需要您补充说明，计时暂停", "Something is asked; the clock stands still"),
    E.ANSWERED: Text("已答复，继续办理", "An answer has come; the work goes on"),
    E.SUPPLEMENTED: Text("补充了说明", "Something was added"),
    E.REPLIED: Text("社区回复", "The community has replied"),
    E.RESUMED: Text("七天未收到答复，继续办理", "No answer for seven days; the work goes on"),
    E.DEFERRED: Text("暂缓办理，到期复查", "It is put off, and will be looked at again"),
    E.TAKEN_UP: Text("恢复办理", "It is taken up again"),
    E.RESOLVED: Text("已有办理结果", "There is a solution"),
    E.CLOSED: Text("已办结", "It is closed"),
    E.DISPUTED: Text("提出异议，重新办理", "It was disputed, and is taken up again"),
    E.ESCALATED: Text("申请上级复核", "The level above was asked for a review"),
    E.MERGED: Text("并入同类诉求", "It was merged with another one"),
    E.WITHDRAWN: Text("已撤回", "It was withdrawn"),
    E.RESPONSE_OVERDUE: Text("超过了首次回应时限", "The first answer is overdue"),
    E.RESOLUTION_OVERDUE: Text("超过了办结时限", "The solution is overdue"),
}
