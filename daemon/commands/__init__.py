"""One module a command: ``declare`` says its words, ``run`` does it and returns an exit code.

``daemon.cli`` imports the one that is asked for and no other, so that each may import what it
needs and a quick command stays quick. A fault is a ``CommandError``.
"""
