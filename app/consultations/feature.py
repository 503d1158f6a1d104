"""Consultations: topics, opinions on them, ballots and their results."""

from app.consultations import listeners, messages, models, todo
from app.consultations.ballots import admin_router as admin_ballots
from app.consultations.ballots import router as ballots
from app.consultations.opinions import admin_router as admin_opinions
from app.consultations.opinions import router as opinions
from app.consultations.opinions import todo as opinions_todo
from app.consultations.personal_data import PERSONAL_DATA
from app.consultations.results import admin_router as admin_results
from app.consultations.results import router as results
from app.consultations.screens import admin_router as admin_topics
from app.consultations.screens import router as topics
from app.consultations.sweeps import SWEEPS
from app.consultations.voting import admin_router as admin_votes
from app.consultations.voting import router as voting
from app.kernel.feature import Feature

CONSULTATIONS = Feature(
    name="consultations",
    tags={
        "ballots": "Ballots (表决): questions, rules and windows.",
        "opinions": "Opinions (意见) on topics, and their endorsements.",
        "results": "Results (表决结果): counted, certified by two persons, published.",
        "topics": "Topics (议题): raised, seconded (附议), deliberated (协商), decided.",
        "votes": "Votes (投票): one for each entry of the roll.",
    },
    hot=(voting.hot_router,),
    resident_in_community=(
        topics.router,
        opinions.router,
        ballots.router,
        voting.router,
        results.router,
    ),
    admin_in_community=(
        admin_topics.router,
        admin_opinions.router,
        admin_ballots.router,
        admin_results.router,
        admin_votes.unstored_router,
    ),
    listeners=(
        *listeners.LISTENERS,
        *messages.LISTENERS,
        *todo.LISTENERS,
        *opinions_todo.LISTENERS,
    ),
    todos=(*todo.TODOS, *opinions_todo.TODOS),
    sweeps=SWEEPS,
    messages=messages.MESSAGES,
    models=(models,),
    personal_data=PERSONAL_DATA,
    examples={
        "annul_reason": "公示的位置图有误，改正后重新表决",
        "author": "秀英",
        "because": "not_on_roll",
        "board_sha256": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
        "choice": "yes",
        "digest": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
        "hidden_reason": "含有他人电话",
        "key": "lift",
        "manifest": '{"ballot": "3号楼加装电梯"}',
        "manifest_sha256": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
        "roll_digest": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
        "minutes": "与会居民一致同意，由物业公司下月施工。",
        "note": "征求意见两周，附议已达到要求",
        "question": "lift",
        "raised_by": "秀英",
        "receipt": "7KQ2-M9XD-4FHT-2R8W",
        "report_reasons": "公开了他人的电话",
        "topic_title": "楼道加装感应灯",
        "entered_by_name": "李敏",
        "receipt_sha256": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef",
        "winner": "yes",
        "TopicOut.text": "楼道灯不够亮，老人晚上出入不便，建议加装感应灯。",
        "text": "建议在单元门口加装扶手。",
        "TopicOut.title": "楼道加装感应灯",
        "TopicDetail.title": "楼道加装感应灯",
        "BallotOut.title": "3号楼加装电梯",
        "OptionOut.title": "同意",
        "OptionOut.key": "yes",
        "OptionCount.title": "同意",
        "OptionCount.key": "yes",
        "QuestionOut.title": "是否同意在3号楼加装电梯？",
        "BallotOut.actions": "announce",
    },
)
