"""Part of the tour: from a check-in to a certificate that anybody can check."""

from datetime import timedelta
from uuid import uuid4

from app.demo.caller import Caller, expect, expect_message
from app.kernel import clock


def tour_service(
    resident: Caller,
    neighbour: Caller,
    worker: Caller,
    secretary: Caller,
    passer_by: Caller,
    here: str,
) -> None:
    """Walk from the roster of today to a certificate. What takes days, the notice period, is shown
    on shifts of the last two weeks."""
    say = resident.say
    say("\n一、邻居做负责人，出示签到码  The neighbour leads, and shows the code")
    activity, shift = _publish(worker, neighbour, here)
    signup = resident.write(f"{here}/shifts/{shift}/signups", {"is_risk_acknowledged": True}).body
    code = neighbour.call("GET", f"{here}/occasions/{shift}/check-in-code").body["code"]
    say("\n二、居民签到，断网重试也只算一次  A resident checks in; a repeat counts once")
    _check_in(resident, here, signup["id"], code)
    worker.write(f"/admin{here}/activities/{activity}/cancel", {"reason": "导览结束，活动取消"})
    say("\n三、服务时长：审核、公示、确认  Hours: reviewed, shown, confirmed")
    _review(worker, neighbour, here)
    say("\n四、证明：申请、开具、任何人可查验  A certificate, which anybody can check")
    _certificate(resident, secretary, passer_by, here)


def _publish(worker: Caller, leader: Caller, here: str) -> tuple[str, str]:
    """Publish an activity that begins in twenty minutes, led by the neighbour."""
    starts_at = clock.now().replace(microsecond=0) + timedelta(minutes=20)
    activity = worker.write(
        f"/admin{here}/activities",
        {
            "title": "导览：整理图书角",
            "summary": "把捐来的书分类上架",
            "category": "culture_and_sport",
            "risk_statement": "搬书请量力而行",
            "organiser": "云桥社区居委会",
            "contact": "服务站窗口",
            "address": "社区图书角",
        },
    ).body["id"]
    ends_at = starts_at + timedelta(hours=1)
    times = {"starts_at": starts_at.isoformat(), "ends_at": ends_at.isoformat()}
    path = f"/admin{here}/activities/{activity}"
    shift: str = worker.write(f"{path}/shifts", times | {"roles": [{"capacity": 2}]}).body["id"]
    worker.write(f"{path}/publish", None)
    [home] = leader.call("GET", "/v1/me/participations").body["items"]
    worker.write(f"{path}/leaders", {"participant_id": home["id"]})
    expect_message(leader, "service_records.leader_is_named")
    return activity, shift


def _check_in(resident: Caller, here: str, signup: str, code: str) -> None:
    """Check in twice with one nonce, as a phone does whose answer was lost, and out again."""
    body = {"code": code, "nonce": uuid4().hex}
    first = resident.call("POST", f"{here}/check-ins", body).body
    again = resident.call("POST", f"{here}/check-ins", body).body
    expect((first["id"], first["status"]), (signup, "present"))
    expect(again, first)
    path = f"{here}/check-ins/{signup}/check-out"
    left = resident.call("POST", path, {"nonce": uuid4().hex}).body
    expect(left["status"], "left")


def _review(worker: Caller, neighbour: Caller, here: str) -> None:
    """Review and post what waits; the community then sees it without names."""
    path = f"/admin{here}/service-entries"
    for entry in worker.call("GET", f"{path}?status=recorded").body["items"]:
        worker.write(f"{path}/{entry['id']}/review", None)
        posted = worker.write(f"{path}/{entry['id']}/post", None).body
        expect(posted["status"], "in_notice")
    notices = neighbour.call("GET", f"{here}/service-entries/notices").body["items"]
    expect(all("*" in (notice["masked_name"] or "*") for notice in notices), True)
    for notice in notices[:1]:
        until = notice["notice_ends_at"]
        worker.say(f"            {notice['masked_name']} {notice['minutes']} min, {until}")


def _certificate(resident: Caller, secretary: Caller, passer_by: Caller, here: str) -> None:
    record = resident.call("GET", "/v1/me/service-record").body
    expect(record["minutes"] > 0, True)
    asked = resident.write(f"{here}/certificates", {}).body
    signed = {"responsible_person": "周建国", "handler": "王芳", "contact": "服务站窗口"}
    path = f"/admin{here}/certificates/{asked['id']}/issue"
    issued = secretary.write(path, signed).body
    expect(issued["status"], "issued")
    pdf = resident.download(f"{here}/certificates/{asked['id']}/pdf")
    expect(pdf[:5], b"%PDF-")
    resident.say(f"            PDF {len(pdf) // 1000} KB")
    checked = passer_by.call("GET", f"/v1/certificates/{issued['number']}").body
    expect(checked["status"], "valid")
    passer_by.say(f"            {issued['number']} {checked['name']}")
