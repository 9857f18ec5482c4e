"""What ``triaged doctor`` looks at, a module a subject; each check yields findings.

A check never changes anything: mailboxes are examined, nothing is sent, no store is made.
"""
