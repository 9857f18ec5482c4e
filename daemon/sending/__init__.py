"""The single point of sending: what is due is claimed, judged again, worded, carried, settled."""
