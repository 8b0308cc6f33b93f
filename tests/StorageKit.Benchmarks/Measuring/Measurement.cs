using System.Globalization;
using StorageKit.Benchmarks.Report;

namespace StorageKit.Benchmarks.Measuring;

/// <summary>Measures one benchmark, and gathers what it found.</summary>
internal sealed class Measurement(IBenchmark benchmark, Effort effort, Action<string> progress)
{
    readonly List<Table> _tables = [];
    readonly List<Goal> _goals = [];
    readonly List<Chart> _charts = [];
    readonly SortedDictionary<string, string> _versions = new(StringComparer.Ordinal);

    public Effort Effort { get; } = effort;

    public Result Result =>
        new(benchmark.Name, benchmark.Title, Machine.Today, Machine.Description, _versions, _tables, _goals, _charts);

    public void Progress(string text) => progress(text);

    /// <summary>Names the release of a program that took part.</summary>
    public void Version(string program, string version) => _versions[program] = version;

    /// <summary>
    /// Lets the contestants have their turns, round after round, so that what else the machine does meets all of them;
    /// the ratio of a round is that of neighbours in time. The first contestant is ours.
    /// </summary>
    public Task<Table> CompareAsync(string caption, Unit unit, params IEnumerable<Contestant> contestants) =>
        CompareAsync(caption, unit, null, contestants);

    /// <summary>The same with an effort of its own, where a turn is long.</summary>
    public async Task<Table> CompareAsync(
        string caption, Unit unit, Effort? own, params IEnumerable<Contestant> contestants)
    {
        var effort = own ?? Effort;
        var all = contestants.ToList();
        var samples = all.Select(_ => new List<Sample>()).ToList();
        for (var round = -effort.WarmUps; round < effort.Rounds; round++)
        {
            progress(round < 0
                ? $"{caption}: warming up"
                : string.Create(CultureInfo.InvariantCulture, $"{caption}: round {round + 1} of {effort.Rounds}"));
            for (var i = 0; i < all.Count; i++)
            {
                var sample = await all[i].TurnAsync(effort);
                if (round >= 0)
                    samples[i].Add(sample);
            }
        }
        var table = new Table(caption, unit, [.. all.Select((one, i) => Row.Of(one.Name, samples[i], samples[0]))]);
        _tables.Add(table);
        return table;
    }

    /// <summary>Adds figures that were not won in turns.</summary>
    public void Add(Table table) => _tables.Add(table);

    /// <summary>A plot: how a figure grows with a size, or a throughput with the number of callers.</summary>
    public void Plot(Chart chart)
    {
        if (!Effort.IsQuick)
            _charts.Add(chart);
    }

    /// <summary>A goal that holds where the figure is not above the limit.</summary>
    public void AtMost(double limit, double measured, string what) => _goals.Add(new(what, measured, limit, true));

    /// <summary>A goal that holds where the figure is not below the limit.</summary>
    public void AtLeast(double limit, double measured, string what) => _goals.Add(new(what, measured, limit, false));

    /// <summary>A goal of allocation: it holds on every machine, so the smoke test checks it, too.</summary>
    public void AllocatesAtMost(double bytes, double measured, string what) =>
        _goals.Add(new(what, measured, bytes, true) { Quick = true });
}
