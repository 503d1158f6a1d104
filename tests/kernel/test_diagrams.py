"""The README's state diagrams are those of the tables."""

from app.diagrams import README, diagrams, written


def test_the_readme_shows_the_machines_as_they_are() -> None:
    readme = README.read_text()
    assert written(readme) == readme, "run: python -m app.diagrams"


def test_a_machine_begins_and_ends() -> None:
    drawn = diagrams()
    assert "[*] --> draft" in drawn
    assert "archived --> [*]" in drawn
