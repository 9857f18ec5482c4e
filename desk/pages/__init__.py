"""The pages of the desk, one module each: functions of ``(desk, visit)`` that return an answer."""
