namespace StorageKit.Benchmarks.Report;

/// <summary>Contestants that were measured side by side. The first is ours; all costs are in nanoseconds.</summary>
internal sealed record Table(string Caption, Unit Unit, IReadOnlyList<Row> Rows)
{
    public Row Ours => Rows[0];

    /// <summary>How many times as much as the named contestant ours costs: below 1, ours is cheaper.</summary>
    public double CostOver(string contestant) => 1 / this[contestant].Ratio.Median;

    /// <summary>How many times as fast as the named contestant ours is.</summary>
    public double TimesFasterThan(string contestant) => this[contestant].Ratio.Median;

    public Row this[string contestant] => Rows.Single(row => row.Name == contestant);
}
