"""Errors of links."""

from app.kernel.errors import Conflict, Text


class AlreadyLinked(Conflict):
    code = "links.already_linked"
    title = Text("两者已经关联", "These two are linked already")
