"""What messages of consultations say, Chinese first."""

from collections.abc import Mapping

from app.kernel.errors import Text
from app.notifications.template import Template

CONSULTATIONS: Mapping[str, Template] = {
    "consultations.topic_screening": Template(
        Text("议题正在审核", "Your topic is being screened"),
        Text(
            "您提出的议题“{title}”正在审核：{note}",
            "Your topic “{title}” is being screened: {note}",
        ),
    ),
    "consultations.topic_open": Template(
        Text("议题已公开", "A topic has been opened"),
        Text(
            "议题“{title}”已向居民公开，可以附议和发表意见：{note}",
            "“{title}” is open to residents, to second and to speak about: {note}",
        ),
    ),
    "consultations.topic_declined": Template(
        Text("议题未采纳", "Your topic was declined"),
        Text(
            "您提出的议题“{title}”未采纳。原因：{note}",
            "Your topic “{title}” was declined: {note}",
        ),
    ),
    "consultations.topic_seconded": Template(
        Text("议题附议已达人数", "A topic has enough seconds"),
        Text(
            "议题“{title}”附议人数已达到要求，进入协商。",
            "“{title}” has been seconded by enough residents and is being deliberated.",
        ),
    ),
    "consultations.topic_deliberating": Template(
        Text("议题进入协商", "A topic is being deliberated"),
        Text(
            "议题“{title}”进入协商：{note}",
            "“{title}” is being deliberated: {note}",
        ),
    ),
    "consultations.topic_balloting": Template(
        Text("议题进入表决", "There will be a ballot on a topic"),
        Text(
            "议题“{title}”进入表决：{note}",
            "There will be a ballot on “{title}”: {note}",
        ),
    ),
    "consultations.topic_decided": Template(
        Text("议题已有结果", "A topic has been decided"),
        Text(
            "议题“{title}”已有结果：{note}",
            "“{title}” has been decided: {note}",
        ),
    ),
    "consultations.topic_withdrawn": Template(
        Text("议题已撤回", "A topic has been withdrawn"),
        Text(
            "议题“{title}”已应提出人的要求撤回。",
            "“{title}” has been withdrawn at the request of who raised it.",
        ),
    ),
    "consultations.topic_overdue": Template(
        Text("议题答复已逾期", "Your topic still waits for an answer"),
        Text(
            "您提出的议题“{title}”应在{due_at}前得到答复，现已逾期，社区待办中已标明。",
            "Your topic “{title}” should have been answered by {due_at}. It is marked as overdue"
            " in the community's queue.",
        ),
    ),
    "consultations.opinion_entered": Template(
        Text("意见已登记", "Your opinion has been entered"),
        Text(
            "社区工作人员已按您的要求登记您对议题“{title}”的意见。",
            "At your request our desk has entered your opinion on “{title}”.",
        ),
    ),
    "consultations.opinion_hidden": Template(
        Text("意见已被隐藏", "Your opinion has been hidden"),
        Text(
            "您对议题“{title}”的意见已被隐藏，仅您本人可见。原因：{reason}",
            "Your opinion on “{title}” has been hidden from others: {reason}",
        ),
    ),
    "consultations.opinion_restored": Template(
        Text("意见已恢复显示", "Your opinion is shown again"),
        Text(
            "您对议题“{title}”的意见已恢复显示。",
            "Your opinion on “{title}” is shown to others again.",
        ),
    ),
    "consultations.ballot_announced": Template(
        Text("表决公告", "A ballot is announced"),
        Text(
            "“{title}”将于{opens_at}开始表决，{closes_at}截止，您在选民册中。请先阅读表决内容和规则。",
            "The ballot “{title}” opens on {opens_at} and closes on {closes_at}; you are on its"
            " roll. Please read what it asks and its rule.",
        ),
    ),
    "consultations.ballot_opened": Template(
        Text("表决已开始", "A ballot is open"),
        Text(
            "“{title}”已开始表决，{closes_at}截止。是否投票由您自己决定。",
            "The ballot “{title}” is open until {closes_at}. Whether you vote is up to you.",
        ),
    ),
    "consultations.ballot_closed": Template(
        Text("表决已截止", "A ballot has closed"),
        Text(
            "“{title}”的表决已截止，结果经两人核验后公布。",
            "The ballot “{title}” has closed. Its result is published when two persons have"
            " certified it.",
        ),
    ),
    "consultations.ballot_published": Template(
        Text("表决结果公布", "The result of a ballot"),
        Text(
            "“{title}”的表决结果已公布，您可以凭回执码核对自己的一票。",
            "The result of the ballot “{title}” is published. You can find your vote by its"
            " receipt code.",
        ),
    ),
    "consultations.ballot_annulled": Template(
        Text("表决已作废", "A ballot is annulled"),
        Text(
            "“{title}”的表决已作废，所投的票不计。原因：{reason}",
            "The ballot “{title}” is annulled and its votes do not count: {reason}",
        ),
    ),
}
