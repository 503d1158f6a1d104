"""Part of the tour: a resident signs up for a volunteer shift."""

from datetime import timedelta
from uuid import uuid4

from app.demo.caller import Caller, expect, expect_message
from app.kernel import clock


def tour_volunteering(resident: Caller, neighbour: Caller, worker: Caller, here: str) -> None:
    """Walk through volunteering in the community whose path is `here`; the activity is cancelled at
    last."""
    say = resident.say
    say("\n一、社区发布活动，只有一个名额  A community publishes an activity with one place")
    shift, activity = _publish(worker, here)
    say("\n二、居民报名，邻居候补  A resident signs up; the neighbour waits in line")
    mine = _sign_up(resident, here, shift, "confirmed")
    theirs = _sign_up(neighbour, here, shift, "waitlisted")
    say("\n三、名额空出，先问候补的邻居，接受才算报名  The place is offered, and accepted")
    resident.write(f"{here}/signups/{mine}/withdraw", None)
    expect_message(neighbour, "volunteering.place_is_offered")
    declined = neighbour.write(f"{here}/signups/{theirs}/decline-offer", None)
    expect(declined.body["status"], "declined")
    mine = _sign_up(resident, here, shift, "confirmed")
    theirs = _sign_up(neighbour, here, shift, "waitlisted")
    resident.write(f"{here}/signups/{mine}/withdraw", None)
    offered = neighbour.call("GET", f"{here}/signups/{theirs}").body
    expect(offered["status"], "offered")
    accepted = neighbour.write(f"{here}/signups/{theirs}/accept-offer", None)
    expect(accepted.body["status"], "confirmed")
    say("\n四、不用手机也能参加  Without a phone, at the desk")
    _at_the_desk(worker, here, shift)
    say("\n五、活动取消，人人知道原因  It is cancelled, and everybody learns why")
    worker.write(f"/admin{here}/activities/{activity}/cancel", {"reason": "导览结束，活动取消"})
    expect_message(neighbour, "volunteering.activity_is_cancelled")


def _publish(worker: Caller, here: str) -> tuple[str, str]:
    """Publish an activity with one place, at a time of its own, so that no two tours overlap."""
    starts_at = clock.now().replace(microsecond=0) + timedelta(days=60)
    activity = worker.write(
        f"/admin{here}/activities",
        {
            "title": "导览：搬一张桌子",
            "summary": "只需要一个人",
            "category": "convenience",
            "risk_statement": "桌子较重，请量力而行",
            "organiser": "云桥社区居委会",
            "contact": "服务站窗口",
            "address": "社区活动室",
        },
    ).body["id"]
    shift = worker.write(
        f"/admin{here}/activities/{activity}/shifts",
        {
            "starts_at": starts_at.isoformat(),
            "ends_at": (starts_at + timedelta(hours=1)).isoformat(),
            "roles": [{"capacity": 1}],
        },
    ).body["id"]
    published = worker.write(f"/admin{here}/activities/{activity}/publish", None)
    expect(published.body["status"], "published")
    return shift, activity


def _sign_up(who: Caller, here: str, shift: str, status: str) -> str:
    """Sign up twice with one key, as a phone does whose answer was lost: it is one sign-up."""
    path, body, key = f"{here}/shifts/{shift}/signups", {"is_risk_acknowledged": True}, uuid4().hex
    first = who.write(path, body, key)
    again = who.write(path, body, key)
    expect(first.body["status"], status)
    expect(again.headers["Idempotent-Replayed"], "true")
    expect(again.body, first.body)
    signup: str = first.body["id"]
    return signup


def _at_the_desk(worker: Caller, here: str, shift: str) -> None:
    people = worker.call("GET", f"/admin{here}/participants?limit=100").body["items"]
    elder = next(person for person in people if not person["has_user"])
    body = {"is_risk_acknowledged": True, "on_behalf_of": elder["id"], "witness": "王芳"}
    signup = worker.write(f"/admin{here}/shifts/{shift}/signups", body).body
    expect(signup["status"], "waitlisted")
    listed = worker.call("GET", f"/admin{here}/shifts/{shift}/signups").body["items"]
    expect(listed[-1]["channel"], "desk")
