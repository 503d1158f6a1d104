"""Ballots as the API takes and shows them."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, StrictBool, StrictInt, model_validator

from app.consultations.models import (
    ABSTAIN,
    NO,
    YES,
    BallotStatus,
    Electorate,
    LegalEffect,
    Mode,
    NonvoterRule,
    QuestionKind,
    ShareBase,
    TwoPersonAct,
)
from app.consultations.roll.schemas import MyEligibility
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Instant, Out, Reason, line

StableKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$", examples=["lift"])]
"""Key of a question or an option, the same in every vote, on the board and in the manifest."""
YES_NO = ((YES, "同意"), (NO, "不同意"))
ABSTENTION = {"key": ABSTAIN, "title": "弃权"}


EXAMPLE = [{"key": "lift", "kind": "yes_no_abstain", "title": "是否加装电梯"}]


class Option(In):
    key: StableKey
    title: Annotated[str, line(100)]


class Question(In):
    """Question of a ballot. `yes_no_abstain` has fixed options, `single` has those in `options`.
    Both offer `abstain`, which counts as taking part."""

    key: StableKey
    kind: QuestionKind
    title: Annotated[str, line(200, least=2)]
    options: Annotated[list[Option], Field(max_length=20)] = []

    @model_validator(mode="after")
    def _offers_a_choice(self) -> Self:
        keys = [option.key for option in self.options]
        if self.kind is QuestionKind.YES_NO_ABSTAIN and keys:
            raise ValueError("its options are yes, no and abstain")
        if self.kind is QuestionKind.SINGLE and (len(set(keys)) != len(keys) or len(keys) < 2):
            raise ValueError("two options at least, each with a key of its own")
        if ABSTAIN in keys:
            raise ValueError("abstain is always offered")
        return self

    def frozen(self) -> dict[str, Any]:
        """Returns the question as the row and the manifest hold it, with all of its options."""
        own = [{"key": option.key, "title": option.title} for option in self.options]
        fixed = [{"key": key, "title": title} for key, title in YES_NO]
        is_fixed = self.kind is QuestionKind.YES_NO_ABSTAIN
        options = [*(fixed if is_fixed else own), ABSTENTION]
        return {"key": self.key, "kind": str(self.kind), "title": self.title, "options": options}


class ShareIn(In):
    """Exact fraction such as 1/2 or 2/3. Inclusive means at least (以上), otherwise more than
    (过半)."""

    numerator: Annotated[StrictInt, Field(ge=0, le=1000)]
    denominator: Annotated[StrictInt, Field(ge=1, le=1000)]
    is_inclusive: StrictBool

    @model_validator(mode="after")
    def _is_a_part(self) -> Self:
        if self.numerator > self.denominator:
            raise ValueError("a share is no more than the whole")
        return self


class RuleIn(In):
    """Rule of a ballot. `quorum` is a share of the roll. `passing` is a share of the roll, of the
    votes returned (`present`) or of those that do not abstain (`valid`). With `plurality` the
    option of a `single` question that most have chosen passes, whatever its share. Ties fail;
    abstaining is taking part."""

    quorum: ShareIn = ShareIn(numerator=1, denominator=2, is_inclusive=False)
    passing: ShareIn = ShareIn(numerator=1, denominator=2, is_inclusive=False)
    passing_of: ShareBase = ShareBase.PRESENT
    nonvoters: NonvoterRule = NonvoterRule.EXCLUDE
    plurality: StrictBool = False


class BallotIn(In):
    """Draft of a ballot; a PUT replaces the whole of it."""

    title: Annotated[str, line(100, least=2)]
    place_id: Annotated[UUID | None, Field(examples=[None])] = None
    """Grid, building or entrance whose residents vote; null for the place of the topic."""
    mode: Mode = Mode.RECORDED
    electorate: Electorate
    legal_effect: LegalEffect = LegalEffect.ADVISORY
    questions: Annotated[list[Question], Field(min_length=1, max_length=10, examples=[EXAMPLE])]
    rule: RuleIn = RuleIn()
    notice_days: Annotated[
        StrictInt,
        Field(
            ge=1,
            le=60,
            description="Calendar days of notice before the opening. The day of the announcement"
            " does not count; the last day ends at 24:00.",
        ),
    ] = 7
    opens_at: Annotated[Instant, Field(examples=["2026-12-20T00:00:00Z"])]
    closes_at: Annotated[Instant, Field(examples=["2026-12-30T00:00:00Z"])]

    @model_validator(mode="after")
    def _has_a_window_and_one_key_each(self) -> Self:
        if self.opens_at >= self.closes_at:
            raise ValueError("it closes after it opens")
        if len({question.key for question in self.questions}) != len(self.questions):
            raise ValueError("each question has a key of its own")
        return self


class NewBallot(BallotIn):
    topic_id: UUID


class Announcement(In):
    note: Reason
    """Public note in the history of the topic."""


class OptionOut(Out):
    key: str
    title: str


class QuestionOut(Out):
    key: str
    kind: QuestionKind
    title: str
    options: list[OptionOut]


class ShareOut(Out):
    numerator: int
    denominator: int
    is_inclusive: bool


class RuleOut(Out):
    quorum: ShareOut
    passing: ShareOut
    passing_of: ShareBase
    nonvoters: NonvoterRule
    plurality: bool = False


class BallotShown(Out):
    """Ballot as everybody may read it."""

    id: UUID
    topic_id: UUID
    place_id: UUID | None
    title: str
    mode: Mode
    electorate: Electorate
    legal_effect: LegalEffect
    questions: list[QuestionOut]
    rule: RuleOut
    notice_days: int
    opens_at: datetime
    closes_at: datetime
    status: BallotStatus
    announced_at: datetime | None
    roll_size: int | None
    roll_digest: str | None
    manifest_sha256: str | None
    annul_reason: str | None


class BallotRow(BallotShown):
    """The columns of a ballot that staff see."""

    manifest: str | None = Field(description="Canonical JSON (RFC 8785), as announced.")
    asked_act: TwoPersonAct | None
    """Act that one person has requested and another has to confirm."""
    closed_at: datetime | None
    certified_at: datetime | None
    published_at: datetime | None
    annulled_at: datetime | None
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class BallotOut(BallotRow):
    """Ballot as staff see it."""

    topic_title: str
    place_path: str | None
    actions: list[str]
    """Acts that the caller may do with it now, by the last word of the operation's path; `revise`
    is the PUT, `…_confirm` the confirmation of what another has requested."""


class PlainWords(Out):
    zh: str
    en: str


class MyBallot(BallotShown):
    """Ballot with what concerns the reader: whether they may vote, and whether they have."""

    manifest: str = Field(description="Canonical JSON (RFC 8785); its SHA-256 stands beside it.")
    place_path: str | None
    who_sees_votes: PlainWords
    """Tells who can see what of a vote, and when; it is shown before voting."""
    effect_in_words: PlainWords
    """Tells what the result will mean in law."""
    my_eligibility: MyEligibility
    is_on_roll: bool
    has_voted: bool
    """True once the vote is cast; a household has one vote, whoever casts it."""


class BallotPage(StaffPage):
    items: list[BallotOut]


class BallotQuery(PageQuery):
    status: BallotStatus | None = None
    topic_id: UUID | None = None
