"""The entrance for the web server: gunicorn serves `klik_author.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klik_author.settings")

application = get_wsgi_application()
