// A suite's backend is one for each class in a process: two tests must not run the same suite at once.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
