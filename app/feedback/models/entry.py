"""Entry in the history of a ticket: one move, question, answer or reply."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import EnteredInConfidence, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.words import Worded


class EntryKind(Worded):
    ACCEPTED = "accepted", "社区已受理", "The community has accepted it"
    DECLINED = "declined", "社区未受理", "The community has declined it"
    ASSIGNED = "assigned", "已交承办部门", "It was handed to a department"
    GIVEN_BACK = (
        "given_back",
        "承办部门退回，社区另行安排",
        "The department has given it back; the community sees to it",
    )
    STARTED = "started", "承办部门开始办理", "The department has begun"
    CALLED = "called", "工作人员已电话联系", "Staff have rung"
    VISITED = "visited", "工作人员已上门走访", "Staff have called in person"
    ASKED = "asked", "请诉求人补充说明，计时暂停", "Something is asked; the clock stands still"
    ANSWERED = "answered", "已答复，继续办理", "An answer has come; the work goes on"
    SUPPLEMENTED = "supplemented", "补充了说明", "Something was added"
    REPLIED = "replied", "社区回复", "The community has replied"
    DEFERRED = "deferred", "暂缓办理，到期复查", "It is put off, and will be looked at again"
    RESUMED = "resumed", "七天未收到答复，继续办理", "No answer for seven days; the work goes on"
    TAKEN_UP = "taken_up", "恢复办理", "It is taken up again"
    RESOLVED = "resolved", "已有办理结果", "There is a solution"
    CLOSED = "closed", "已办结", "It is closed"
    DISPUTED = "disputed", "提出异议，重新办理", "It was disputed, and is taken up again"
    ESCALATED = "escalated", "申请上级复核", "The level above was asked for a review"
    MERGED = "merged", "并入同类诉求", "It was merged with another one"
    WITHDRAWN = "withdrawn", "已撤回", "It was withdrawn"
    RESPONSE_OVERDUE = "response_overdue", "超过了首次回应时限", "The first answer is overdue"
    RESOLUTION_OVERDUE = "resolution_overdue", "超过了办结时限", "The solution is overdue"


class Side(Worded):
    AUTHOR = "author", "诉求人", "author"
    COMMUNITY = "community", "社区", "community"
    CLOCK = "clock", "系统计时", "clock"


E = EntryKind
PUBLIC = frozenset(
    {
        *(E.ACCEPTED, E.ASSIGNED, E.STARTED, E.DEFERRED, E.TAKEN_UP, E.RESOLVED, E.CLOSED),
        *(E.DISPUTED, E.RESPONSE_OVERDUE, E.RESOLUTION_OVERDUE),
    }
)
"""The kinds of entry of a public ticket that everybody may see; a reply carries its own flag."""


class TicketEntry(EnteredInConfidence, CommunityScoped, Base):
    __tablename__ = "ticket_entries"
    PRIVACY = "personal"
    ticket_id: Mapped[UUID]
    kind: Mapped[EntryKind] = mapped_column(text_enum(EntryKind))
    side: Mapped[Side] = mapped_column(text_enum(Side))
    text_sealed: Mapped[bytes | None]
    text = WordsAtRest[str | None]("text_sealed")
    is_public: Mapped[bool]
    """True where all who see the ticket see the entry, else only its author and staff do. Entries
    that the author wrote are never shown to others."""
    at: Mapped[datetime]

    __table_args__ = (
        witnessed(),
        within("tickets", "ticket_id"),
        CheckConstraint(
            "(side = 'author' AND channel = 'self') = (entered_by IS NULL)", name="entered"
        ),
        Index("ix_ticket_entries_ticket", "community_id", "ticket_id", "id"),
    )
