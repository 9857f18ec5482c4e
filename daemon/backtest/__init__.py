"""What would have been done with the mail of the past, and who else answered it."""
