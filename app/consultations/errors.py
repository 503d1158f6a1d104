"""Errors of consultations."""

from app.kernel.errors import Conflict, DomainError, Text
from app.kernel.members import instant, number, phrases

# ---------------------------------------------------------------- topics and opinions


class ResidentsOnly(DomainError):
    """An act of a visitor that only verified residents may do."""

    status = 403
    code = "consultations.residents_only"
    title = Text("请先完成居住核验", "Only verified residents take part: claim your residence")


class CannotSecondOwnTopic(Conflict):
    code = "consultations.own_topic"
    title = Text("不能附议自己提出的议题", "A topic is seconded by others than who raised it")


class AlreadySeconded(Conflict):
    code = "consultations.already_seconded"
    title = Text("已附议过此议题", "This topic is seconded already")


class CannotEndorseOwnOpinion(Conflict):
    code = "consultations.own_opinion"
    title = Text("不能赞同自己的意见", "An opinion is endorsed by others than its author")


class CannotReportOwnOpinion(Conflict):
    code = "consultations.own_opinion_reported"
    title = Text("不能举报自己的意见", "You cannot report your own opinion")


class AlreadyReported(Conflict):
    code = "consultations.already_reported"
    title = Text("已举报过该意见", "This opinion is reported already")


class AlreadyEndorsed(Conflict):
    code = "consultations.already_endorsed"
    title = Text("已赞同过此意见", "This opinion is endorsed already")


class ReplyTooDeep(DomainError):
    """A reply to a reply; replies go one level deep."""

    status = 422
    code = "consultations.reply_too_deep"
    title = Text("不能对回复再作回复", "A reply is not replied to")


class TooManyTopics(Conflict):
    """Carries `most`: the number of topics of one resident that may wait for an answer."""

    code = "consultations.too_many_topics"
    title = Text(
        "等待答复的议题已达上限，请在得到答复后再提", "Too many topics are waiting for an answer"
    )
    members = {
        "most": number("Topics of one resident that may wait for an answer.", 3),
    }


class TooManyOpinions(Conflict):
    """Carries `most`: the number of opinions of one resident on a topic, replies included."""

    code = "consultations.too_many_opinions"
    title = Text(
        "在此议题下发表的意见条数已达上限", "The limit of opinions on this topic is reached"
    )
    members = {
        "most": number("Opinions of one resident on a topic, replies included.", 20),
    }


# ---------------------------------------------------------------- ballots and votes


class BallotExists(Conflict):
    """A second ballot of a topic; the first must be annulled before."""

    code = "consultations.ballot_exists"
    title = Text("该议题已有表决", "This topic has a ballot already")


class BallotFrozen(Conflict):
    code = "consultations.ballot_frozen"
    title = Text("表决公告后内容不得更改", "What has been announced does not change")


class BallotAltered(Conflict):
    """A ballot whose row differs from its manifest: somebody has changed the database."""

    code = "consultations.ballot_altered"
    title = Text("表决内容与公告不一致", "The ballot is not what was announced")


class BallotNotYet(Conflict):
    """Carries `opens_at`."""

    code = "consultations.ballot_not_yet"
    title = Text("表决尚未到开始时间", "The ballot does not open yet")
    members = {
        "opens_at": instant("Opening of the ballot."),
    }


class BallotNotOver(Conflict):
    """Carries `closes_at`."""

    code = "consultations.ballot_not_over"
    title = Text("表决尚未结束", "The ballot is not over yet")
    members = {
        "closes_at": instant("Close of the ballot."),
    }


class NoticeTooShort(Conflict):
    """Carries `earliest`: when the ballot may open if it is announced now."""

    code = "consultations.notice_too_short"
    title = Text("从公告到开始投票的时间不足", "The notice period is too short")
    detail = Text(
        "请推迟开始时间，最早的开始时间见 earliest。",
        "Let it open later: earliest says when it may open.",
    )
    members = {
        "earliest": instant("Earliest opening, if it is announced now."),
    }


class LegalEffectNotOffered(DomainError):
    """A ballot with a legal effect that is not offered yet; carries `offered`. A draft is revised;
    a ballot that was announced so is annulled, and held anew as an advisory one."""

    status = 422
    code = "consultations.legal_effect_not_offered"
    title = Text(
        "目前只能发起意见征询，不能作出有法律效力的决议",
        "Only advisory ballots are offered yet, none with a legal effect",
    )
    detail = Text(
        "有法律效力的决议须有会议决定、依居民名册编制的表决人名册和纸质选票，系统尚不具备。请把法律效力改为"
        "“意见征询”；已公告的，请作废后重新发起。",
        "A resolution needs a meeting that resolves on it, a roll from the register and votes on"
        " paper, none of which exists here yet. Make the ballot advisory; one that is announced"
        " already is annulled and held anew.",
    )
    members = {
        "offered": phrases("Effects that are offered.", "advisory"),
    }


class WindowTooShort(DomainError):
    """A ballot that is open for less than a day; carries `earliest`, at which it may close."""

    status = 422
    code = "consultations.window_too_short"
    title = Text("投票时间至少为一天", "A ballot is open for a day at least")
    members = {
        "earliest": instant("Earliest close."),
    }


class RuleTooWeak(DomainError):
    """A rule with a quorum of nobody, or by which less than half may decide."""

    status = 422
    code = "consultations.rule_too_weak"
    title = Text(
        "参与比例须大于零，通过比例不得低于二分之一",
        "The quorum is more than nobody, and at least one half is needed to pass",
    )
    detail = Text(
        "单选题如按得票最多者通过，请在规则中写明“得票最多者通过”（plurality）。",
        "Where the option that most have chosen is to pass, the rule says so: plurality.",
    )


class PluralityNeedsChoice(DomainError):
    status = 422
    code = "consultations.plurality_needs_choice"
    title = Text(
        "“得票最多者通过”只用于单选题", "Plurality decides questions with several options alone"
    )


class NotAScope(DomainError):
    """A topic or ballot of a household alone, whose people everybody would know."""

    status = 422
    code = "consultations.not_a_scope"
    title = Text("请选择网格、楼栋或单元", "Choose a grid, a building or an entrance")


class PlaceOutsideTopic(DomainError):
    """A ballot of others than those whom its topic concerns."""

    status = 422
    code = "consultations.place_outside_topic"
    title = Text(
        "表决的范围不能超出议题的范围", "A ballot is held where its topic lies, or in a part of it"
    )


class RollEmpty(Conflict):
    code = "consultations.roll_empty"
    title = Text("表决人名册为空", "Nobody is on the electoral roll")


class NothingToConfirm(Conflict):
    code = "consultations.nothing_to_confirm"
    title = Text("没有待确认的操作", "Nobody has asked for this yet")


class NotOnRoll(DomainError):
    status = 403
    code = "consultations.not_on_roll"
    title = Text("您不在本次表决的表决人名册中", "You are not on the roll of this ballot")


class VotingNotOpen(Conflict):
    """Carries `opens_at`."""

    code = "consultations.voting_not_open"
    title = Text("投票尚未开始", "Voting has not opened yet")
    members = {
        "opens_at": instant("Opening of the ballot."),
    }


class VotingClosed(Conflict):
    """Carries `closed_at`."""

    code = "consultations.voting_closed"
    title = Text("投票已截止", "Voting has closed")
    members = {
        "closed_at": instant("Close of the ballot."),
    }


class AlreadyVoted(Conflict):
    """A second vote of a person or household; while the ballot is open, `PUT …/votes/mine` changes
    the first."""

    code = "consultations.already_voted"
    title = Text("已投过票", "This vote has been cast already")


class VotedOnPaper(Conflict):
    code = "consultations.voted_on_paper"
    title = Text("已领取纸质选票", "A paper vote was handed out instead")


class CastByAnother(DomainError):
    """A change of the household's vote by another of its residents than who cast it."""

    status = 403
    code = "consultations.cast_by_another"
    title = Text(
        "本户的票由同户其他人投出，只有其本人可以更改",
        "Only the person who cast this vote can change it",
    )


class NotVoted(Conflict):
    code = "consultations.not_voted"
    title = Text("尚未投票", "There is no vote to change yet")


class UnknownChoice(DomainError):
    """A vote that leaves a question out or names an unknown option; carries `questions`."""

    status = 422
    code = "consultations.unknown_choice"
    title = Text("选项不正确", "Answer each question by one of its options")
    members = {
        "questions": phrases("Keys of the questions without a right answer.", "lift"),
    }
