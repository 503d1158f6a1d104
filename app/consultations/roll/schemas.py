"""Electoral roll as staff see it: counts without names."""

from app.consultations.models import Electorate
from app.kernel.web.schemas import Out
from app.kernel.words import Worded


class WhyNot(Worded):
    """The reason for which somebody may not vote now."""

    NOT_A_PARTICIPANT = "not_a_participant", "尚未加入本社区", "not a participant of the community"
    INACTIVE = "inactive", "社区身份已退出或停用", "participation has ended or is blocked"
    """They have left the community, or are blocked."""
    RESIDENCE_NOT_VERIFIED = (
        "residence_not_verified",
        "居住信息尚未通过审核",
        "residence is not verified",
    )
    LIVES_ELSEWHERE = (
        "lives_elsewhere",
        "不住在表决范围内",
        "lives outside the places of the ballot",
    )
    """The ballot is one of a place in which they do not live."""
    NOT_KNOWN_ADULT = "not_known_adult", "没有成年登记", "not known to be an adult"
    NOT_ON_ROLL = "not_on_roll", "不在表决人名册中", "not on the roll"
    """They became eligible after the roll was drawn up."""
    NOT_OPEN_YET = "not_open_yet", "投票尚未开始", "voting has not begun"
    CLOSED = "closed", "投票已截止", "voting has closed"
    VOTED = "voted", "已经投票", "has voted"
    HOUSEHOLD_VOTED = "household_voted", "本户已经投票", "the household has voted"
    """Another resident of the household has cast its vote."""
    VOTED_ON_PAPER = "voted_on_paper", "已领取纸质选票", "has a paper ballot"


class MyEligibility(Out):
    may: bool
    """True where the caller may cast a vote now."""
    because: WhyNot | None
    """The reason where they may not."""


class RollCounts(Out):
    electorate: Electorate
    size: int | None
    """Votes that can be cast; None before the roll is drawn up."""
    digest: str | None
    voters: int
    """People who may cast them; any verified resident may cast the vote of a household."""
    voted: int | None
    """Votes that were cast; None before the close, because nobody reads counts until then, and
    where only the outcome is told."""
