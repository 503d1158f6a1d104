"""Part of the tour: the five screens of a mini-program, each in one call."""

from dataclasses import dataclass, field, replace

from app.demo.caller import Caller, Json, TourFailed, expect


@dataclass(slots=True)
class Screens:
    """Reads screens and counts the calls."""

    who: Caller
    calls: list[str] = field(default_factory=list)

    def read(self, path: str) -> Json:
        self.calls.append(path)
        return self.who.call("GET", path).body


def tour_screens(resident: Caller, here: str) -> None:
    """Read the five screens of the resident in the community whose path is `here`."""
    say = resident.say
    quiet = replace(resident, say=lambda _line: None)
    [ticket, *_] = quiet.call("GET", f"{here}/tickets?mine=true&limit=1").body["items"]
    [topic, *_] = quiet.call("GET", f"{here}/topics?status=balloting&limit=1").body["items"]
    screens = Screens(resident)
    home = screens.read("/v1/me/home")
    expect(home["community"]["id"], here.rpartition("/")[2])
    expect((home["me"]["kind"], home["residence"]["status"]), ("resident", "approved"))
    activity = home["activities"]["items"][0]["id"]
    shown = screens.read(f"{here}/activities/{activity}")
    for shift in shown["shifts"]:
        has(shift, "confirmed", "waiting", "my_signup", "roles")
    shown = screens.read(f"{here}/topics/{topic['id']}")
    has(shown, "ballot", "my_vote", "result", "actions", "history")
    has(shown["ballot"], "questions", "legal_effect", "closes_at")
    shown = screens.read(f"{here}/tickets/{ticket['id']}")
    has(shown, "history", "actions", "category_name", "department_name", "place_path")
    has(screens.read("/v1/me")["counts"], "unread_messages", "upcoming_signups", "open_tickets")
    expect(len(screens.calls), 5)
    say(f"  五个页面，{len(screens.calls)}次请求  five screens, {len(screens.calls)} calls")


def has(shown: Json, *names: str) -> None:
    """Raise TourFailed unless the answer has these fields, empty or not."""
    missing = [name for name in names if name not in shown]
    if missing:
        raise TourFailed(f"promised {missing}, came {sorted(shown)}")
