using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Memory;
using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.OutageBuffer;

/// <summary>The reference's SQLite buffer in front of sinks with different troubles.</summary>
internal static class BufferSpecimen
{
    const string Is = "The reference's SQLite buffer in front of a sink";
    const int LargestTaken = 1 << 20;

    internal static Specimen Outage { get; } = new(
        "buffer", Backend.Strace, $"{Is} that is away all the time.", servers => StartAsync(servers, RegisterOutage, withWaiting: true))
    {
        Keeps = ["AUD-01", "AUD-02", "AUD-05", "AUD-07", "AUD-26"],
        Faults = BufferFaults.Outage,
    };

    internal static Specimen Limited { get; } = new(
        "buffer, limited sink", Backend.None, $"{Is} that takes no entry of more than 1 MiB.",
        servers => StartAsync(servers, RegisterLimited))
    {
        Keeps = ["AUD-01", "AUD-02", "AUD-05"],
        Faults = BufferFaults.Limited,
    };

    internal static Specimen Flaky { get; } = new(
        "buffer, flaky sink", Backend.None, $"{Is} that is away for some calls of every ten.",
        servers => StartAsync(servers, RegisterFlaky))
    {
        Keeps = ["AUD-09"],
        Faults = BufferFaults.Flaky,
    };

    static readonly MemoryLogs s_arrived = new();

    static ValueTask<StartedSpecimen> StartAsync(Servers servers, Action<Registry> register, bool withWaiting = false)
    {
        var folder = servers.NewFolder();
        return new(StartedSpecimen.InProcess(
            register, "buffer", $"path = '{folder}'\ncap = 1000", new FolderScan(folder),
            new BufferProbe(s_arrived, folder, withWaiting)));
    }

    // Static methods without captures: the crash lane calls them in a process of its own.
    static void RegisterOutage(Registry registry) => registry.Add(Registration((_, _) => false));

    static void RegisterLimited(Registry registry) =>
        registry.Add(Registration((entry, _) => entry.Payload.Length <= LargestTaken));

    static void RegisterFlaky(Registry registry) => registry.Add(Registration((_, call) => call % 10 < 6));

    static DriverRegistration Registration(Func<AuditEntry, int, bool> takes) => new("buffer")
    {
        BindOptions = section =>
        {
            var (path, cap) = (section.Text("path"), section.Integer("cap"));
            return section.Complete() ? new BufferOptions(path.Value, cap.Value) : null;
        },
        RequiresSection = true,
        Stores = [Contract.Of(Contract.Audit, scope => Open(scope, takes))],
    };

    static BufferedSink Open(DriverScope scope, Func<AuditEntry, int, bool> takes)
    {
        var options = scope.Options<BufferOptions>();
        return new(
            new RemoteSink(s_arrived.Of(scope.Tenant), takes), BufferProbe.File(options.Path, scope.Tenant),
            options.Cap);
    }

    sealed record BufferOptions(string Path, long Cap);
}
