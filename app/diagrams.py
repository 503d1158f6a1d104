"""State diagrams of all machines, from their tables: `python -m app.diagrams` writes them into
the README, between its two marks."""

from pathlib import Path

from app.kernel.database.states import Stateful
from app.models import METADATA

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- states -->\n", "<!-- /states -->"


def diagram(model: type[Stateful]) -> str:
    """Mermaid; a state that nothing leaves is an end."""
    moves = [
        f"    {state or '[*]'} --> {wanted}"
        for state, following in model.TRANSITIONS.items()
        for wanted in sorted(following)
    ]
    reached = {wanted for following in model.TRANSITIONS.values() for wanted in following}
    ends = [f"    {state} --> [*]" for state in sorted(reached - set(model.TRANSITIONS))]
    return "\n".join(["```mermaid", "stateDiagram-v2", *moves, *ends, "```"])


def diagrams() -> str:
    assert METADATA.tables  # so that every machine is known
    models = sorted(Stateful.__subclasses__(), key=lambda model: model.__name__)
    return "\n\n".join(f"**{model.__name__}**\n\n{diagram(model)}" for model in models)


def written(readme: str) -> str:
    """The README with the diagrams as they are now."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{diagrams()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(written(README.read_text()))
