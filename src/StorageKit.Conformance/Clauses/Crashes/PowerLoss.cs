using System.Globalization;
using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>What survives the loss of power: only what was synced.</summary>
internal static class PowerLoss
{
    const int Operations = 12;

    /// <summary>Every operation of a driver that writes its own files syncs what it writes before it returns.</summary>
    /// <exception cref="UntestedException">The driver's system calls cannot be watched, or it is not the driver that
    /// writes the files.</exception>
    internal static async ValueTask ExpectSyncedAsync(this ClauseContext context, string workload)
    {
        if (OwnFiles.Problem(context.Driver.Harness) is { } problem)
            throw new UntestedException($"a killed process loses nothing; the loss of power was not tried: {problem}");
        await context.CloseAsync().ConfigureAwait(false);
        using var run = new RecordedRun(context, workload);
        await run.RunAsync(Operations).ConfigureAwait(false);
        foreach (var operation in run.Operations)
            if (operation.SyncProblem() is { } lost)
                throw new ClauseViolationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"operation {operation.Line.Index + 1} was acknowledged {lost}"));
        Expect.Equal(Operations, run.Operations.Count, "operations seen through strace");
    }
}
