using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Bus;

/// <summary>The reference's NATS publisher, on a bus within the process.</summary>
internal static class BusSpecimen
{
    internal static Specimen Specimen { get; } = new(
        "bus", Backend.Strace,
        "The reference's NATS publisher, on a bus within the process that acknowledges before it delivers. There is no "
        + "NATS here; what matters is that nobody waits for an answer.",
        servers =>
        {
            var folder = servers.NewFolder();
            return new(StartedSpecimen.InProcess(
                Register, "bus", $"path = '{folder}'", new FolderScan(folder), new Deliveries(folder)));
        })
    {
        Keeps = ["AUD-24"],
        Faults =
        [
            new(
                "AUD-04", "LOST",
                "Publishing is fire and forget: a subscriber that is too slow, or away, never sees what was "
                + "acknowledged.",
                "No driver acknowledges before the backend has."),
            new(
                "AUD-19", "acknowledged entries are missing",
                "`emit` returns when the message is handed to the client, so a process that is killed then takes "
                + "acknowledged entries with it.",
                "No driver acknowledges before the backend has."),
        ],
    };

    static void Register(Registry registry) => registry.Add(new DriverRegistration("bus")
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
                Contract.Audit, scope => new BusSink(Deliveries.File(scope.Options<string>(), scope.Tenant))),
        ],
    });

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
