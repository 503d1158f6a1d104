"""Vote boards: the votes on each question, listed by the digests of their receipts."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.disclosure import has_board
from app.consultations.models import Ballot, Tally, VoteBoardEntry
from app.consultations.results.tally import open_votes

ROWS_AT_A_TIME = 5_000
# Driven by the ballot's row, so that it stands on one node of Citus.
ADD = text("""
INSERT INTO vote_board (community_id, id, ballot_id, question, receipt_sha256, choice)
SELECT b.community_id, u.id, b.id, CAST(:question AS varchar), u.receipt, u.choice
FROM ballots AS b
CROSS JOIN unnest(
    CAST(:ids AS uuid[]), CAST(:receipts AS bytea[]), CAST(:choices AS varchar[])
) AS u (id, receipt, choice)
WHERE b.community_id = :community_id AND b.id = :ballot_id
""")
Line = tuple[bytes, str]
"""Digest of a receipt for one question, and the option chosen."""


def board_digest(receipt_sha256: str, question: str) -> bytes:
    """Returns the digest under which the vote with this receipt stands on the board of a question:
    SHA-256 over the hexadecimal digits of the code's own SHA-256, a slash, and the question's key.
    The digests of one vote on two boards have nothing in common for who lacks the code."""
    return sha256(f"{receipt_sha256}/{question}".encode()).digest()


def digest_of(lines: Sequence[Line]) -> str:
    """Returns the SHA-256 of a board: of its lines in order, each with the digest in hexadecimal
    digits, a space, the option and a line feed. It proves that two people saw the same board."""
    total = sha256()
    for receipt, choice in lines:
        total.update(f"{receipt.hex()} {choice}\n".encode())
    return total.hexdigest()


async def write_boards(session: AsyncSession, ballot: Ballot, tally: Tally) -> dict[str, Any]:
    """Writes the boards of a ballot that is being published, and returns the digest of each."""
    questions = [q["key"] for q in ballot.questions if has_board(ballot, tally, q)]
    if not questions:
        return {}
    boards: dict[str, list[Line]] = {question: [] for question in questions}
    async for batch in open_votes(session, ballot):
        for vote in batch:
            for question in questions:
                receipt = board_digest(vote.receipt_sha256, question)
                boards[question].append((receipt, vote.choices[question]))
    for question, lines in boards.items():
        # Sorted before they are written, for the order of rows must say nothing either.
        lines.sort()
        await _write(session, ballot, question, lines)
    return {question: digest_of(lines) for question, lines in boards.items()}


async def _write(
    session: AsyncSession, ballot: Ballot, question: str, lines: Sequence[Line]
) -> None:
    for start in range(0, len(lines), ROWS_AT_A_TIME):
        some = lines[start : start + ROWS_AT_A_TIME]
        arguments = {
            "community_id": ballot.community_id,
            "ballot_id": ballot.id,
            "question": question,
            "ids": [UUID(bytes=receipt[:16]) for receipt, _ in some],
            "receipts": [receipt for receipt, _ in some],
            "choices": [choice for _, choice in some],
        }
        await session.execute(ADD, arguments)


def on_board(ballot: Ballot, question: str) -> Select[VoteBoardEntry]:
    return select(VoteBoardEntry).where(
        VoteBoardEntry.community_id == ballot.community_id,
        VoteBoardEntry.ballot_id == ballot.id,
        VoteBoardEntry.question == question,
    )
