"""The day of a community worker at the desk, and of the secretary who keeps the register."""

from datetime import timedelta
from uuid import uuid4

from app.demo.caller import Caller, Json, expect
from app.kernel import clock
from tests.demo.days.shared import (
    Day,
    expect_told,
    joins,
    nothing_is_left,
    told_staff,
    waits,
    was_read,
)

WITNESS = "王芳"


def a_workers_day(day: Day) -> None:
    """Goes through the desk's day; what it brings up is settled when it is over."""
    worker = day.staff("yunqiao-worker", "社区工作者")
    secretary = day.staff("yunqiao-admin", "社区书记")
    me = worker.call("GET", "/admin/v1/me").body
    [served] = me["communities"]
    expect("residence:review" in served["permissions"], True)
    desk = f"/admin/v1/communities/{served['id']}"
    home = an_empty_home(worker, desk)
    name = f"邻居{uuid4().hex[:6]}"
    newcomer, _, here = joins(day, name)
    day.say("\n名册：预览、导入、撤销  The register: preview, import, undo")
    keep_the_register(secretary, desk, home)
    day.say("\n居住核验：名册怎么说、是不是同一个人  A residence claim")
    review_a_claim(day, worker, newcomer, (desk, here), home)
    day.say("\n诉求：受理、交办  A ticket is accepted and assigned")
    assign_a_ticket(worker, newcomer, desk, here, home)
    day.say("\n活动：发布、签到表、取消  An activity, with its roster")
    hold_an_activity(worker, newcomer, desk, here)
    day.say("\n议题和意见  A topic and its opinions")
    screen_a_topic(day, worker, newcomer, desk, here)
    day.say("\n窗口登记与认领码  Entered at the desk, taken over with a printed code")
    hand_over_a_row(day, worker, desk)
    day.say("\n地点改名  A place is renamed")
    rename_the_entrance(worker, newcomer, desk, here, home)
    nothing_is_left(day, worker)


def an_empty_home(worker: Caller, desk: str) -> Json:
    """Walks down the places to a household; its path is what a line of a sheet says."""
    path, above = [], ""
    while True:
        below = worker.call("GET", f"{desk}/places?limit=100{above}").body["items"]
        below = [one for one in below if above or one["parent_id"] is None]
        place = below[-1]
        path.append(place["name"])
        if place["kind"] == "household":
            return {"id": place["id"], "path": path}
        above = f"&parent={place['id']}"


def keep_the_register(secretary: Caller, desk: str, home: Json) -> None:
    """Imports a household, first as a preview that changes nothing, and takes it back."""
    path = f"{desk}/register/imports"
    sheet = "\n".join(
        ["网格,楼栋,单元,房号,姓名,手机,成年", ",".join([*home["path"], "周小满", "", "是"])]
    ).encode()
    size = secretary.call("GET", f"{desk}/register").body["entries"]
    csv = {"Content-Type": "text/csv"}
    preview = secretary.call("POST", f"{path}?preview=true", sheet, **csv).body
    expect((preview["status"], preview["created"]), ("preview", 1))
    expect(secretary.call("GET", f"{desk}/register").body["entries"], size)
    done = secretary.call("POST", path, sheet, **csv).body
    expect((done["status"], done["created"], "undo" in done["actions"]), ("done", 1, True))
    expect(secretary.call("GET", f"{desk}/register").body["entries"], size + 1)
    undone = secretary.write(f"{path}/{done['id']}/undo", None).body
    expect(undone["status"], "undone")
    expect(secretary.call("GET", f"{desk}/register").body["entries"], size)


def review_a_claim(
    day: Day, worker: Caller, newcomer: Caller, paths: tuple[str, str], home: Json
) -> None:
    """Reviews the claim of a person who is not in the register, with one reveal; they are told."""
    desk, here = paths
    claim = newcomer.write(
        f"{here}/residence-claims", {"household_id": home["id"], "real_name": "周小满"}
    ).body
    expect(claim["status"], "submitted")
    told_staff(worker, "communities.residence_claim", claim["id"])
    item = waits(worker, "communities.residence_claim", claim["id"])
    expect(item["place_path"].endswith(home["path"][-1]), True)
    path = f"{desk}/residence-claims/{item['subject']['id']}"
    shown = worker.call("GET", path).body
    expect(shown["register_says"]["is_name_equal"], False)
    expect((shown["is_entered_by_me"], "approve" in shown["actions"]), (False, True))
    reason = "与本人核对门牌"
    contact = worker.call(
        "POST", f"{path}/reveal", {"fields": ["real_name", "phone"], "reason": reason}
    ).body
    expect((contact["real_name"], contact["missing"]), ("周小满", []))
    decision: Json = {"is_adult": True}
    if shown["maybe_same_person"]:
        decision["is_another_person"] = True
    expect(worker.write(f"{path}/approve", decision).body["status"], "approved")
    expect_told(newcomer, "communities.residence_approved", claim["id"])
    was_read(newcomer, reason)
    me = newcomer.call("GET", f"{here}/participants/me").body
    expect((me["kind"], me["age_band"]), ("resident", "adult"))


def assign_a_ticket(worker: Caller, author: Caller, desk: str, here: str, home: Json) -> None:
    """Accepts a ticket and gives it to a department; the author settles the matter alone."""
    [category, *_] = author.call("GET", f"{here}/service-categories").body["items"]
    ticket = author.write(
        f"{here}/tickets",
        {"category_id": category["id"], "text": "厨房水管滴水。", "place_id": home["id"]},
    ).body
    told_staff(worker, "feedback.ticket_to_accept", ticket["id"])
    item = waits(worker, "feedback.ticket_to_accept", ticket["id"])
    expect(item["name"], ticket["number"])
    path = f"{desk}/tickets/{item['subject']['id']}"
    shown = worker.call("GET", path).body
    expect((shown["category_name"], shown["actions"] != []), (category["name"], True))
    worker.write(f"{path}/accept", None)
    waits(worker, "feedback.ticket_to_assign", ticket["id"])
    [department, *_] = worker.call("GET", f"{desk}/departments?is_active=true").body["items"]
    assigned = worker.write(f"{path}/assign", {"department_id": department["id"]}).body
    expect(assigned["department_name"], department["name"])
    expect_told(author, "feedback.ticket_assigned", ticket["id"])
    author.write(f"{here}/tickets/{ticket['id']}/withdraw", None)


def hold_an_activity(worker: Caller, volunteer: Caller, desk: str, here: str) -> None:
    """Publishes an activity, prints the roster of its shift, then has to cancel it."""
    starts_at = clock.now().replace(microsecond=0) + timedelta(days=50)
    draft = {
        "title": "一日：擦楼道扶手",
        "summary": "两个人，半个上午",
        "category": "environment",
        "risk_statement": "湿滑处请小心",
        "organiser": "云桥社区居委会",
        "contact": "服务站窗口",
        "address": "听风楼1单元",
    }
    activity = worker.write(f"{desk}/activities", draft).body["id"]
    shift = worker.write(
        f"{desk}/activities/{activity}/shifts",
        {
            "starts_at": starts_at.isoformat(),
            "ends_at": (starts_at + timedelta(hours=2)).isoformat(),
            "roles": [{"name": "擦拭", "capacity": 2}],
        },
    ).body["id"]
    worker.write(f"{desk}/activities/{activity}/publish", None)
    [shown] = volunteer.call("GET", f"{here}/activities/{activity}").body["shifts"]
    choice = {"is_risk_acknowledged": True, "role_id": shown["roles"][0]["id"]}
    signup = volunteer.write(f"{here}/shifts/{shown['id']}/signups", choice).body["id"]
    reason = "打印当天签到表"
    [row] = worker.call("POST", f"{desk}/shifts/{shift}/roster", {"reason": reason}).body["items"]
    expect((row["real_name"], row["role_name"], row["missing"]), ("周小满", "擦拭", []))
    expect(row["phone"] is None, False)
    was_read(volunteer, reason)
    worker.write(f"{desk}/activities/{activity}/cancel", {"reason": "当天停水"})
    expect_told(volunteer, "volunteering.activity_is_cancelled", signup)


def screen_a_topic(day: Day, worker: Caller, raiser: Caller, desk: str, here: str) -> None:
    """Answers a topic in time, reads the two opinions on it, and the raiser takes it back."""
    topic = raiser.write(
        f"{here}/topics",
        {"title": "一日：扶手多久擦一次", "text": "想听听大家的。", "category": "environment"},
    ).body["id"]
    told_staff(worker, "consultations.topic_to_answer", topic)
    waits(worker, "consultations.topic_to_answer", topic)
    for verb, note in (("screen", "正在核实"), ("open", "公开征求意见")):
        worker.write(f"{desk}/topics/{topic}/{verb}", {"note": note})
        expect_told(
            raiser, "consultations.topic_" + {"screen": "screening", "open": "open"}[verb], topic
        )
    neighbour = day.resident("neighbour", "邻居")
    passed, refused = (
        neighbour.write(f"{here}/topics/{topic}/opinions", {"stance": "for", "text": text}).body
        for text in ("每月一次就好。", "楼上那家从来不干净！")
    )
    for opinion in (passed, refused):
        waits(worker, "consultations.opinion", opinion["id"])
    read = f"{desk}/opinions/{passed['id']}"
    expect("pass" in worker.call("GET", read).body["actions"], True)
    worker.write(f"{read}/pass", None)
    expect_told(neighbour, "consultations.opinion_passed", passed["id"])
    worker.write(f"{desk}/opinions/{refused['id']}/refuse", {"reason": "请对事不对人"})
    expect_told(neighbour, "consultations.opinion_refused", refused["id"])
    [shown] = raiser.call("GET", f"{here}/topics/{topic}/opinions").body["items"]
    expect(shown["id"], passed["id"])
    raiser.write(f"{here}/topics/{topic}/withdraw", None)


def hand_over_a_row(day: Day, worker: Caller, desk: str) -> None:
    """Enters a person without a phone; weeks later they have one and take the row over."""
    entered = worker.write(
        f"{desk}/participants",
        {
            "display_name": "周奶奶",
            "real_name": "周桂兰",
            "has_paper_consent": True,
            "witness": WITNESS,
            "age_band": "adult",
        },
    ).body
    row = f"{desk}/participants/{entered['id']}"
    expect("claim_code" in worker.call("GET", row).body["actions"], True)
    printed = worker.call("POST", f"{row}/claim-code", {"witness": WITNESS}).body
    elder = day.resident(f"day-{uuid4().hex[:12]}", "周奶奶")
    here = desk.removeprefix("/admin")
    taken = elder.write(f"{here}/participants/claim", {"code": printed["code"]}).body
    expect((taken["id"], taken["display_name"]), (entered["id"], "周奶奶"))
    expect(worker.call("GET", row).body["has_user"], True)
    elder.write(f"{here}/participants/me/leave", None)


def rename_the_entrance(worker: Caller, resident: Caller, desk: str, here: str, home: Json) -> None:
    """Renames the entrance of a household: who lives there sees it. The old name comes back."""
    entrance = worker.call("GET", f"{desk}/places/{home['id']}").body["parent_id"]
    former = worker.call("GET", f"{desk}/places/{entrance}").body["name"]
    for name in ("东单元", former):
        renamed = worker.write(f"{desk}/places/{entrance}/rename", {"name": name}).body
        expect((renamed["id"], renamed["name"]), (entrance, name))
        household = resident.call("GET", f"{here}/participants/me").body["household"]
        expect(name in household, True)
