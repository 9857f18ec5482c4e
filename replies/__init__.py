"""From a verdict to an acknowledgement: policy, promise, wording and rendering; all of it pure."""
