"""What a letter is about and how urgent it is: rules, model, merge, priority, rank, training.

``classify`` is the way in. Training and evaluation run in a process of their own; nothing that
runs beside the daemon imports scikit-learn.
"""
