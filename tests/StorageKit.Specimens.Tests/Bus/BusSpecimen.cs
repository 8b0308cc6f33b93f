using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Bus;

/// <summary>The reference's NATS publisher, on a bus within the process.</summary>
internal static class BusSpecimen
{
    const string Is =
        "The reference's NATS publisher, on a bus within the process that acknowledges before it delivers. There is no "
        + "NATS here; what matters is that nobody waits for an answer.";

    internal static Specimen Patient { get; } = new(
        "bus", Backend.Strace, Is, servers => StartAsync(servers, RegisterPatient))
    {
        Keeps = ["AUD-24"],
        Faults =
        [
            new(
                "AUD-19", "acknowledged entries are missing",
                "`emit` returns when the message is handed to the client, so a process that is killed then takes "
                + "acknowledged entries with it.",
                "No driver acknowledges before the backend has."),
        ],
    };

    internal static Specimen Slow { get; } = new(
        "bus, slow subscriber", Backend.Strace,
        "The same bus with room for 64 messages: it drops the oldest where its subscriber does not keep up.",
        servers => StartAsync(servers, RegisterSlow))
    {
        Keeps = ["GEN-01", "GEN-18"],
        Faults =
        [
            new(
                "AUD-04", "LOST ENTRY",
                "Publishing is fire and forget: a subscriber that is too slow, or away, never sees what was "
                + "acknowledged.",
                "No driver acknowledges before the backend has."),
        ],
    };

    static ValueTask<StartedSpecimen> StartAsync(Servers servers, Action<Registry> register)
    {
        var folder = servers.NewFolder();
        return new(StartedSpecimen.InProcess(
            register, "bus", $"path = '{folder}'", new FolderScan(folder), new Deliveries(folder)));
    }

    static void RegisterPatient(Registry registry) => registry.Add(Registration(pending: 1_000_000));

    static void RegisterSlow(Registry registry) => registry.Add(Registration(pending: 64));

    static DriverRegistration Registration(int pending) => new("bus")
    {
        BindOptions = section =>
        {
            var path = section.Text("path");
            return section.Complete() ? path.Value : null;
        },
        RequiresSection = true,
        Stores =
        [
            Contract.Of(
                Contract.Audit, scope => new BusSink(Deliveries.File(scope.Options<string>(), scope.Tenant), pending)),
        ],
    };

    /// <summary>What has arrived.</summary>
    sealed class Deliveries(string folder) : IAuditProbe
    {
        internal static string File(string folder, TenantId tenant) => Path.Combine(folder, $"{tenant}.jsonl");

        public async ValueTask<IReadOnlyList<AuditEntry>> ReadAllAsync(
            TenantId tenant, CancellationToken cancellationToken = default)
        {
            var file = File(folder, tenant);
            if (!System.IO.File.Exists(file)) return [];
            // A line that is being written has no end yet.
            var text = await System.IO.File.ReadAllTextAsync(file, cancellationToken);
            return [.. text.Split('\n')[..^1].Select(AuditEntry.FromJson)];
        }
    }
}
