using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>One process that used the driver for a tenant of its own, with its system calls written down.</summary>
internal sealed class RecordedRun(ClauseContext context, string workload) : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("storagekit-");

    internal TenantId Tenant { get; } = context.NewTenant();

    /// <summary>Where strace writes.</summary>
    internal string LogFile => Path.Combine(_folder.FullName, "calls");

    /// <summary>Runs the workload to its end.</summary>
    /// <exception cref="ClauseViolationException">An operation failed.</exception>
    internal async ValueTask RunAsync(int operations)
    {
        await context.ClearOnlyTenantAsync().ConfigureAwait(false);
        var lines = await context.WorkAsync(Tenant, workload, operations, SystemCalls.Record(LogFile))
            .ConfigureAwait(false);
        if (lines.FirstOrDefault(line => line.Kind == ChildLineKind.Failed) is { } failed)
            throw new ClauseViolationException(
                $"operation {failed.Index + 1} fails in a child process without any fault: {failed.Text}");
    }

    /// <summary>Runs the workload on another section, under faults: operations may fail, and the opening too.</summary>
    internal async ValueTask<IReadOnlyList<ChildLine>> RunOnAsync(string section, int operations, SystemCalls calls)
    {
        await context.ClearOnlyTenantAsync().ConfigureAwait(false);
        var child = await context.StartChildAsync(workload, Tenant, section, new() { SystemCalls = calls })
            .ConfigureAwait(false);
        await using (child.ConfigureAwait(false))
        {
            var opened = await child.NextAsync("opening the driver", context.CancellationToken).ConfigureAwait(false);
            if (opened is { Kind: not ChildLineKind.Ready }) return [opened];
            await child.AskAsync(operations).ConfigureAwait(false);
            return await child.DoneAsync(context.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The log, operation by operation.</summary>
    internal IReadOnlyList<TracedOperation> Operations =>
        [.. SystemCallLog.Read(File.ReadLines(LogFile)).Operations.Where(operation => operation.Line.IsOfOperation)];

    /// <summary>strace counts each call by its name, in each thread by itself; so the largest of these counts says how
    /// far counting makes sense.</summary>
    internal int MostChanges() => File.ReadLines(LogFile)
        .Where(line => line.Contains('(', StringComparison.Ordinal)
            && !line.Contains(" write(", StringComparison.Ordinal)
            && !line.Contains(" open", StringComparison.Ordinal)
            && !line.Contains("<... ", StringComparison.Ordinal))
        .CountBy(line => line[..line.IndexOf('(', StringComparison.Ordinal)])
        .Select(call => call.Value).DefaultIfEmpty().Max();

    public void Dispose() => _folder.Delete(recursive: true);
}
