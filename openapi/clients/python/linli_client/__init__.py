"""邻里的 Python 客户端。 Client of Linli for administrators and residents."""

from linli_client.act import Act
from linli_client.codec import UNSET, Unset
from linli_client.core import Rules
from linli_client.pages import Page
from linli_client.people import AdminClient, AsyncAdminClient, AsyncResidentClient, ResidentClient
from linli_client.problem import FieldError, LinliProblem, NetworkError
from linli_client.session import MemoryStore, Session, Store

__all__ = [
    "UNSET",
    "Act",
    "AdminClient",
    "AsyncAdminClient",
    "AsyncResidentClient",
    "FieldError",
    "LinliProblem",
    "MemoryStore",
    "NetworkError",
    "Page",
    "ResidentClient",
    "Rules",
    "Session",
    "Store",
    "Unset",
]
