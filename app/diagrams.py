"""State diagrams of all machines, drawn from their tables: `linli dev diagrams` writes them into
`docs/states.md`."""

from pathlib import Path

from app.features import METADATA
from app.kernel.database.states import Moves, Stateful

DOCUMENT = Path(__file__).parents[1] / "docs" / "states.md"
HEAD = """# States

Each model's table `MOVES` names its verbs; `linli dev diagrams` draws this page from them.
Anything that no arrow shows is answered by 409 with `state` (where the row is) and `wanted`
(where the verb leads).
"""


def diagram(moves: Moves) -> str:
    """The machine in Mermaid: one arrow for all verbs between two states, and an end after each
    state that nothing leaves."""
    arrows: dict[tuple[str, str], list[str]] = {}
    for verb, (sources, target) in moves.items():
        for state in sorted(state or "[*]" for state in sources):
            arrows.setdefault((state, target), []).append(verb)
    left = {state for state, target in arrows if state != target}
    ends = sorted({target for _, target in arrows} - left)
    return "\n".join(
        [
            *("```mermaid", "stateDiagram-v2"),
            *(f"    {state} --> {to}: {', '.join(verbs)}" for (state, to), verbs in arrows.items()),
            *(f"    {state} --> [*]" for state in ends),
            "```",
        ]
    )


def page() -> str:
    """The whole document, machine by machine."""
    assert METADATA.tables  # Every model is imported, so every machine is known.
    models = sorted(Stateful.__subclasses__(), key=lambda model: model.__name__)
    return "\n".join(
        [HEAD, *(f"## {model.__name__}\n\n{diagram(model.MOVES)}\n" for model in models)]
    )
