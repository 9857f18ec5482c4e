"""The beginning of an installation: what is asked, what is known of providers, what is written."""
