"""What agents see and do; given the store and the time, never reading either by itself."""
