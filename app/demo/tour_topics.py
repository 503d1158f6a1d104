"""Part of the tour: a topic is raised, seconded, discussed and decided."""

from uuid import uuid4

from app.demo.caller import Caller, expect, expect_message

NOTE = {"note": "属于居民共同事项，欢迎附议和发表意见。"}


def tour_topics(resident: Caller, neighbour: Caller, worker: Caller, here: str) -> None:
    """Walk through a consultation, with a new topic, in the community whose path is `here`."""
    resident.say(
        "\n提事：居民提出议题，七日内答复  A resident raises a topic; it is answered in 7 days"
    )
    topic = _raise_topic(resident, neighbour, here)
    for verb in ("screen", "open"):
        worker.write(f"/admin{here}/topics/{topic}/{verb}", NOTE)
    expect_message(resident, "consultations.topic_open")
    resident.say("\n议事：附议、发表意见、赞同  Seconded, spoken about, endorsed")
    seconded = neighbour.write(f"{here}/topics/{topic}/second", None).body
    expect((seconded["seconds"], seconded["status"]), (1, "open"))
    _speak(resident, neighbour, worker, here, topic)
    resident.say("\n不用手机也能参加  Without a phone, at the desk")
    people = worker.call("GET", f"/admin{here}/participants?limit=100").body["items"]
    elder = next(person["id"] for person in people if not person["has_user"])
    desk = {"on_behalf_of": elder, "witness": "王芳"}
    worker.write(f"/admin{here}/topics/{topic}/follow", desk)
    resident.say("\n决事：协商一致，纪要公开  Decided by consensus, with public minutes")
    worker.write(f"/admin{here}/topics/{topic}/deliberate", {"note": "周六协商"})
    decision = {"note": "协商一致", "minutes": "到会居民一致同意，下月起试行。"}
    worker.write(f"/admin{here}/topics/{topic}/decide", decision)
    expect_message(neighbour, "consultations.topic_decided")
    seen = neighbour.call("GET", f"{here}/topics/{topic}").body
    states = ["submitted", "screening", "open", "deliberating", "decided"]
    expect([note["state"] for note in seen["history"]], states)
    expect((seen["minutes"], seen["has_seconded"]), (decision["minutes"], True))


def _raise_topic(resident: Caller, neighbour: Caller, here: str) -> str:
    """Raise a topic; nobody else sees it until staff open it."""
    topic_in = {
        "title": "导览：单元门口装一盏灯",
        "text": "晚归的邻居看不清台阶。",
        "category": "facilities",
    }
    topic: str = resident.write(f"{here}/topics", topic_in).body["id"]
    shown = neighbour.call("GET", f"{here}/topics?limit=1").body["items"]
    expect(topic in {one["id"] for one in shown}, False)
    return topic


def _speak(resident: Caller, neighbour: Caller, worker: Caller, here: str, topic: str) -> None:
    """Submit an opinion twice with the same key: it is posted once. Nobody else sees it until a
    worker has read it; then another person endorses it."""
    path, body, key = (
        f"{here}/topics/{topic}/opinions",
        {"stance": "for", "text": "支持，最好用感应灯。"},
        uuid4().hex,
    )
    first = neighbour.write(path, body, key)
    expect(neighbour.write(path, body, key).body, first.body)
    expect(resident.call("GET", path).body["items"], [])
    worker.write(f"/admin{here}/opinions/{first.body['id']}/pass", None)
    endorsed = resident.write(f"{here}/opinions/{first.body['id']}/endorse", None).body
    expect(endorsed["endorsements"], 1)
    shown = resident.call("GET", path).body["items"]
    expect([(one["stance"], one["has_endorsed"]) for one in shown], [("for", True)])
