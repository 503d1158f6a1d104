"""Part of the tour: a ballot, with a changed vote, the count, certification and the board."""

from collections import Counter
from hashlib import sha256
from uuid import uuid4

from app.demo.caller import Caller, Json, TourFailed, expect


def tour_ballots(resident: Caller, worker: Caller, secretary: Caller, here: str) -> None:
    """Walk through a ballot. `worker` and `secretary` are two administrators of the community whose
    path is `here`; they certify and publish the closed ballot, unless a former tour has."""
    _vote(resident, worker, here)
    _certify(worker, secretary, here)
    _recount(resident, worker, here)


def _vote(resident: Caller, worker: Caller, here: str) -> None:
    """Vote twice with one key and change the vote: it counts once, and no count is shown yet."""
    ballot = _first(worker, here, "open")
    topic = f"{here}/topics/{ballot['topic_id']}"
    shown = resident.call("GET", f"{topic}/ballot").body
    expect(sha256(shown["manifest"].encode()).hexdigest(), shown["manifest_sha256"])
    expect((shown["is_on_roll"], "turnout" in shown), (True, False))
    [question] = shown["questions"]
    first, second, *_ = (option["key"] for option in question["options"])
    if not shown["has_voted"]:
        body, key = {"choices": {question["key"]: first}}, uuid4().hex
        vote = resident.write(f"{topic}/votes", body, key)
        again = resident.write(f"{topic}/votes", body, key)
        expect(again.body, vote.body)
    mine = resident.call("GET", f"{topic}/votes/mine").body
    if mine["is_cast_by_me"]:
        resident.call("PUT", f"{topic}/votes/mine", {"choices": {question["key"]: second}})
        mine = resident.call("GET", f"{topic}/votes/mine").body
        expect(mine["choices"], {question["key"]: second})
    else:  # Another resident of the household has cast its vote, and they alone see it.
        expect(mine["choices"], None)
    roll = worker.call("GET", f"/admin{here}/ballots/{ballot['id']}/roll").body
    expect((roll["size"], roll["voted"]), (shown["roll_size"], None))


def _certify(worker: Caller, secretary: Caller, here: str) -> None:
    """Certify by two persons, then publish the result."""
    path = f"/admin{here}/ballots"
    for ballot in worker.call("GET", f"{path}?status=closed").body["items"]:
        one = f"{path}/{ballot['id']}"
        counted = worker.call("GET", f"{one}/result").body
        worker.write(f"{one}/certify", None)
        expect(secretary.write(f"{one}/certify/confirm", None).body["status"], "certified")
        published = worker.write(f"{one}/publish", {"note": "结果经两人核验，现予公布"}).body
        expect(published["manifest_sha256"], counted["manifest_sha256"])


def _recount(resident: Caller, worker: Caller, here: str) -> None:
    """Recount the votes on the board, as anybody can: they add up to the totals."""
    ballot = _first(worker, here, "published")
    topic = f"{here}/topics/{ballot['topic_id']}"
    result = resident.call("GET", f"{topic}/result").body
    expect(result["legal_effect"], "advisory")
    for question in result["questions"]:
        path = f"{topic}/vote-board?limit=100&question={question['key']}"
        board = resident.call("GET", path).body
        expect(board["turnout"], result["turnout"])
        if board["board_sha256"] is None:
            continue
        votes: list[Json] = board["items"]
        while board["next_cursor"]:
            board = resident.call("GET", f"{path}&cursor={board['next_cursor']}").body
            votes += board["items"]
        counted = Counter(vote["choice"] for vote in votes)
        expect(dict(counted), {option: n for option, n in board["totals"].items() if n})


def _first(worker: Caller, here: str, status: str) -> Json:
    ballots: list[Json] = worker.call("GET", f"/admin{here}/ballots?status={status}").body["items"]
    if not ballots:
        raise TourFailed(f"no ballot is {status}")
    return ballots[0]
