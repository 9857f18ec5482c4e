"""How the service is: gathered, told to systemd, to monitoring and to whoever asks."""
