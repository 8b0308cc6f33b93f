using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>A full or failing disk is an error, never an acknowledge.</summary>
/// <remarks>In a folder of its own, each entry is emitted twice, as by a caller who tries again. What is acknowledged
/// has to have been written, and synced after that, with no failed sync in between: such a sync drops what it was asked
/// to keep, and the next one succeeds without it.</remarks>
[Clause(
    "AUD-22", "A full or failing disk makes emit fail; nothing false is acknowledged, not even after a retried sync.",
    Contract = typeof(IAuditSink), Lane = Lane.Crash,
    Needs = Needs.AuditLog | Needs.Shared | Needs.ChildProcess | Needs.OwnFiles)]
internal sealed class AUD22_FailingDiskIsAnError : Clause<IAuditSink>
{
    const int Entries = 6;

    static readonly (string Name, string Calls, string Error, string When)[] s_faults =
    [
        ("while every sync fails", SystemCalls.Syncs, "EIO", ""),
        ("while every second sync fails", SystemCalls.Syncs, "EIO", "2+2"),
        ("while only the first sync fails", SystemCalls.Syncs, "EIO", "1"),
        ("while the disk is full", SystemCalls.Writes, "ENOSPC", ""),
        ("while the disk is full at every third write", SystemCalls.Writes, "ENOSPC", "3+3"),
    ];

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var failures = 0;
        foreach (var (name, calls, error, when) in s_faults)
        {
            using var folder = new FreshFolder(context);
            using var run = new RecordedRun(context, nameof(EmitEachTwice));
            // What a driver makes at its first opening is there before the disk fails.
            var first = await folder.OpenAsync().ConfigureAwait(false);
            await using (first.ConfigureAwait(false))
                await first.OpenTenantAsync(run.Tenant, context.CancellationToken).ConfigureAwait(false);
            var lines = await run.RunOnAsync(
                folder.Section, 2 * Entries, SystemCalls.RecordAndFail(run.LogFile, calls, error, when))
                .ConfigureAwait(false);
            failures += lines.Count(line => line.Kind is ChildLineKind.Failed or ChildLineKind.NotOpened);
            Expect.Equal(
                lines.Count(line => line.IsOfOperation), run.Operations.Count, $"operations seen by strace {name}");
            ExpectNothingFalse(run, name);
            await ExpectReadBackAsync(folder, run, lines, name, context).ConfigureAwait(false);
        }
        Expect.That(failures > 0, "emit succeeds on a disk that fails every sync and has no room for any write");
    }

    static void ExpectNothingFalse(RecordedRun run, string fault)
    {
        HashSet<int> stored = [];
        foreach (var operation in run.Operations.Where(operation => operation.Line.Kind == ChildLineKind.Ack))
        {
            var entry = operation.Line.Index / 2;
            if (!stored.Add(entry)) continue; // it is there already: nothing is left to do
            if (operation.SyncProblem() is { } problem)
                throw new ClauseViolationException($"{fault}, entry {entry + 1} was acknowledged {problem}");
        }
    }

    static async ValueTask ExpectReadBackAsync(
        FreshFolder folder, RecordedRun run, IReadOnlyList<ChildLine> lines, string fault, ClauseContext context)
    {
        var section = await folder.OpenAsync().ConfigureAwait(false);
        await using (section.ConfigureAwait(false))
        {
            var stores = await section.OpenTenantAsync(run.Tenant, context.CancellationToken).ConfigureAwait(false);
            var source = new EmitEntries();
            var hashes = Enumerable.Range(0, Entries).Select(i => source.Entry(run.Tenant, i).EntryHash).ToList();
            var stored = (await context.ReadAuditAsync(stores).ConfigureAwait(false))
                .Select(entry => hashes.IndexOf(entry.EntryHash)).ToList();
            foreach (var line in lines.Where(line => line.Kind == ChildLineKind.Ack))
                Expect.That(
                    stored.Contains(line.Index / 2),
                    $"{fault}, entry {(line.Index / 2) + 1} was acknowledged; after it, the entry is missing");
            Expect.That(
                stored.Distinct().Order().SequenceEqual(stored),
                $"after a run {fault}, the log has entries twice, out of order, or that nobody emitted");
            await source.StepAsync(stores, Entries, context.CancellationToken).ConfigureAwait(false);
            var count = (await context.ReadAuditAsync(stores).ConfigureAwait(false)).Count;
            Expect.Equal(stored.Count + 1, count, $"entries after one more emit, when the run {fault} is over");
        }
    }
}
