"""`docs/states.md` shows the machines as their tables are."""

from app.diagrams import DOCUMENT, diagram, page
from app.kernel.words import Worded
from app.volunteering.models import Signup


class Door(Worded):
    SHUT = "shut", "已关", "shut"
    OPEN = "open", "已开", "open"


def test_the_document_shows_the_machines_as_they_are() -> None:
    assert DOCUMENT.read_text() == page(), "run: linli dev diagrams"


def test_an_arrow_carries_its_verbs() -> None:
    drawn = diagram(Signup.MOVES).splitlines()
    assert "    [*] --> waitlisted: wait" in drawn
    assert "    pending_review --> confirmed: approve" in drawn
    assert "    waitlisted --> confirmed: promote" in drawn


def test_two_verbs_between_two_states_share_an_arrow() -> None:
    moves = {
        "push": ({Door.SHUT}, Door.OPEN),
        "kick": ({Door.SHUT}, Door.OPEN),
        "hold": ({Door.OPEN}, Door.OPEN),
    }
    assert diagram(moves).splitlines()[2:-1] == [
        "    shut --> open: push, kick",
        "    open --> open: hold",
        "    open --> [*]",
    ]
