"""One command a file: ``python manage.py <name>``."""
