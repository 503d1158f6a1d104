"""Steps that the four days share: people who come to the community, and what waits for whom."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import uuid4

from app.demo.caller import (
    INBOX_TIMEOUT_SECONDS,
    Caller,
    Json,
    TourFailed,
    a_resident,
    an_administrator,
    expect,
)
from app.demo.town import NAMES
from app.kernel import clock

TODO = "/admin/v1/me/todo"
RESIDENTS_INBOX, STAFF_INBOX = "/v1/me/inbox", "/admin/v1/me/inbox"


@dataclass(slots=True)
class Day:
    """A day against one demo: when it began, and how many calls it takes."""

    base: str
    print: Callable[[str], None]
    calls: int = 0
    began: datetime = field(default_factory=clock.now)

    def say(self, line: str) -> None:
        self.calls += line.startswith("  ")
        self.print(line)

    def staff(self, login_name: str, who: str) -> Caller:
        return an_administrator(Caller(self.base, who, self.say), login_name)

    def resident(self, alias: str, who: str) -> Caller:
        return a_resident(Caller(self.base, who, self.say), alias)


def community(who: Caller) -> str:
    """Returns the path of the first community, which anybody finds by its name."""
    [found] = [
        one for one in who.call("GET", "/v1/communities").body["items"] if one["name"] == NAMES[0]
    ]
    return f"/v1/communities/{found['id']}"


def joins(day: Day, name: str) -> tuple[Caller, str, str]:
    """Lets somebody whom nobody has met log in, agree and join; returns their client, their alias
    and the community's path."""
    alias = f"day-{uuid4().hex[:12]}"
    person = day.resident(alias, name)
    for purpose in ("phone", "residence"):
        agree(person, purpose, is_granted=True)
    person.call("POST", "/v1/me/phone", {"code": f"simphone:{alias}"})
    here = community(person)
    person.write(f"{here}/participants", {"display_name": name})
    return person, alias, here


def agree(person: Caller, purpose: str, *, is_granted: bool) -> None:
    """Decides about a consent, in the version of the text that the person has just read."""
    [consent] = person.call("GET", f"/v1/me/consents?purpose={purpose}").body["items"]
    decision = {"is_granted": is_granted, "text_version": consent["text_version"]}
    person.call("PUT", f"/v1/me/consents/{purpose}", decision)


def counts(staff: Caller) -> dict[str, int]:
    """Returns how many things wait, by kind."""
    todo = staff.call("GET", TODO).body
    expect(todo["count"], sum(kind["count"] for kind in todo["items"]))
    return {kind["kind"]: kind["count"] for kind in todo["items"]}


def waiting(staff: Caller, kind: str) -> Iterator[Json]:
    """Yields what waits of that kind, due soonest first."""
    path, after = f"{TODO}/{kind}?limit=100", ""
    while after is not None:
        page = staff.call("GET", f"{path}{after}").body
        yield from page["items"]
        after = page["next_cursor"] and f"&cursor={page['next_cursor']}"


def waits(staff: Caller, kind: str, subject: str) -> Json:
    """Returns the item about the subject among what waits of that kind."""
    for item in waiting(staff, kind):
        if item["subject"]["id"] == subject:
            return item
    raise TourFailed(f"{kind}: {subject} does not wait")


def nothing_is_left(day: Day, staff: Caller) -> None:
    """Nothing waits that the day has brought up. What was there before may be overdue by now, so
    that the counts alone would not tell."""
    for kind in [kind for kind, count in counts(staff).items() if count]:
        begun = [one for one in waiting(staff, kind) if _instant(one) >= day.began]
        expect((kind, begun), (kind, []))


def _instant(item: Json) -> datetime:
    return datetime.fromisoformat(item["since"])


def expect_told(who: Caller, kind: str, subject: str, inbox: str = RESIDENTS_INBOX) -> Json:
    """Polls the inbox, as a phone does, until it has a message of the kind about the subject;
    prints and returns it."""
    until = time.monotonic() + INBOX_TIMEOUT_SECONDS
    silent = replace(who, say=lambda _line: None)
    while True:
        for message in silent.call("GET", f"{inbox}?limit=100").body["items"]:
            about = message["subject"] or {"id": None}
            if (message["kind"], about["id"]) == (kind, subject):
                who.call("GET", f"{inbox}?limit=100")
                who.say(f"            “{message['title']}” {message['body']}")
                return dict(message)
        if time.monotonic() > until:
            kinds = [m["kind"] for m in silent.call("GET", f"{inbox}?limit=100").body["items"]]
            raise TourFailed(f"{kind} about {subject}: not told; came {kinds}")
        time.sleep(0.2)


def told_staff(who: Caller, kind: str, subject: str) -> Json:
    return expect_told(who, kind, subject, STAFF_INBOX)


def was_read(person: Caller, reason: str) -> None:
    """Polls the access log until the reading of the person's data stands in it, with its reason."""
    until = time.monotonic() + INBOX_TIMEOUT_SECONDS
    silent = replace(person, say=lambda _line: None)
    while True:
        log = silent.call("GET", "/v1/me/access-log").body["items"]
        if found := [entry for entry in log if entry["reason"] == reason]:
            break
        if time.monotonic() > until:
            raise TourFailed(f"{reason!r}: not in {log}")
        time.sleep(0.2)
    person.call("GET", "/v1/me/access-log")
    [entry] = found
    expect(entry["is_reading"], True)
    person.say(f"            {entry['who']}：{entry['what']}（{entry['reason']}）")


def home_of_resident(resident: Caller) -> tuple[str, str]:
    """Returns the path of the community where the person lives, and the id of their household."""
    [home] = resident.call("GET", "/v1/me/participations").body["items"]
    here = f"/v1/communities/{home['community_id']}"
    return here, resident.call("GET", f"{here}/participants/me").body["household_id"]
