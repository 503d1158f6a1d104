"""Messages of service feedback, and the listeners that send them."""

from app.feedback.messages.kinds import TicketAccepted
from app.feedback.messages.sending import LISTENERS, MESSAGES

__all__ = ["LISTENERS", "MESSAGES", "TicketAccepted"]
