"""Messages to a server: kept connections, faults and whose they are, quotas and rests."""
