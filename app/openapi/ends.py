"""The end of an operation, as its document tells it."""

from app.openapi.shapes import Operation

PREFIX = "#/components/headers/"


def tell_of_end(operation: Operation) -> None:
    """Adds to an operation that is deprecated when it ends and what to call instead, and to each
    of its answers the headers that say so."""
    if not operation.get("deprecated"):
        return
    said = [f"Deprecated since {operation['x-deprecated-since']}."]
    headers = ["Deprecation"]
    if sunset := operation.get("x-sunset"):
        said.append(f"It may be gone after {sunset}.")
        headers.append("Sunset")
    if successor := operation.get("x-successor"):
        said.append(f"Call `{successor}` instead.")
        headers.append("Link")
    # The title says all of some operations, which have no description.
    described = [operation["description"]] if "description" in operation else []
    operation["description"] = " ".join((*described, *said))
    for response in operation["responses"].values():
        response["headers"] |= {name: {"$ref": PREFIX + name} for name in headers}
