"""The forms: what a person typed, parsed kindly; of style they only ask the engine."""
