"""Linear programs and HiGHS, which solves them: relaxations at once, branch and cut in a child process."""
