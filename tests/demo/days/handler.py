"""The day of a handler, who acts for a department of the community."""

from app.demo.caller import Caller, Json, expect
from tests.demo.days.shared import (
    Day,
    counts,
    expect_told,
    home_of_resident,
    nothing_is_left,
    told_staff,
    waits,
    was_read,
)


def a_handlers_day(day: Day) -> None:
    """Goes through what a department gets: one ticket is given back, one is solved twice."""
    handler = day.staff("handler", "承办人")
    worker = day.staff("yunqiao-worker", "社区工作者")
    resident = day.resident("resident", "居民")
    me = handler.call("GET", "/admin/v1/me").body
    here, home = home_of_resident(resident)
    [mine] = [one for one in me["departments"] if one["community_id"] == here.rpartition("/")[2]]
    desk = f"/admin/v1/communities/{mine['community_id']}"
    day.say("\n不归本部门的，写明理由退回  What is not ours is given back, with a reason")
    strange = assigned(resident, worker, here, mine["id"], "隔壁小区夜里施工。", home)
    give_back(handler, worker, desk, strange)
    resident.write(f"{here}/tickets/{strange}/withdraw", None)
    day.say("\n本部门的：联系、询问、办结、重办、评价  Ours: call, ask, solve, solve again")
    ticket = assigned(resident, worker, here, mine["id"], "楼道灯一闪一闪。", home)
    reach_the_author(handler, resident, desk, ticket)
    ask_and_resolve(handler, resident, (desk, here), ticket)
    solve_again(handler, resident, (desk, here), ticket)
    nothing_is_left(day, handler)
    nothing_is_left(day, worker)


def assigned(
    author: Caller, worker: Caller, here: str, department: str, text: str, home: str
) -> str:
    """Lets a resident submit a ticket about their home and a worker assign it."""
    categories = author.call("GET", f"{here}/service-categories").body["items"]
    [light] = [one for one in categories if one["name"] == "公共照明"]
    ticket_in = {"category_id": light["id"], "text": text, "place_id": home}
    ticket: str = author.write(f"{here}/tickets", ticket_in).body["id"]
    worker.write(f"/admin{here}/tickets/{ticket}/accept", None)
    worker.write(f"/admin{here}/tickets/{ticket}/assign", {"department_id": department})
    return ticket


def give_back(handler: Caller, worker: Caller, desk: str, ticket: str) -> None:
    told_staff(handler, "feedback.ticket_to_start", ticket)
    waits(handler, "feedback.ticket_to_start", ticket)
    reason = {"reason": "该工地不在本辖区，请联系隔壁街道。"}
    returned = handler.write(f"{desk}/tickets/{ticket}/give-back", reason).body
    expect(returned["status"], "accepted")
    told_staff(worker, "feedback.ticket_given_back", ticket)
    waits(worker, "feedback.ticket_given_back", ticket)
    history = worker.call("GET", f"{desk}/tickets/{ticket}").body["history"]
    expect([e["text"] for e in history if e["kind"] == "given_back"], [reason["reason"]])


def reach_the_author(handler: Caller, author: Caller, desk: str, ticket: str) -> None:
    """Reads where it is and what it is about, reveals the phone number once, and logs the call."""
    item = waits(handler, "feedback.ticket_to_start", ticket)
    path = f"{desk}/tickets/{item['subject']['id']}"
    shown = handler.call("GET", path).body
    expect((shown["category_name"], shown["department_name"]), ("公共照明", "街道城管办"))
    expect((bool(shown["place_path"]), shown["participant_id"]), (True, None))
    expect("start" in shown["actions"], True)
    handler.write(f"{path}/start", None)
    reason = "约定上门时间"
    contact: Json = handler.call(
        "POST", f"{path}/contact", {"fields": ["real_name", "phone"], "reason": reason}
    ).body
    expect((contact["missing"], bool(contact["phone"])), ([], True))
    was_read(author, reason)
    called = {"kind": "call", "text": "已电话联系，约定今天下午上门。"}
    logged = handler.write(f"{path}/log-contact", called).body
    expect((logged["status"], logged["responded_at"] is None), ("in_progress", False))
    expect_told(author, "feedback.ticket_called", ticket)


def ask_and_resolve(handler: Caller, author: Caller, paths: tuple[str, str], ticket: str) -> None:
    """Asks, is answered, and resolves; what waits for the department falls with it."""
    desk, here = paths
    waits(handler, "feedback.ticket_in_progress", ticket)
    handler.write(f"{desk}/tickets/{ticket}/ask", {"text": "请问是几楼的灯？"})
    expect_told(author, "feedback.ticket_asked", ticket)
    author.write(f"{here}/tickets/{ticket}/supplement", {"text": "二楼和三楼之间。"})
    told_staff(handler, "feedback.ticket_in_progress", ticket)
    had = counts(handler)["feedback.ticket_in_progress"]
    handler.write(f"{desk}/tickets/{ticket}/resolve", {"text": "已更换灯泡。"})
    expect(counts(handler)["feedback.ticket_in_progress"], had - 1)
    expect_told(author, "feedback.ticket_resolved", ticket)


def solve_again(handler: Caller, author: Caller, paths: tuple[str, str], ticket: str) -> None:
    """The author says that it is not solved: it is open again, and rated after the second time."""
    desk, here = paths
    rating = {"solved": "no", "satisfied": 2, "comment": "晚上又闪了。"}
    rated = author.write(f"{here}/tickets/{ticket}/rating", rating).body
    expect(rated["status"], "reopened")
    told_staff(handler, "feedback.ticket_reopened", ticket)
    waits(handler, "feedback.ticket_reopened", ticket)
    handler.write(f"{desk}/tickets/{ticket}/start", None)
    handler.write(f"{desk}/tickets/{ticket}/resolve", {"text": "已更换整流器并试灯。"})
    rating = {"solved": "yes", "satisfied": 5, "comment": "谢谢。"}
    rated = author.write(f"{here}/tickets/{ticket}/rating", rating).body
    expect((rated["status"], rated["rating"]["resolution"]), ("closed", 2))
    ratings = handler.call("GET", f"{desk}/tickets/{ticket}").body["ratings"]
    expect(sorted(one["solved"] for one in ratings), ["no", "yes"])
