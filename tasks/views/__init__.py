"""The counter: small functions that fetch with permission, form, change and answer."""
