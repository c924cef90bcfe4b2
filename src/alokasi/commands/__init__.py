"""One module a command: it calls the library, shows what came out, and returns the exit code."""
