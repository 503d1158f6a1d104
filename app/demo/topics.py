"""Topics of the demo town, one in each status before a ballot, with opinions."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.models import Participant, ParticipantKind
from app.consultations.models import Opinion, Stance, Topic, TopicCategory, TopicStatus
from app.consultations.opinions import moderation
from app.consultations.opinions import service as opinions
from app.consultations.opinions.schemas import DeskOpinion, OpinionIn
from app.consultations.topics import service as topics
from app.consultations.topics.schemas import DeskTopic, TopicDecision, TopicIn
from app.demo.town import WITNESS, Neighbourhood
from app.kernel import clock

S = TopicStatus
C = TopicCategory


class TopicText(NamedTuple):
    title: str
    text: str
    category: TopicCategory
    becomes: TopicStatus
    days_ago: int
    opinions: tuple[tuple[Stance, str], ...] = ()
    by_community: bool = False


TOPICS = (
    TopicText(
        "楼下快递柜太吵",
        "夜里取件提示音很响，希望商量静音时段。",
        C.ENVIRONMENT,
        S.SUBMITTED,
        9,
    ),
    TopicText(
        "增设晾衣架", "南边空地可以立几组晾衣架，方便老人晒被子。", C.FACILITIES, S.SCREENING, 2
    ),
    TopicText("更换我家门口的灯泡", "三楼声控灯坏了一周。", C.FACILITIES, S.DECLINED, 12),
    TopicText(
        "小广场跳舞的时间和音量",
        "想跳舞的和想休息的都有道理，一起定个时间和音量。",
        C.COVENANT,
        S.OPEN,
        4,
        (
            (Stance.FOR, "晚上八点半结束，大家都能接受。"),
            (Stance.AGAINST, "孩子要写作业，最好周末再跳。"),
            (Stance.NEUTRAL, "先试一个月再看。"),
        ),
    ),
    TopicText(
        "三号空地建停车位还是种树",
        "空地约两百平方米，停车紧张，也缺树荫，请大家发表意见。",
        C.PARKING,
        S.DELIBERATING,
        15,
        (
            (Stance.FOR, "先解决停车，晚归根本没有位置。"),
            (Stance.AGAINST, "小区里连片树荫都没有，应该种树。"),
            (Stance.NEUTRAL, "一半停车一半种树行不行？"),
        ),
        by_community=True,
    ),
    TopicText(
        "每月一次的楼道清洁日",
        "每月第一个周六上午，各单元自己打扫自己的楼道。",
        C.ENVIRONMENT,
        S.DECIDED,
        30,
        ((Stance.FOR, "支持，工具可以放在社区。"), (Stance.FOR, "我们单元一直这样做，挺好。")),
    ),
    TopicText("电梯广告换成公告", "已与物业谈妥，不必再议。", C.PROPERTY, S.WITHDRAWN, 6),
)
NOTES = {
    S.SCREENING: "已收到，正在核实情况。",
    S.OPEN: "属于居民共同事项，欢迎附议和发表意见。",
    S.DELIBERATING: "周六上午九点在社区活动室协商。",
    S.DECIDED: "协商一致，从下月开始。",
}
DECLINED = "属于日常维修，已转物业，三日内处理。"
MINUTES = "到会二十六人，一致同意。工具由社区提供，各单元轮流值日。"
RUDE = "说这种话的人就是不讲道理。"


async def fill_topics(
    session: AsyncSession, here: Neighbourhood, people: Sequence[UUID], rng: Random
) -> None:
    """Raise each topic and lead it on as residents and staff would, under the clock of its day."""
    query = (
        select(Participant)
        .where(
            Participant.community_id == here.id,
            Participant.id.in_(people),
            Participant.kind == ParticipantKind.RESIDENT,
            Participant.user_id.is_not(None),
        )
        .order_by(Participant.id)
    )
    residents = list(await session.scalars(query))
    for text in TOPICS if len(residents) > 1 else ():
        with clock.frozen(clock.now() - timedelta(days=text.days_ago)):
            await _raise_topic(session, here, text, rng.sample(residents, len(residents)))


async def _raise_topic(
    session: AsyncSession, here: Neighbourhood, text: TopicText, residents: list[Participant]
) -> None:
    raiser, *others = residents
    raised = TopicIn(title=text.title, text=text.text, category=text.category)
    if text.by_community:
        desk = DeskTopic(**raised.model_dump())
        topic = await topics.raise_by_staff(session, desk, by=here.staff)
    else:
        topic = await topics.raise_topic(session, here.id, ActingFor.participant(raiser), raised)
    for status in _path_to(text.becomes):
        if status is S.DELIBERATING:
            await _speak(session, here, topic, text, others)
        await _lead(session, here, topic, status)
    if text.becomes is S.WITHDRAWN:
        await topics.withdraw(session, topic, ActingFor.participant(raiser))
    if text.becomes is S.OPEN:
        await _speak(session, here, topic, text, others)
        await topics.second(session, topic, ActingFor.participant(others[0]))


def _path_to(status: TopicStatus) -> Iterator[TopicStatus]:
    """Statuses through which staff lead a topic, up to this one."""
    led = (S.SCREENING, S.OPEN, S.DELIBERATING, S.DECIDED)
    if status is S.DECLINED:
        yield from (S.SCREENING, S.DECLINED)
    elif status in led:
        yield from led[: led.index(status) + 1]


async def _lead(
    session: AsyncSession, here: Neighbourhood, topic: Topic, status: TopicStatus
) -> None:
    by = here.staff
    match status:
        case S.SCREENING:
            await topics.screen(session, topic, NOTES[status], by=by)
        case S.DECLINED:
            await topics.decline(session, topic, DECLINED, by=by)
        case S.OPEN:
            await topics.open_topic(session, topic, NOTES[status], by=by)
        case S.DELIBERATING:
            await topics.deliberate(session, topic, NOTES[status], by=by)
        case _:
            decision = TopicDecision(note=NOTES[status], minutes=MINUTES)
            await topics.decide(session, topic, decision, by=by)


async def _speak(
    session: AsyncSession,
    here: Neighbourhood,
    topic: Topic,
    text: TopicText,
    people: list[Participant],
) -> None:
    """Post the opinions, each by another person if there are enough; staff read them. The first one
    is endorsed and replied to, by a reply from the desk that waits for a second reader, and by one
    that staff refuse."""
    posted: list[Opinion] = []
    for n, (stance, words) in enumerate(text.opinions):
        opinion = OpinionIn(stance=stance, text=words)
        acting = ActingFor.participant(people[n % len(people)])
        posted.append(await opinions.post(session, topic, acting, opinion))
        await moderation.pass_opinion(session, posted[-1], by=here.staff)
    for endorser in people[1:6]:
        await opinions.endorse(session, posted[0], ActingFor.participant(endorser))
    desk = DeskOpinion(
        on_behalf_of=people[-1].id,
        witness=WITNESS,
        stance=Stance.NEUTRAL,
        text="我也想听听大家怎么说。",
        reply_to=posted[0].id,
    )
    await opinions.post(session, topic, desk.acting(here.staff), desk)
    if text.becomes is S.DELIBERATING:
        rude = OpinionIn(stance=Stance.AGAINST, text=RUDE, reply_to=posted[0].id)
        reply = await opinions.post(session, topic, ActingFor.participant(people[-1]), rude)
        await moderation.refuse(session, reply, "含有人身攻击，请对事不对人", by=here.staff)
