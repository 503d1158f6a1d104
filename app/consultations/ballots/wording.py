"""Words that a voter reads before voting: who can see what of a vote and when, and what the result
will mean. Pure."""

from app.consultations.disclosure import MIN_PUBLISHED_VOTES
from app.consultations.models import Electorate, LegalEffect
from app.kernel.errors import Text
from app.kernel.words import Worded

RECORDED = Text(
    "这是记名表决。您的选择加密保存，并与您在表决人名册上的记录相关联。截止前，除您本人外，任何人都看不到"
    "您选了什么，也看不到已有多少人投票；截止后才计票。结果经两人核验后公布，公布的内容没有姓名；投票不足"
    f"{MIN_PUBLISHED_VOTES}票，或者所有人选择相同时，只公布表决结果，不公布票数。截止后，有核验权限的"
    "社区工作人员和街道、区、平台的管理员，写明理由后可以查看每一票；每次查看都留有记录，您本人"
    "可以查到。谁知道您的回执码，谁就能用它证明您是怎么投的，请不要交给别人。"
    "同时掌握数据库和密钥的系统运营者，在技术上能解开您的选择。",
    "This ballot is recorded. Your choices are stored encrypted, together with your entry on the"
    " roll. Before the close nobody but you sees what you chose, or how many have voted; votes are"
    " counted after it. Two persons certify the result; what is published has no names, and where"
    f" fewer than {MIN_PUBLISHED_VOTES} have voted or all chose alike, only the outcome is"
    " published. After the close those who may certify it (staff of the community, administrators"
    " of the subdistrict, the district and the platform) may look at single votes for a stated"
    " reason; each look is recorded, and you can see the record. Whoever knows your receipt code"
    " can prove with it how you voted, so keep it to yourself. An operator who holds both the"
    " database and its keys is technically able to open your vote.",
)
HOUSEHOLD = Text(
    "以户为单位的表决，一户一票。本户投票后，同户的其他人会收到消息，知道本户已经投票，看不到选了什么；"
    "只有投票的人可以更改。",
    "In a ballot of households each has one vote. When yours has voted, its others get a message"
    " that it has, but not how; only the person who cast its vote can change it.",
)


def who_sees_votes(electorate: Electorate) -> Text:
    if electorate is not Electorate.HOUSEHOLDS:
        return RECORDED
    return Text(RECORDED.zh + HOUSEHOLD.zh, f"{RECORDED.en} {HOUSEHOLD.en}")


class EffectWords(Worded):
    """The legal effect of a ballot, as it is said to people."""

    ADVISORY = (
        LegalEffect.ADVISORY.value,
        "本次表决是意见征询，结果供参考，不具有法律效力。",
        "This ballot is advisory: it asks for opinions and has no legal effect.",
    )
    RESIDENTS_RESOLUTION = (
        LegalEffect.RESIDENTS_RESOLUTION.value,
        "本次表决以居民会议决议的名义公告。",
        "This ballot was announced as a resolution of the residents.",
    )
    OWNERS_RESOLUTION = (
        LegalEffect.OWNERS_RESOLUTION.value,
        "本次表决以业主大会决定的名义公告。",
        "This ballot was announced as a resolution of the owners.",
    )
