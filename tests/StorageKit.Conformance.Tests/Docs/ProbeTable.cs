namespace StorageKit.Conformance.Tests.Docs;

/// <summary>Writes the table of docs/writing-a-driver.md: each probe, what does instead of it, and the clauses that are
/// run because of it.</summary>
internal static class ProbeTable
{
    const string InMemory = "nothing; not asked of a driver whose stores are all `ProcessLocal`";

    /// <summary>Probes that no clause needs: they make clauses stricter, or reports better.</summary>
    internal static IReadOnlyList<Type> NeverNeeded { get; } =
        [typeof(IOperationTimeout), typeof(IBackendDescription), typeof(IOneTenant)];

    /// <summary>Needs that no probe serves: the driver itself, its section or the machine has to.</summary>
    internal static IReadOnlyList<Needs> WithoutProbe { get; } =
        [Needs.None, Needs.Shared, Needs.WallClock, Needs.AuditLog, Needs.NoSessionTtl, Needs.ChildProcess];

    /// <summary>Each probe with the needs that it serves, as <c>Applicability</c> decides.</summary>
    internal static IReadOnlyList<(Type Probe, string Instead, Needs[] Needs)> Rows { get; } =
    [
        (typeof(IAuditProbe), "a sink that is an `IAuditLog`", [Needs.AuditReadBack]),
        (typeof(IPolicySeed), "a store that is an `IPolicyWriter`", [Needs.PolicySeed]),
        (typeof(ILifecycleProbe), "a store that is an `ILifecycleMonitor`", [Needs.LifecycleRead]),
        (typeof(IClockControl), "a driver that takes a `TimeProvider`", [Needs.Clock]),
        (typeof(IBackendEndpoint), InMemory, [Needs.Endpoint, Needs.Outage]),
        (typeof(IBackendControl), InMemory, [Needs.BackendControl, Needs.Outage]),
        (typeof(IRawScan), "nothing", [Needs.RawScan]),
        (typeof(IDataFolder), "nothing; with strace, and no server that writes the files",
            [Needs.FileModes, Needs.OwnFiles]),
        (typeof(IResourceProbe), "for RLC-24, `ProcessLocal`: the heap is weighed",
            [Needs.ResourceCount, Needs.KeyCount]),
        (typeof(ITamper), "nothing", [Needs.Tamper]),
        (typeof(IKeyRotation), "nothing", [Needs.KeyRotation]),
        (typeof(IPolicySource), "nothing", [Needs.PolicySource]),
        (typeof(IEarlierRelease), "nothing", [Needs.EarlierRelease]),
    ];

    internal static string Write() => string.Join('\n', Rows.Select(Row).Prepend(
        """
        | probe | does instead | clauses that are run because of it |
        | --- | --- | --- |
        """));

    static string Row((Type Probe, string Instead, Needs[] Needs) row) =>
        $"| `{row.Probe.Name}` | {row.Instead} | {Ranges([.. ClauseCatalog.All.Where(
            clause => clause.HasCheck && row.Needs.Any(need => clause.Info.Needs.HasFlag(need)))
            .Select(clause => clause.Id)])} |";

    // AUD-01, AUD-02, AUD-03, AUD-05, AUD-06 is "AUD-01 to 03, AUD-05, AUD-06".
    static string Ranges(IReadOnlyList<string> ids)
    {
        List<string> ranges = [];
        for (var i = 0; i < ids.Count;)
        {
            var first = i;
            while (i + 1 < ids.Count && Number(ids[i + 1]) == Number(ids[i]) + 1 && ids[i + 1][..3] == ids[i][..3]) i++;
            if (i - first >= 2) ranges.Add($"{ids[first]} to {ids[i][4..]}");
            else ranges.AddRange(ids.Skip(first).Take(i - first + 1));
            i++;
        }
        return string.Join(", ", ranges);
    }

    static int Number(string id) => int.Parse(id[4..], System.Globalization.CultureInfo.InvariantCulture);
}
