"""Messages about what staff did at the desk in a person's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import DeskActed
from app.communities.models import Community
from app.kernel.errors import NotFound, Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.kernel.words import Worded
from app.notifications.inbox import Matter, notify
from app.notifications.subjects import Subject, SubjectKind


class DeskAct(Worded):
    """An act of staff, by the action of its audit entry."""

    RENAMED = "participant.renamed", "修改称呼", "changing your display name"
    LEFT = "participant.left", "退出社区", "leaving the community"
    CLAIM_CODE_ISSUED = "participant.claim_code_issued", "打印认领码", "printing your claim code"
    RESIDENCE_CLAIMED = "residence_claim.submitted", "提交居住申请", "claiming a residence"
    RESIDENCE_RENEWED = "residence_claim.renewed", "居住信息续期", "renewing your residence"
    SIGNED_UP = "signup.made", "报名志愿活动", "signing up for an activity"
    SIGNUP_AGREED = "signup.agreed", "确认继续参加志愿活动", "agreeing to a change of an activity"
    COVER_SOUGHT = "signup.cover_sought", "为班次找替补", "finding cover for your shift"
    SIGNUP_RATED = "signup.rated", "评价志愿活动", "rating an activity"
    CHECKED_IN = "attendance.checked_in", "补录签到", "entering your check-in"
    CHECKED_OUT = "attendance.checked_out", "补录签退", "entering your check-out"
    ABSENCE_DISPUTED = "attendance.disputed", "对缺席登记提出异议", "disputing an absence"
    ENTRY_OBJECTED = "service_entry.objected", "对服务时长提出异议", "objecting to a service entry"
    ENTRY_RESUBMITTED = (
        "service_entry.resubmitted",
        "重新提交服务时长",
        "submitting a service entry again",
    )
    CERTIFICATE_REQUESTED = (
        "certificate.requested",
        "申请志愿服务记录证明",
        "asking for a certificate of service",
    )
    CERTIFICATE_WITHDRAWN = (
        "certificate.withdrawn",
        "撤回志愿服务记录证明申请",
        "taking back your request for a certificate",
    )
    POST_CLAIMED = "claim.made", "认领岗位", "claiming a post"
    DUTY_ACCEPTED = "duty.accepted", "答复参加社区服务日", "accepting a service day"
    DUTY_SKIPPED = "duty.skipped", "告知一次值守不参加", "skipping a duty"
    DUTY_OFFERED = "duty.offered", "请人接替值守", "asking others to take over a duty"
    DUTY_OFFER_WITHDRAWN = (
        "duty.offer_withdrawn",
        "取消请人接替值守",
        "asking nobody to take over any more",
    )
    DUTY_TAKEN_OVER = "duty.taken_over", "接替一次值守", "taking over a duty"
    REWARD_REDEEMED = "redemption.requested", "用积分兑换兑换品", "redeeming a reward"
    TOPIC_RAISED = "topic.raised", "提出议题", "raising a topic"
    TOPIC_SECONDED = "topic.seconded", "附议", "seconding a topic"
    TOPIC_WITHDRAWN = "topic.withdrawn", "撤回议题", "withdrawing a topic"
    TOPIC_FOLLOWED = "topic.followed", "关注议题", "following a topic"
    TOPIC_UNFOLLOWED = "topic.unfollowed", "取消关注议题", "no longer following a topic"
    OPINION_ENDORSED = "opinion.endorsed", "赞同意见", "endorsing an opinion"
    OPINION_REPORTED = "opinion.reported", "举报意见", "reporting an opinion"
    OPINION_WITHDRAWN = "opinion.withdrawn", "撤回意见", "withdrawing an opinion"
    TICKET_SUBMITTED = "ticket.submitted", "提交诉求", "submitting a ticket"
    TICKET_SUPPLEMENTED = "ticket.supplemented", "补充诉求", "adding to a ticket"
    TICKET_RATED = "ticket.rated", "评价诉求", "rating a ticket"
    TICKET_DISPUTED = "ticket.disputed", "对诉求提出异议", "disputing a ticket"
    TICKET_FOLLOWED = "ticket.followed", "关注诉求", "following a ticket"
    TICKET_UNFOLLOWED = "ticket.unfollowed", "取消关注诉求", "no longer following a ticket"
    OTHER = "other", "一项事务", "a matter of yours"


SUBJECT_BY_ACT: Mapping[str, SubjectKind] = {
    "residence_claim": SubjectKind.RESIDENCE_CLAIM,
    "signup": SubjectKind.SIGNUP,
    "attendance": SubjectKind.ATTENDANCE,
    "certificate": SubjectKind.CERTIFICATE,
    "claim": SubjectKind.POST_CLAIM,
    "duty": SubjectKind.DUTY,
    "redemption": SubjectKind.REDEMPTION,
    "topic": SubjectKind.TOPIC,
    "opinion": SubjectKind.OPINION,
    "ticket": SubjectKind.TICKET,
}
"""Kind of the row that acts are about, by the first word of the act."""


@dataclass(frozen=True, slots=True)
class DeskActedForYou(Message):
    kind = "communities.desk_acted"
    template = Template(
        Text("社区工作人员为您办理了事项", "The desk acted for you"),
        Text(
            "社区工作人员已在{community}为您办理：{act}。如非您本人要求，请及时联系社区服务站。",
            "The desk of {community} has acted in your name: {act}. If you did not ask for it,"
            " please tell the community's desk.",
        ),
    )
    community: str
    act: DeskAct


@dataclass(frozen=True, slots=True)
class DeskActedOnYourTicket(DeskActedForYou):
    """The same message about a ticket: its instant is that of the ticket's history, which does not
    name the author."""

    kind = "communities.desk_acted_on_ticket"
    names_nobody, matter = True, Matter.TICKET


async def notify_desk_acted(session: AsyncSession, community_id: UUID, event: DeskActed) -> None:
    community = await session.get(Community, community_id)
    if community is None:
        raise NotFound
    act = DeskAct(event.act) if event.act in set(DeskAct) else DeskAct.OTHER
    is_about_ticket = event.act.startswith("ticket.")
    message = DeskActedOnYourTicket if is_about_ticket else DeskActedForYou
    notify(
        session,
        community_id,
        [event.participant_id],
        message(community.name, act),
        subject=_subject(community_id, event),
    )


def _subject(community_id: UUID, event: DeskActed) -> Subject:
    """Returns what the act was about; the community where nothing else is to be opened."""
    kind = SUBJECT_BY_ACT.get(event.act.partition(".")[0])
    if kind is None or event.subject_id is None:
        return Subject(SubjectKind.COMMUNITY, community_id)
    return Subject(kind, event.subject_id)


MESSAGES = (DeskActedForYou, DeskActedOnYourTicket)
LISTENERS = (Listener("communities.notify_desk_acted", DeskActed, notify_desk_acted),)
