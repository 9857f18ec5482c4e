"""How a mailbox's servers are got into: by password or by OAuth token, straight or by a proxy.

A module a noun: what the configuration says of it, the issuers that are known, the file that keeps
a token, what is asked of an issuer and what its refusals mean, and a person's consent.
"""
