"""Settings of PostgreSQL that print personal data are told from those that do not."""

from app.kernel.ops.server_log import talkative
from tests.each import each

QUIET = {
    "log_error_verbosity": "default",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
    "log_parameter_max_length": "-1",
    "log_parameter_max_length_on_error": "0",
    "log_min_messages": "warning",
    "log_min_error_statement": "error",
    "debug_print_plan": "off",
}
TALKATIVE = {
    "log_error_verbosity": "verbose",
    "log_statement": "mod",
    "log_min_duration_statement": "250",
    "log_min_duration_sample": "100",
    "log_transaction_sample_rate": "0.1",
    "log_parameter_max_length_on_error": "64",
    "log_min_messages": "debug1",
    "debug_print_plan": "on",
}


def test_the_defaults_of_the_server_print_nothing() -> None:
    assert talkative(QUIET) == []


@each(TALKATIVE.items(), str)
def test_each_setting_that_prints_values_is_named(case: tuple[str, str]) -> None:
    name, value = case
    assert talkative(QUIET | {name: value}) == [f"{name} = {value}"]


def test_statements_without_their_parameters_print_nothing() -> None:
    assert talkative(QUIET | {"log_statement": "all", "log_parameter_max_length": "0"}) == []
