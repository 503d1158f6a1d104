"""Plain words for audit entries, as their person reads them: acts, fields and roles. Chinese comes
first."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.communities.models import Role
from app.communities.reveals.contact import ContactField
from app.double_reporting.models import MemberField
from app.kernel.errors import Text
from app.notifications.desk_messages import DeskAct

ROLES: Mapping[Role, Text] = MappingProxyType(
    {role: Text(role.words.zh, f"the {role.words.en}") for role in Role}
)
STAFF = Text("工作人员", "a staff member")
"""Stands for a role that nobody can tell any more."""
FIELDS: Mapping[str, Text] = MappingProxyType(
    {
        **{field.value: field.words for field in (*ContactField, *MemberField)},
        "skills": Text("特长", "skills"),
        "time_available": Text("可服务时间", "available time"),
        "willingness": Text("服务意愿", "willingness"),
        "author": Text("提交人信息", "name as the author of a ticket"),
        "vote": Text("记名表决选择", "recorded vote"),
    }
)
DATA = Text("个人信息", "personal data")
"""Stands for a field without words of its own."""
ACTS: Mapping[str, Text] = MappingProxyType(
    {
        "contact.sought": Text(
            "查询过您的联系方式，当时没有可以显示的信息",
            "looked for how to reach you, and nothing could be shown",
        ),
        "participant.entered": Text("登记了您的基本信息", "entered your basic data"),
        "participant.renamed": Text("修改了您的称呼", "changed your display name"),
        "participant.left": Text("代您办理了退出社区", "did for you: leaving the community"),
        "participant.blocked": Text("停用了您在社区的身份", "blocked you in the community"),
        "participant.unblocked": Text("恢复了您在社区的身份", "unblocked you in the community"),
        "residence_claim.submitted": Text(
            "代您提交了居住申请", "submitted a residence claim for you"
        ),
        "residence_claim.approved": Text("通过了您的居住申请", "approved your residence claim"),
        "residence_claim.rejected": Text("未通过您的居住申请", "rejected your residence claim"),
        "residence_claim.withdrawn": Text("代您撤回了居住申请", "withdrew your residence claim"),
        "residence_claim.renewed": Text("代您办理了居住信息续期", "renewed your residence"),
        "residence_claim.ended": Text("注销了您的居住信息", "ended your residence"),
        "signup.withdrawn": Text("代您取消了报名", "withdrew your sign-up"),
        "signup.approved": Text("通过了您的报名", "approved your sign-up"),
        "signup.rejected": Text("未通过您的报名", "rejected your sign-up"),
        "attendance.marked_absent": Text("登记了您缺席", "marked you as absent"),
        "attendance.upheld": Text(
            "核实了您对缺席登记的异议，登记不变", "upheld an absence that you had disputed"
        ),
        "attendance.corrected": Text(
            "把您的缺席登记更正为到场", "corrected an absence: you were there"
        ),
        "leader.named": Text("请您担任负责人", "named you a leader"),
        "leader.removed": Text("结束了您的负责人职责", "removed you as a leader"),
        "opinion.posted": Text("代您发表了意见", "posted an opinion for you"),
        "opinion.passed": Text("阅读并公开了您的意见", "read your opinion and made it public"),
        "opinion.refused": Text("未公开您的意见", "refused to make your opinion public"),
    }
)
"""Acts about a person, in the words of that person."""
DESK_ACTS: Mapping[str, Text] = {act.value: act.words for act in DeskAct if act != DeskAct.OTHER}
SOME_ACT = Text("办理了与您有关的事项", "handled a matter of yours")
"""Stands for an act without words of its own."""


def act_of(action: str) -> Text:
    """Returns the words of an act: its own, or those of the message that told the person of it."""
    at_desk = DESK_ACTS.get(action)
    if action in ACTS or at_desk is None:
        return ACTS.get(action, SOME_ACT)
    return Text(f"代您办理：{at_desk.zh}", f"did for you: {at_desk.en}")


def fields_of(names: Sequence[str]) -> Text:
    """Returns the words of one field or of several; each stands once."""
    words = list(dict.fromkeys(FIELDS.get(name, DATA) for name in names))
    first = ", ".join(text.en for text in words[:-1])
    english = f"{first} and {words[-1].en}" if first else words[-1].en
    return Text("、".join(text.zh for text in words), english)
