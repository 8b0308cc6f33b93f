namespace StorageKit.Benchmarks.Measuring;

/// <summary>How long a benchmark may take.</summary>
/// <param name="IsQuick">
/// Whether this is the smoke test of test.sh: it shows that each benchmark runs and that the goals of allocation hold,
/// and measures no time that means anything.
/// </param>
/// <param name="Rounds">How often each contestant has its turn. Uneven: the median is one of them.</param>
/// <param name="Turn">How long a turn is, at least.</param>
internal sealed record Effort(bool IsQuick, int Rounds, TimeSpan Turn)
{
    /// <summary>Turns before the first round, which are not counted.</summary>
    public int WarmUps { get; init; } = 1;

    public static Effort Full { get; } = new(IsQuick: false, Rounds: 9, TimeSpan.FromMilliseconds(100));

    public static Effort Quick { get; } = new(IsQuick: true, Rounds: 1, TimeSpan.FromMilliseconds(5));

    /// <summary>The sizes to measure: the first alone where it is quick.</summary>
    public IEnumerable<T> Sizes<T>(params T[] sizes) => IsQuick ? sizes.Take(1) : sizes;
}
