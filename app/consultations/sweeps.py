"""Sweeps of consultations."""

from app.consultations.messages.households import SWEEPS as HOUSEHOLDS
from app.consultations.results.sweeps import SWEEPS as BALLOTS
from app.consultations.roll.cutting import SWEEPS as ROLLS
from app.consultations.topics.sweeps import SWEEPS as TOPICS
from app.kernel.jobs.sweeps import Sweep

SWEEPS: tuple[Sweep, ...] = (*TOPICS, *BALLOTS, *ROLLS, *HOUSEHOLDS)
