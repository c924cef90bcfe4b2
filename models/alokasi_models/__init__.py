"""What is: the world, the law, the norms and the optimisation model. No files read but its own data."""
