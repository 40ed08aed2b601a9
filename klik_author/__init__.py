"""The site: settings, addresses and the entrance for the web server."""
