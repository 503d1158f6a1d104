"""Part of the tour: a resident's ticket, from its number to its rating."""

from uuid import uuid4

from app.demo.caller import Caller, TourFailed, expect, expect_message


def tour_feedback(
    resident: Caller, neighbour: Caller, worker: Caller, handler: Caller, here: str
) -> None:
    """Walk through a ticket in the community whose path is `here`; the handler acts for one of its
    departments."""
    ticket = _submit(resident, here)
    path, desk = f"{here}/tickets/{ticket}", f"/admin{here}/tickets/{ticket}"
    _not_found(neighbour, path)
    worker.write(f"{desk}/accept", None)
    expect_message(resident, "feedback.ticket_accepted")
    seen = neighbour.call("GET", path).body
    expect((seen["is_mine"], seen["rating"]), (False, None))
    expect(neighbour.write(f"{path}/follow", None).body["is_following"], True)
    department = worker.call("GET", f"/admin{here}/departments").body["items"][0]["id"]
    _not_found(handler, desk)
    worker.write(f"{desk}/assign", {"department_id": department})
    expect(handler.call("GET", desk).body["participant_id"], None)
    handler.write(f"{desk}/start", None)
    handler.write(f"{desk}/ask", {"text": "请问是哪一盏灯？"})
    expect_message(resident, "feedback.ticket_asked")
    answered = resident.write(f"{path}/supplement", {"text": "东侧第二盏"})
    expect(answered.body["status"], "in_progress")
    handler.write(f"{desk}/resolve", {"text": "已更换灯泡"})
    expect_message(neighbour, "feedback.ticket_resolved")
    _rate(resident, path)


def _submit(resident: Caller, here: str) -> str:
    """Submit twice with one key, as a phone does whose answer was lost: it is one ticket."""
    [category, *_] = resident.call("GET", f"{here}/service-categories").body["items"]
    body = {
        "category_id": category["id"],
        "text": "导览：花园东侧的灯不亮",
        "visibility": "public",
    }
    key = uuid4().hex
    first = resident.write(f"{here}/tickets", body, key)
    again = resident.write(f"{here}/tickets", body, key)
    expect(again.headers["Idempotent-Replayed"], "true")
    expect(again.body, first.body)
    number = first.body["number"]
    expect(resident.call("GET", f"/v1/documents/{number}").body["is_valid"], True)
    ticket: str = first.body["id"]
    return ticket


def _rate(resident: Caller, path: str) -> None:
    rating = {"solved": "yes", "satisfied": 5, "comment": "很快"}
    expect(resident.write(f"{path}/rating", rating).status, 201)
    ticket = resident.call("GET", path).body
    expect(ticket["status"], "closed")
    kinds = [entry["kind"] for entry in ticket["history"]]
    if kinds[-3:] != ["answered", "resolved", "closed"]:
        raise TourFailed(f"promised the history of a closed ticket, came {kinds!r}")


def _not_found(who: Caller, path: str) -> None:
    """Expect 404: what somebody may not see does not exist for them."""
    try:
        who.call("GET", path)
    except TourFailed as refused:
        expect(": 404 " in str(refused), True)
    else:
        raise TourFailed(f"GET {path}: promised 404")
