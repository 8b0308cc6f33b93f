using StorageKit.Benchmarks;

return await Bench.RunAsync(args);
