using System.Globalization;
using StorageKit.Conformance.Children;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>A second process on the same backend, for the clauses about two instances: where there can be one.
/// </summary>
internal static class SecondProcess
{
    static readonly (Type Contract, string Workload)[] s_workloads =
    [
        (typeof(IAuditSink), nameof(EmitEntries)),
        (typeof(ISessionStore), OverwriteKey.Session),
        (typeof(ICredentialStore), OverwriteKey.Secret),
        (typeof(IRateLimitCounter), nameof(CountUp)),
        (typeof(ILifecycleStore), nameof(RegisterAgents)),
        (typeof(IObjectStore), OverwriteKey.Object),
    ];

    internal static bool CanBeHad(ClauseContext context) =>
        DriverLocation.ProblemOf(context.Driver) is null;

    /// <summary>What another process has stored is seen by this one, before and after it has looked the first time.
    /// </summary>
    internal static async ValueTask ExpectSeenAsync(this ClauseContext context)
    {
        const int Rounds = 2;
        const int OperationsEach = 4;
        var token = context.CancellationToken;
        foreach (var (contract, workload) in s_workloads)
        {
            if (!context.Driver.Serves(contract) || context.Driver.StoreOf(contract)!.ProcessLocal) continue;
            if (contract == typeof(IAuditSink) && !CanReadBack(context)) continue;
            var stores = await context.OpenFreshTenantAsync().ConfigureAwait(false);
            var child = await context.StartChildAsync(workload, stores.Tenant).ConfigureAwait(false);
            await using (child.ConfigureAwait(false))
            {
                await child.OpenedAsync(token).ConfigureAwait(false);
                for (var round = 1; round <= Rounds; round++)
                {
                    await child.AskAsync(OperationsEach).ConfigureAwait(false);
                    var lines = await child.DoneAsync(token).ConfigureAwait(false);
                    if (lines.FirstOrDefault(line => line.Kind == ChildLineKind.Failed) is { } failed)
                        throw new ClauseViolationException(
                            $"{contract.Name} of another process fails while this one has it open too: {failed.Text}");
                    await Workload.Create(workload).VerifyAsync(
                        context, stores, round * OperationsEach,
                        $"{contract.Name}, written by another process: here").ConfigureAwait(false);
                }
            }
        }
    }

    static bool CanReadBack(ClauseContext context) => context.Stores.Get<IAuditSink>() is IAuditLog
        || context.Driver.Harness.Probe<IAuditProbe>() is not null;

    /// <summary>What a child's counting was, as one caller of a history.</summary>
    internal static History ToHistory(IReadOnlyList<ChildLine> lines, HistoryHeader header) => new(
        header, lines.Select(line => new Operation
        {
            Id = 0, // numbered by the history
            Caller = 1,
            Kind = OperationKind.Increment,
            Key = CountUp.Key,
            Argument = 1UL,
            Result = line.Kind == ChildLineKind.Ack
                ? ulong.Parse(line.Text, NumberStyles.None, CultureInfo.InvariantCulture)
                : OperationValue.None,
            Call = line.Call,
            Return = line.Return,
            Outcome = line.Kind == ChildLineKind.Ack ? Outcome.Ok : Outcome.Unknown,
            Error = line.Kind == ChildLineKind.Ack ? null : line.Text,
        }));
}
