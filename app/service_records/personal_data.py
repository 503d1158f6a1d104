"""Personal data in service records."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, func, select

from app.communities.personal_data import WITNESS
from app.kernel.errors import Text
from app.kernel.privacy.personal_data import (
    Blanked,
    Deleted,
    Kept,
    Period,
    Person,
    PersonalData,
    mine,
)
from app.service_records.models import (
    Attendance,
    CalendarFeed,
    Certificate,
    CertificateStatus,
    EntryObjection,
    Leader,
    Occasion,
    PointAccount,
    PointDebt,
    PointTransfer,
    Redemption,
    ServiceAnomaly,
    ServiceEntry,
)

EVIDENCE_KEPT_FOR = timedelta(days=3 * 365)
"""Evidence of service outlasts the time in which hours are contested and corrected."""


def transfers_of(person: Person) -> ColumnElement[bool]:
    """The condition on what moved in the account of a person."""
    own = select(PointAccount.id).where(
        PointAccount.community_id == person.community_id,
        PointAccount.participant_id == person.id_in_community,
    )
    return and_(
        PointTransfer.community_id == person.community_id,
        PointTransfer.person_account_id.in_(own),
    )


PERSONAL_DATA = (
    PersonalData(
        model=Occasion,
        nobody="an occasion names no person; its key is random",
        erasure=Kept("the key of an occasion is nobody's"),
        retention=Kept("an occasion names nobody, and its attendances go before it"),
    ),
    PersonalData(
        model=Attendance,
        title=Text("到场记录", "Attendances"),
        rows=mine(Attendance.participant_id),
        erasure=Blanked(
            {
                "in_position": None,
                "in_accuracy": None,
                "out_position": None,
                "out_accuracy": None,
                "absence_reason": None,
                "dispute_reason": None,
                "decision_reason": None,
            }
        ),
        retention=Period(
            EVIDENCE_KEPT_FOR,
            select(Occasion.ends_at)
            .where(
                Occasion.community_id == Attendance.community_id,
                Occasion.id == Attendance.occasion_id,
            )
            .scalar_subquery(),
        ),
    ),
    PersonalData(
        model=CalendarFeed,
        title=Text("日历订阅", "Calendar feeds"),
        rows=mine(CalendarFeed.user_id),
        erasure=Deleted(),
        withheld={"secret_hash": "a secret of the feed, which an export would lay open"},
        retention=Kept("until its person revokes it, or the account is erased"),
    ),
    PersonalData(
        model=PointAccount,
        title=Text("积分账户", "Points"),
        rows=mine(PointAccount.participant_id),
        erasure=Kept("a balance names nobody, and is the sum of what moved"),
        ties=False,
        retention=Kept("a balance is the sum of all that moved"),
    ),
    PersonalData(
        model=PointTransfer,
        title=Text("积分明细", "Points that moved"),
        rows=transfers_of,
        erasure=Kept("what moved names nobody, and the balances are its sums"),
        retention=Kept("a balance is the sum of all that moved"),
    ),
    PersonalData(
        model=PointDebt,
        title=Text("积分差额", "Points of reversed entries"),
        rows=mine(PointDebt.participant_id),
        erasure=Kept("an amount names nobody"),
        retention=Period(EVIDENCE_KEPT_FOR, PointDebt.settled_at),
    ),
    PersonalData(
        model=Redemption,
        title=Text("积分兑换", "Redemptions"),
        rows=mine(Redemption.participant_id),
        erasure=Blanked({"reason": None}),
        remains=WITNESS,
        retention=Period(
            EVIDENCE_KEPT_FOR,
            func.coalesce(Redemption.fulfilled_at, Redemption.cancelled_at),
        ),
    ),
    PersonalData(
        model=Leader,
        title=Text("负责的活动和岗位", "Activities and posts that I lead"),
        rows=mine(Leader.participant_id),
        erasure=Deleted(),
        retention=Kept("a leader leads until staff name others, or the person leaves"),
    ),
    PersonalData(
        model=ServiceEntry,
        title=Text("服务时长记录", "Service entries"),
        rows=mine(ServiceEntry.participant_id),
        erasure=Blanked({"return_reason": None, "resubmit_note": None, "reversal_reason": None}),
        retention=Kept(
            "records of service are kept for good (Order 67 of the Ministry of Civil Affairs), so"
            " that certificates can be checked"
        ),
    ),
    PersonalData(
        model=EntryObjection,
        title=Text("对服务时长公示的异议", "Objections to service entries"),
        rows=mine(EntryObjection.participant_id),
        erasure=Blanked({"reason": ""}),
        remains=WITNESS,
        retention=Period(EVIDENCE_KEPT_FOR, EntryObjection.objected_at),
    ),
    PersonalData(
        model=ServiceAnomaly,
        title=Text("服务时长核查提示", "Facts noted about service"),
        rows=mine(ServiceAnomaly.participant_id),
        erasure=Deleted(),
        retention=Period(EVIDENCE_KEPT_FOR, ServiceAnomaly.noted_at),
    ),
    PersonalData(
        model=Certificate,
        title=Text("志愿服务记录证明", "Certificates of service"),
        rows=mine(Certificate.participant_id),
        erasure=Blanked(
            {
                "stated_name": None,
                "document": None,
                "content": None,
                "decline_reason": None,
                "revocation_reason": None,
            }
        ),
        remains=WITNESS
        | {"content_hash": "a digest over a random salt, by which anybody checks what is printed"},
        retention=Period(
            EVIDENCE_KEPT_FOR,
            Certificate.requested_at,
            only=Certificate.status.in_((CertificateStatus.DECLINED, CertificateStatus.WITHDRAWN)),
        ),
    ),
)
