"""What templates can say in Danish."""
