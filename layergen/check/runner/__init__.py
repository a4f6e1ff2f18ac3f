"""In which process? Plans, processes, the child and the cache."""
