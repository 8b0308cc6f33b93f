namespace StorageKit.Benchmarks.Measuring;

/// <summary>One section of docs/performance.md: something that the kit does, measured beside its peers and its limit.</summary>
internal interface IBenchmark
{
    /// <summary>The argument that runs it alone, and the name of its files in docs/performance.</summary>
    string Name { get; }

    /// <summary>The heading of its section.</summary>
    string Title { get; }

    Task MeasureAsync(Measurement measurement);
}
