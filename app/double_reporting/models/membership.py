"""Member registration (党员报到): sealed as a whole, and the only functions that open it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.double_reporting.models.form import RegistrationForm
from app.double_reporting.models.proceedings import Proceedings, VerifyMethod
from app.kernel.database.columns import CommunityScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.deadlines import first_of_next_month
from app.kernel.privacy.at_rest import PaddedJson
from app.kernel.privacy.damage import SealedDamaged
from app.kernel.privacy.sealed import Sealed, SealedJson, masked, own
from app.kernel.words import Worded


class MemberRegistrationStatus(Worded):
    SUBMITTED = "submitted", "待审核", "submitted"
    RETURNED = "returned", "已退回", "returned"
    ACTIVE = "active", "已确认", "active"
    DECLINED = "declined", "未通过", "declined"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"
    ENDED = "ended", "已结束", "ended"


S = MemberRegistrationStatus
LIVE_MEMBER_REGISTRATION = frozenset({S.SUBMITTED, S.RETURNED, S.ACTIVE})


class MemberRegistration(Stateful, CommunityScoped, Base):
    """Registration of a member; even its existence is sensitive (PIPL, art. 28). What stands open
    is its status. The person is found by a keyed index of the community, and has no foreign key;
    the organization has no index, because there are few organizations: equal values would tell
    which is which. Neither ids nor columns tell when anything happened. All rows of a person are
    deleted when the consent is withdrawn."""

    __tablename__ = "member_registrations"
    PRIVACY = "sensitive"
    NAMES_NOBODY = True
    IN_WORDS = StateWords("报到", "registration")
    MOVES = {
        "submit": (NEW, S.SUBMITTED),
        "return": ({S.SUBMITTED}, S.RETURNED),
        "resubmit": ({S.RETURNED}, S.SUBMITTED),
        "approve": ({S.SUBMITTED}, S.ACTIVE),
        "decline": ({S.SUBMITTED}, S.DECLINED),
        "withdraw": ({S.SUBMITTED, S.RETURNED}, S.WITHDRAWN),
        "end": ({S.ACTIVE}, S.ENDED),
    }
    new_id = staticmethod(uuid4)

    person_sealed: Mapped[bytes]
    person_index: Mapped[bytes | None]
    person_index_even: Mapped[bytes | None]
    person = Sealed("person_sealed", index="person_index")
    """Id of the participant."""
    proceedings_sealed: Mapped[bytes]
    proceedings_json = SealedJson("proceedings_sealed")
    organization_sealed: Mapped[bytes]
    organization = Sealed("organization_sealed")
    real_name_sealed: Mapped[bytes]
    real_name = Sealed("real_name_sealed")
    """The name as the unit knows it."""
    contact_sealed: Mapped[bytes]
    contact = Sealed("contact_sealed")
    offer_sealed: Mapped[bytes]
    offer = PaddedJson("offer_sealed", least=512)
    """Codes of skills, kinds of service and times, and the remarks."""
    status: Mapped[MemberRegistrationStatus] = mapped_column(
        text_enum(MemberRegistrationStatus), info={"privacy": "internal"}
    )
    over_since: Mapped[datetime | None] = mapped_column(info={"privacy": "internal"})
    """The first day of the month after the end, from which retention counts: the end itself would
    tell whose registration it is."""

    __table_args__ = (
        Index(
            "uq_member_registrations_live",
            *("community_id", "person_index"),
            unique=True,
            postgresql_where=status.in_(sorted(LIVE_MEMBER_REGISTRATION)),
        ),
        Index(
            "uq_member_registrations_live_even",
            *("community_id", "person_index_even"),
            unique=True,
            postgresql_where=status.in_(sorted(LIVE_MEMBER_REGISTRATION)),
        ),
        Index("ix_member_registrations_person", "community_id", "person_index"),
        Index("ix_member_registrations_person_even", "community_id", "person_index_even"),
        Index("ix_member_registrations_queue", "community_id", "status", "id"),
        CheckConstraint(
            "(status IN ('declined', 'withdrawn', 'ended')) = (over_since IS NOT NULL)",
            name="over",
        ),
    )

    @property
    def is_live(self) -> bool:
        return self.status in LIVE_MEMBER_REGISTRATION

    @property
    def is_whole(self) -> bool:
        """True if what a list or a page needs opens: one that is damaged is shown to nobody."""
        model = MemberRegistration
        try:
            own(self, model.person)
            own(self, model.organization)
            own(self, model.proceedings_json)
        except SealedDamaged:
            return False
        return True

    @property
    def participant_id(self) -> UUID:
        return UUID(_opened(self, MemberRegistration.person))

    @property
    def proceedings(self) -> Proceedings:
        return Proceedings.model_validate(own(self, MemberRegistration.proceedings_json))

    @proceedings.setter
    def proceedings(self, proceedings: Proceedings) -> None:
        self.proceedings_json = proceedings.model_dump(mode="json")

    def _note(self, **changes: Any) -> None:
        self.proceedings = self.proceedings.with_(**changes)

    def seal(self, form: RegistrationForm) -> None:
        self.organization = str(form.organization_id)
        self.real_name = form.real_name
        self.contact = form.contact
        self.offer = form.offer

    def resubmit(self, now: datetime) -> None:
        """Submit again after a return; the caller replaces every field of the form."""
        self.move("resubmit")
        self._note(submitted_at=now, decided_at=None, decided_by=None, reason=None)

    def return_(self, now: datetime, by: UUID, reason: str) -> None:
        self.move("return")
        self._note(decided_at=now, decided_by=by, reason=reason)

    def approve(self, now: datetime, by: UUID | None, method: VerifyMethod, receipt: str) -> None:
        """Approve it; `by` is None where the unit's list has confirmed it."""
        self.move("approve")
        self._note(decided_at=now, decided_by=by, reason=None)
        self._note(verify_method=method, receipt_number=receipt)

    def decline(self, now: datetime, by: UUID, reason: str) -> None:
        self.move("decline")
        self._note(decided_at=now, decided_by=by, reason=reason)
        self.over_since = first_of_next_month(now)

    def withdraw(self, now: datetime) -> None:
        """End an active registration; withdraw one that has not become active."""
        self.move("end" if self.status is S.ACTIVE else "withdraw")
        self._note(ended_at=now)
        self.over_since = first_of_next_month(now)

    def lapse(self, now: datetime, reason: str) -> None:
        """End it for want of a residence, whatever its live state."""
        self.withdraw(now)
        self._note(end_reason=reason)

    def end(self, now: datetime, reason: str) -> None:
        """End an active registration, by the community or the unit."""
        self.move("end")
        self._note(ended_at=now, end_reason=reason)
        self.over_since = first_of_next_month(now)


# The member may open the sealed form. So may the community's Party administrators and the unit's
# liaison, in one audited reveal (`members/sheets.py`). No other code does.


def read_form(registration: MemberRegistration) -> RegistrationForm:
    """Opens the whole form, for its member and for an audited reveal."""
    return RegistrationForm.opened(
        organization_of(registration),
        _opened(registration, MemberRegistration.real_name),
        _opened(registration, MemberRegistration.contact),
        own(registration, MemberRegistration.offer),
    )


def organization_of(registration: MemberRegistration) -> UUID:
    """Opens the organization, to tell whether a liaison may see the registration."""
    return UUID(_opened(registration, MemberRegistration.organization))


def open_organization(community_id: UUID, row_id: UUID, stored: bytes) -> UUID:
    """Opens the organization of a row, to tell in whose list it stands. Raises SealedDamaged."""
    model = MemberRegistration
    opened = model.organization.open_for(model, community_id, row_id, stored)
    assert opened is not None
    return UUID(opened)


def open_submitted_at(community_id: UUID, row_id: UUID, stored: bytes) -> datetime:
    """Opens the instant of the submission, to tell where in a list a row stands. Raises
    SealedDamaged."""
    model = MemberRegistration
    opened = model.proceedings_json.open_for(model, community_id, row_id, stored)
    assert opened is not None
    return datetime.fromisoformat(opened["submitted_at"])


def _opened(registration: MemberRegistration, field: Sealed) -> str:
    """Opens a field that is never empty."""
    value = own(registration, field)
    assert value is not None
    return value


def masked_name(registration: MemberRegistration) -> str | None:
    """The name as 王**, for staff who may see that the registration exists."""
    return masked(registration, MemberRegistration.real_name)
