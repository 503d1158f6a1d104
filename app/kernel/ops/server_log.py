"""Settings by which PostgreSQL would write personal data into its own log."""

from collections.abc import Mapping

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

LOG_SETTINGS = text(
    """
SELECT name, setting FROM pg_settings WHERE name IN (
    'log_error_verbosity', 'log_statement', 'log_min_duration_statement',
    'log_min_duration_sample', 'log_transaction_sample_rate', 'log_parameter_max_length',
    'log_parameter_max_length_on_error', 'log_min_error_statement', 'log_min_messages',
    'debug_print_parse', 'debug_print_rewritten', 'debug_print_plan'
)
"""
)
DEBUG_LEVELS = frozenset({"debug5", "debug4", "debug3", "debug2", "debug1"})


async def talkative_settings(session: AsyncSession) -> list[str]:
    """Returns the settings of the server that print values of rows or parameters, each as
    `name = value`."""
    rows = await session.execute(LOG_SETTINGS)
    return talkative({str(name): str(value) for name, value in rows})


def talkative(settings: Mapping[str, str]) -> list[str]:
    """Picks those settings that print values of rows or parameters. Statements are logged with
    their parameters unless `log_parameter_max_length` is 0."""
    is_length_kept = settings.get("log_parameter_max_length", "-1") != "0"
    found = [
        f"{name} = {value}"
        for name, value in settings.items()
        if _prints_values(name, value) or (is_length_kept and _logs_statements(name, value))
    ]
    return sorted(found)


def _prints_values(name: str, value: str) -> bool:
    match name:
        case "log_error_verbosity":
            return value == "verbose"
        case "log_parameter_max_length_on_error":
            return value != "0"
        case "log_min_messages":
            return value in DEBUG_LEVELS
    return name.startswith("debug_print_") and value == "on"


def _logs_statements(name: str, value: str) -> bool:
    match name:
        case "log_statement":
            return value not in {"none", "ddl"}
        case "log_min_duration_statement" | "log_min_duration_sample":
            return value != "-1"
        case "log_transaction_sample_rate":
            return float(value) > 0
    return False
