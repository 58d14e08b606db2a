"""The English versions of the demo courses, part by part like the German ones."""
