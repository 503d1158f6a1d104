"""The tour's walk through a ballot: voting, another choice, counting, certifying, the board."""

from collections import Counter
from hashlib import sha256
from typing import Any
from uuid import uuid4

from app.demo.caller import Caller, Json, TourFailed


def tour_ballots(resident: Caller, worker: Caller, secretary: Caller, here: str) -> None:
    """`worker` and `secretary` are two administrators of the community at `here`. What is closed
    is certified and published on the way: on the next round it is so already."""
    _vote(resident, worker, here)
    _certify(worker, secretary, here)
    _recount(resident, worker, here)


def _vote(resident: Caller, worker: Caller, here: str) -> None:
    """One vote, whatever is repeated; and nobody reads how it stands."""
    ballot = _first(worker, here, "open")
    topic = f"{here}/topics/{ballot['topic_id']}"
    shown = resident.call("GET", f"{topic}/ballot").body
    _promised(sha256(shown["manifest"].encode()).hexdigest(), shown["manifest_sha256"])
    _promised((shown["is_on_roll"], shown["turnout"]), (True, None))
    [question] = shown["questions"]
    first, second, *_ = (option["key"] for option in question["options"])
    if not shown["has_voted"]:
        body, key = {"choices": {question["key"]: first}}, uuid4().hex
        vote = resident.write(f"{topic}/votes", body, key)
        again = resident.write(f"{topic}/votes", body, key)
        _promised(again.body, vote.body)
    resident.call("PUT", f"{topic}/votes/mine", {"choices": {question["key"]: second}})
    mine = resident.call("GET", f"{topic}/votes/mine").body
    _promised((mine["choices"], mine["is_cast_by_me"]), ({question["key"]: second}, True))
    roll = worker.call("GET", f"/admin{here}/ballots/{ballot['id']}/roll").body
    _promised((roll["size"], roll["voted"]), (shown["roll_size"], None))


def _certify(worker: Caller, secretary: Caller, here: str) -> None:
    """Two persons; then the result is for everybody."""
    path = f"/admin{here}/ballots"
    for ballot in worker.call("GET", f"{path}?status=closed").body["items"]:
        one = f"{path}/{ballot['id']}"
        counted = worker.call("GET", f"{one}/result").body
        worker.write(f"{one}/certify", None)
        _promised(secretary.write(f"{one}/certify/confirm", None).body["status"], "certified")
        published = worker.write(f"{one}/publish", {"note": "结果经两人核验，现予公布"}).body
        _promised(published["manifest_sha256"], counted["manifest_sha256"])


def _recount(resident: Caller, worker: Caller, here: str) -> None:
    """As anybody can: the votes on the board add up to the totals."""
    ballot = _first(worker, here, "published")
    topic = f"{here}/topics/{ballot['topic_id']}"
    result = resident.call("GET", f"{topic}/result").body
    _promised(result["legal_effect"], "advisory")
    board = resident.call("GET", f"{topic}/vote-board?limit=100").body
    _promised(board["turnout"], result["turnout"])
    if board["is_totals_only"]:
        return
    votes: list[Json] = board["items"]
    while board["next_cursor"]:
        more = f"{topic}/vote-board?limit=100&cursor={board['next_cursor']}"
        board = resident.call("GET", more).body
        votes += board["items"]
    for key, totals in board["totals"].items():
        counted = Counter(vote["choices"][key] for vote in votes)
        _promised(dict(counted), {option: n for option, n in totals.items() if n})


def _first(worker: Caller, here: str, status: str) -> Json:
    found: list[Json] = worker.call("GET", f"/admin{here}/ballots?status={status}").body["items"]
    if not found:
        raise TourFailed(f"no ballot is {status}")
    return found[0]


def _promised(came: Any, promised: Any) -> None:
    if came != promised:
        raise TourFailed(f"promised {promised!r}, came {came!r}")
