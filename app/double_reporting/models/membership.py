"""Member registration (党员报到): the sealed form, and the only functions that open it."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.review import Reviewed
from app.kernel.database.states import NEW, Stateful
from app.kernel.privacy.audit import Actor
from app.kernel.privacy.reveal import reveal
from app.kernel.privacy.sealed import Sealed, masked, shown


class MemberRegistrationStatus(StrEnum):
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACTIVE = "active"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class VerifyMethod(StrEnum):
    """Means by which the membership was confirmed, once and with the approval."""

    UNIT_LIAISON = "unit_liaison"
    COMMUNITY = "community"
    PAPER_SLIP = "paper_slip"


S = MemberRegistrationStatus
LIVE_MEMBER_REGISTRATION = frozenset({S.SUBMITTED, S.RETURNED, S.ACTIVE})


class RegistrationForm(NamedTuple):
    """The member's own entries, all of them sealed; the organization is named by its id."""

    organization_id: UUID
    real_name: str
    skills: str
    time_available: str
    willingness: str


class MemberField(StrEnum):
    """Sealed field that staff may reveal, one at a time."""

    ORGANIZATION = "organization"
    REAL_NAME = "real_name"
    SKILLS = "skills"
    TIME_AVAILABLE = "time_available"
    WILLINGNESS = "willingness"


class MemberRegistration(Stateful, Reviewed, Entered, CommunityScoped, Base):
    """Registration of a member; even its existence is sensitive (PIPL, art. 28). The organization
    has no foreign key, because it is sealed and found by a keyed blind index. All sealed fields are
    erased when the consent is withdrawn."""

    __tablename__ = "member_registrations"
    PRIVACY = "sensitive"
    MOVES = {
        "submit": (NEW, S.SUBMITTED),
        "return": ({S.SUBMITTED}, S.RETURNED),
        "resubmit": ({S.RETURNED}, S.SUBMITTED),
        "approve": ({S.SUBMITTED}, S.ACTIVE),
        "decline": ({S.SUBMITTED}, S.DECLINED),
        "withdraw": ({S.SUBMITTED, S.RETURNED}, S.WITHDRAWN),
        "end": ({S.ACTIVE}, S.ENDED),
    }

    participant_id: Mapped[UUID]
    organization_sealed: Mapped[bytes | None]
    organization_index: Mapped[bytes | None]
    organization = Sealed("organization_sealed", index="organization_index")
    real_name_sealed: Mapped[bytes | None]
    real_name = Sealed("real_name_sealed")
    """The name as the unit knows it."""
    skills_sealed: Mapped[bytes | None]
    skills = Sealed("skills_sealed")
    time_available_sealed: Mapped[bytes | None]
    time_available = Sealed("time_available_sealed")
    willingness_sealed: Mapped[bytes | None]
    willingness = Sealed("willingness_sealed")
    status: Mapped[MemberRegistrationStatus] = mapped_column(text_enum(MemberRegistrationStatus))
    verify_method: Mapped[VerifyMethod | None] = mapped_column(text_enum(VerifyMethod))
    receipt_number: Mapped[str | None] = mapped_column(info={"privacy": "internal"})
    ended_at: Mapped[datetime | None]
    """The instant of the withdrawal or the end."""
    end_reason: Mapped[str | None]

    __table_args__ = (
        witnessed(),
        within("participants", "participant_id", name="fk_member_registrations_participant"),
        Index(
            "uq_member_registrations_live",
            *("community_id", "participant_id"),
            unique=True,
            postgresql_where=status.in_(sorted(LIVE_MEMBER_REGISTRATION)),
        ),
        Index("ix_member_registrations_mine", "community_id", "participant_id", "id"),
        Index("ix_member_registrations_queue", "community_id", "status", "id"),
        Index("ix_member_registrations_unit", "community_id", "organization_index", "id"),
        CheckConstraint(
            "(status IN ('active', 'ended')) = "
            "(verify_method IS NOT NULL AND receipt_number IS NOT NULL)",
            name="receipt",
        ),
    )

    @property
    def is_live(self) -> bool:
        return self.status in LIVE_MEMBER_REGISTRATION

    def seal(self, form: RegistrationForm) -> None:
        self.organization = str(form.organization_id)
        self.real_name = form.real_name
        self.skills = form.skills
        self.time_available = form.time_available
        self.willingness = form.willingness

    def forget(self) -> None:
        """Erase every sealed field and the blind index, because the consent is gone."""
        self.organization = self.real_name = None
        self.skills = self.time_available = self.willingness = None

    def resubmit(self, now: datetime) -> None:
        """Submit again after a return; the caller replaces every field."""
        self.move("resubmit")
        self.submit_anew(now)

    def return_(self, now: datetime, by: UUID, reason: str) -> None:
        self.move("return")
        self.decide(now, by, reason)

    def approve(self, now: datetime, by: UUID, method: VerifyMethod, receipt: str) -> None:
        self.move("approve")
        self.decide(now, by)
        self.verify_method, self.receipt_number = method, receipt

    def decline(self, now: datetime, by: UUID, reason: str) -> None:
        self.move("decline")
        self.decide(now, by, reason)

    def withdraw(self, now: datetime) -> None:
        """End an active registration; withdraw one that has not become active."""
        self.move("end" if self.status is S.ACTIVE else "withdraw")
        self.ended_at = now

    def end(self, now: datetime, reason: str) -> None:
        """End an active registration, by the community or the unit."""
        self.move("end")
        self.ended_at, self.end_reason = now, reason


# The member may open the sealed form. So may the community's Party administrators and the unit's
# liaison, one field at a time; each reveal is audited. No other code does.

_FIELDS = {field: getattr(MemberRegistration, field) for field in MemberField}


def read_own(registration: MemberRegistration) -> RegistrationForm | None:
    """Open the whole form for its member; None after it was erased."""
    organization = shown(registration, MemberRegistration.organization)
    if organization is None:
        return None
    return RegistrationForm(
        UUID(organization),
        shown(registration, MemberRegistration.real_name) or "",
        shown(registration, MemberRegistration.skills) or "",
        shown(registration, MemberRegistration.time_available) or "",
        shown(registration, MemberRegistration.willingness) or "",
    )


def masked_name(registration: MemberRegistration) -> str | None:
    """The name as 王**, for staff who may see that the registration exists."""
    return masked(registration, MemberRegistration.real_name)


def reveal_field(
    session: AsyncSession,
    registration: MemberRegistration,
    field: MemberField,
    *,
    by: Actor,
    reason: str,
) -> str | None:
    """Open one field for staff, audited; the organization by its id."""
    return reveal(session, registration, _FIELDS[field], by=by, reason=reason)


def indexes_of(community_id: UUID, organizations: Collection[UUID]) -> list[bytes]:
    """Values of `organization_index` for these organizations."""
    field = MemberRegistration.organization
    model = MemberRegistration
    return [field.blind_for(model, community_id, str(id_)) for id_ in organizations]
