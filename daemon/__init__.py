"""The shell: the only layer that opens sockets, reads the clock or takes signals."""
