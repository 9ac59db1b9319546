"""Gold corpora -> precision, recall, F1 and calibration; side by side with peers."""
