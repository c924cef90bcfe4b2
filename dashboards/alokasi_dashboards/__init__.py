"""The dashboard over results: pages, frame, guard. Knows the tool; the tool does not know it."""
