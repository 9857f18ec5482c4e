"""Backup, restore, and what is asked after one."""
