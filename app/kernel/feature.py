"""Features: what each brings to the application. Adding one is a folder, and a line in
`app/features.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType

from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message
from app.kernel.jobs.sweeps import Sweep
from app.kernel.jobs.todos import DeclaredTodo
from app.kernel.privacy.personal_data import PersonalData
from app.kernel.web.routing import Router


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    name: str
    tags: Mapping[str, str] = field(default_factory=dict)
    """Tags of its operations, with the sentence that describes each in the API documents."""
    hot: tuple[Router, ...] = ()
    """Hot operations, all in a community; they are matched before all others."""
    resident: tuple[Router, ...] = ()
    """Operations of a person, whatever their communities."""
    resident_in_community: tuple[Router, ...] = ()
    admin: tuple[Router, ...] = ()
    """Operations of administrators above communities."""
    admin_in_community: tuple[Router, ...] = ()
    listeners: tuple[Listener, ...] = ()
    sweeps: tuple[Sweep, ...] = ()
    messages: tuple[type[Message], ...] = ()
    todos: tuple[DeclaredTodo, ...] = ()
    """Duties of the staff: what waits for whom, and by when. Their messages need no other name."""
    models: tuple[ModuleType, ...] = ()
    """Modules and packages in which its tables stand."""
    personal_data: tuple[PersonalData, ...] = ()
    """Declarations of its tables with personal columns, one each."""
    labels: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    """Words for the values of schemas that are no enum of their own, by the schema's name."""
    examples: Mapping[str, str] = field(default_factory=dict)
    """Texts for the examples in the API documents, by the name of a property."""
