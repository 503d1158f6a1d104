"""The tables of consultations: topic ← note, second, opinion ← endorsement; topic ← ballot ←
electoral roll ← voter, vote; ballot ← vote board."""

from app.consultations.models.ballot import (
    COUNTED,
    COUNTING_DELAY,
    VOTABLE,
    Ballot,
    BallotStatus,
    Tally,
    TwoPersonAct,
)
from app.consultations.models.opinion import (
    Endorsement,
    Opinion,
    OpinionReport,
    OpinionStatus,
    Stance,
)
from app.consultations.models.roll import ElectoralRollEntry, RollStatus, RollVoter
from app.consultations.models.rule import (
    ABSTAIN,
    NO,
    YES,
    Electorate,
    LegalEffect,
    Mode,
    NonvoterRule,
    QuestionKind,
    Rule,
    Share,
    ShareBase,
)
from app.consultations.models.topic import (
    AWAITING_ANSWER,
    DISCUSSED,
    WITHDRAWABLE,
    Topic,
    TopicCategory,
    TopicNote,
    TopicOutcome,
    TopicSecond,
    TopicStatus,
)
from app.consultations.models.vote import Vote
from app.consultations.models.vote_board import VoteBoardEntry
from app.consultations.models.vote_content import VoteContent, length_of

__all__ = [
    "ABSTAIN",
    "AWAITING_ANSWER",
    "COUNTED",
    "COUNTING_DELAY",
    "DISCUSSED",
    "NO",
    "VOTABLE",
    "WITHDRAWABLE",
    "YES",
    "Ballot",
    "BallotStatus",
    "ElectoralRollEntry",
    "Electorate",
    "Endorsement",
    "LegalEffect",
    "Mode",
    "NonvoterRule",
    "Opinion",
    "OpinionReport",
    "OpinionStatus",
    "QuestionKind",
    "RollStatus",
    "RollVoter",
    "Rule",
    "Share",
    "ShareBase",
    "Stance",
    "Tally",
    "Topic",
    "TopicCategory",
    "TopicNote",
    "TopicOutcome",
    "TopicSecond",
    "TopicStatus",
    "TwoPersonAct",
    "Vote",
    "VoteBoardEntry",
    "VoteContent",
    "length_of",
]
