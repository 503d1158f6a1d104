"""Schemas of participants. No answer to a write has a real name in clear, because answers are
stored for their Idempotency-Key."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StrictBool

from app.communities.models import AgeBand, Channel, ParticipantKind, ParticipantStatus
from app.communities.register.phones import e164
from app.communities.schemas import DeskEntry, Witnessed
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Name, Out, line


def _as_verified(phone: str) -> str:
    """Returns a phone number in the form in which numbers are verified. Raises ValueError."""
    number = e164(phone)
    if number is None:
        raise ValueError
    return number


class Join(In):
    display_name: Name
    """The name that others in the community see; it need not be the real one."""


class ParticipantOut(Out):
    id: UUID
    community_id: UUID
    display_name: str
    kind: ParticipantKind
    status: ParticipantStatus
    joined_at: datetime


class Me(ParticipantOut):
    """A participant with the fields that only the person sees."""

    household_id: UUID | None
    actions: list[str] = Field(description="What I may do now: leave, rename, rejoin.")
    household: str | None = Field(description="The address: the names of the places on its path.")
    real_name: str | None = Field(
        description="The verified name. Staff see it only by a reveal with a reason."
    )
    age_band: AgeBand | None = Field(description="As the register, the desk or a reviewer has it.")
    declared_age_band: AgeBand | None = Field(
        description="As I have declared it: it asks for a guardian, and opens nothing."
    )
    guardian_until: datetime | None = Field(
        description="Until when a guardian's consent lets me take part; null without one."
    )


class Participation(ParticipantOut):
    community_name: str


class ParticipationPage(Out):
    items: list[Participation]
    next_cursor: str | None


class DeskJoin(DeskEntry, Join):
    """A person without a phone whom staff enter, with the name of a witness."""

    real_name: Name | None = None
    has_paper_consent: StrictBool = False
    """True if the person has signed the consent, without which no real name is taken."""
    age_band: AgeBand | None = None
    """The age as the desk sees it on a document; no date of birth is taken."""


class DeskRename(Witnessed, Join):
    """A new display name for a participant who has asked at the desk, with the name of a
    witness."""


class AgeBandIn(In):
    age_band: AgeBand | None
    """The age that the desk has seen on a document; None where nobody knows it."""


class StaffParticipant(ParticipantOut):
    real_name: str | None = Field(description="Masked: 王**")
    household_id: UUID | None
    is_adult: bool = Field(description="True for known adults; an unknown age is not one.")
    has_user: bool = Field(description="False for a person whom only the desk knows.")
    channel: Channel


class ParticipantRow(StaffParticipant):
    """A participant as staff read them, told apart from others of the same name."""

    building: str | None = Field(description="The name of the building where they live.")
    place_path: str | None = Field(
        description="The path of the household, for those who review residence there;"
        " `household_id` is null without it."
    )
    actions: list[str] = Field(description="What the caller may do now.")
    phone_tail: str | None = Field(
        description="The last four digits of the phone number, for those who may reveal it."
    )


class StaffParticipantPage(StaffPage):
    items: list[ParticipantRow]


class ParticipantQuery(PageQuery):
    kind: ParticipantKind | None = None
    status: ParticipantStatus | None = None
    q: Name | None = None
    """The whole real name, for those who may read it."""
    phone: Annotated[str, line(20), AfterValidator(_as_verified)] | None = None
    """The whole phone number, for those who may read it."""
    display_name: Name | None = None
    """A part of the display name."""
    place_id: UUID | None = None
    """A household, entrance, building or grid: those who live in it."""
