"""Pages served inside this process."""
