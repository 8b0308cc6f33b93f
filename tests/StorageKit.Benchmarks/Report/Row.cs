using StorageKit.Benchmarks.Measuring;

namespace StorageKit.Benchmarks.Report;

/// <summary>What one contestant showed: medians, and the lowest and highest of all rounds.</summary>
internal sealed record Row(string Name, Spread Cost, Spread Ratio, double? Bytes, double? P99)
{
    /// <param name="name">The contestant's.</param>
    /// <param name="samples">One a round.</param>
    /// <param name="ours">Those of the first contestant, of the same rounds: each ratio is that of one round.</param>
    public static Row Of(string name, List<Sample> samples, List<Sample> ours) => new(
        name,
        Spread.Of(samples.Select(sample => sample.Nanoseconds)),
        Spread.Of(samples.Zip(ours, (one, our) => one.Nanoseconds / our.Nanoseconds)),
        samples[0].Bytes is null ? null : Spread.Of(samples.Select(sample => sample.Bytes!.Value)).Median,
        samples[0].P99 is null ? null : Spread.Of(samples.Select(sample => sample.P99!.Value)).Median);
}
