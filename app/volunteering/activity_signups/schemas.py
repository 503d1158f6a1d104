"""Schemas of signing up for several dates of an activity at once, and of withdrawing from them."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StrictBool, model_validator

from app.communities.schemas import OnBehalf
from app.kernel.errors import DomainError
from app.kernel.web.problems import body_of, request_id
from app.kernel.web.schemas import In, Out, line
from app.volunteering.models import MAX_AHEAD
from app.volunteering.signups.schemas import SignupOut

MAX_DATES = MAX_AHEAD


class SignUpForDates(In):
    """A sign-up for several shifts of an activity, or for all that are to come. The risks must be
    acknowledged (Volunteer Service Regulations, art. 12)."""

    is_risk_acknowledged: Literal[True]
    shift_ids: list[UUID] = Field([], max_length=MAX_DATES)
    all: StrictBool = False
    """True for all shifts that have not begun, the next 60 at most, in place of `shift_ids`."""
    role_name: Annotated[str, line(30, least=0)] = ""
    """Name of the role on each shift; not needed where a shift has a single role without one."""

    @model_validator(mode="after")
    def _names_dates(self) -> Self:
        if self.all == bool(self.shift_ids):
            raise ValueError("name the shifts, or say all")
        return self


class DeskSignUpForDates(OnBehalf, SignUpForDates):
    """A sign-up for several dates that staff enter for a resident, with the name of a witness."""

    has_guardian_consent: StrictBool = False
    """True where a guardian has agreed, which the sign-up of a minor needs."""


class WithdrawFromDates(In):
    """A withdrawal from several shifts of an activity, or from all that are to come."""

    shift_ids: list[UUID] = Field([], max_length=MAX_DATES)
    all: StrictBool = False
    """True for all shifts that have not begun, in place of `shift_ids`."""

    @model_validator(mode="after")
    def _names_dates(self) -> Self:
        if self.all == bool(self.shift_ids):
            raise ValueError("name the shifts, or say all")
        return self


class DeskWithdrawFromDates(OnBehalf, WithdrawFromDates):
    """A withdrawal from several dates that staff enter for a resident."""


class DateProblem(Out):
    """The problem with which one date is refused, as a request for it alone would answer."""

    code: str
    status: int
    title: str
    detail: str

    @classmethod
    def of(cls, error: DomainError, *, is_english: bool) -> Self:
        body = body_of(error, is_english, request_id())
        return cls(**{name: body[name] for name in cls.model_fields})


class DateAnswer(Out):
    """The answer for one date: a sign-up, or a problem."""

    shift_id: UUID
    starts_at: datetime | None = Field(description="Null for a shift that is not there.")
    signup: SignupOut | None
    problem: DateProblem | None


class DateAnswers(Out):
    items: list[DateAnswer] = Field(description="One for each shift, the soonest first.")
