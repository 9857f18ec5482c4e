"""What a person at the desk may do: each role may all that the one before it may."""

from enum import StrEnum


class Role(StrEnum):
    """An agent works the queue, a supervisor also others' cases, an operator also the people."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    OPERATOR = "operator"

    def covers(self, needed: "Role") -> bool:
        """Whether this role may what ``needed`` may."""
        order = tuple(Role)
        return order.index(self) >= order.index(needed)
