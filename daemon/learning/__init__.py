"""What people correct and label, on its way to training and to judgement of a model."""
