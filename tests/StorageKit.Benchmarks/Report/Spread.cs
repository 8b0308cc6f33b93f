namespace StorageKit.Benchmarks.Report;

/// <summary>The middle of some figures, and how far they lie apart.</summary>
internal sealed record Spread(double Low, double Median, double High)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return new(sorted[0], sorted[sorted.Count / 2], sorted[^1]);
    }
}
