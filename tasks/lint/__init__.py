"""`manage.py lint`: the style engine on the command line, without database or environment."""
