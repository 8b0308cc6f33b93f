using System.Globalization;
using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Clauses;

/// <summary>A torn tail is cut off, and appends go on.</summary>
/// <remarks>A log in a folder of its own is left by a killed process. The file that grew with the last entry is cut, in
/// a copy, at each byte of that growth; at most at <see cref="Cuts"/> of them, its first and last bytes always.
/// </remarks>
[Clause(
    "AUD-21", "A tail torn at any byte opens to the longest valid prefix, and appends go on.",
    Contract = typeof(IAuditSink), Lane = Lane.Crash,
    Needs = Needs.AuditLog | Needs.Shared | Needs.ChildProcess | Needs.OwnFiles)]
internal sealed class AUD21_TornTailIsCut : Clause<IAuditSink>
{
    const int Whole = 4;
    const int AtTheEnds = 6;

    static int Cuts => 6 * KillRounds.Count;

    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        using var folder = new FreshFolder(context);
        var child = await context.StartChildAsync(nameof(EmitEntries), context.Tenant, folder.Section)
            .ConfigureAwait(false);
        await using (child.ConfigureAwait(false))
        {
            await child.OpenedAsync(context.CancellationToken).ConfigureAwait(false);
            await EmitAsync(child, Whole, context).ConfigureAwait(false);
            var before = folder.Sizes();
            await EmitAsync(child, 1, context).ConfigureAwait(false);
            var (name, end) = folder.Sizes().MaxBy(file => file.Value - before.GetValueOrDefault(file.Key));
            var start = before.GetValueOrDefault(name);
            if (end == start) throw new UntestedException("no file grows when an entry is emitted, so none has a tail");
            // The child is idle: its files are those that a kill would leave.
            foreach (var length in Lengths(start, end, context.Random))
                await CutAsync(folder, name, length, end, context).ConfigureAwait(false);
        }
    }

    static async ValueTask EmitAsync(DriverChild child, int count, ClauseContext context)
    {
        await child.AskAsync(count).ConfigureAwait(false);
        foreach (var line in await child.DoneAsync(context.CancellationToken).ConfigureAwait(false))
            Expect.That(
                line.Kind == ChildLineKind.Ack, $"emit fails in a child process without any fault: {line.Text}");
    }

    static IEnumerable<long> Lengths(long start, long end, Random random)
    {
        var step = Math.Max(1, (end - start) / Cuts);
        for (var length = start; length < end;)
        {
            yield return length;
            var isAtAnEnd = length - start < AtTheEnds || end - length <= AtTheEnds + step;
            length += isAtAnEnd ? 1 : 1 + random.NextInt64(step);
        }
    }

    static async ValueTask CutAsync(FreshFolder folder, string name, long length, long end, ClauseContext context)
    {
        var where = string.Create(
            CultureInfo.InvariantCulture, $"a log whose last record is cut {end - length} bytes before its end");
        using var torn = folder.Copy();
        using (var file = new FileStream(Path.Combine(torn.Path, name), FileMode.Open)) file.SetLength(length);
        try
        {
            var section = await torn.OpenAsync().ConfigureAwait(false);
            await using (section.ConfigureAwait(false))
            {
                var stores = await section.OpenTenantAsync(context.Tenant, context.CancellationToken)
                    .ConfigureAwait(false);
                var entries = new EmitEntries();
                // The last entry may still be whole, where what was cut off is not needed to read it.
                await entries.VerifyAsync(context, stores, Whole, $"in {where},").ConfigureAwait(false);
                var stored = (await context.ReadAuditAsync(stores).ConfigureAwait(false)).Count;
                await entries.StepAsync(stores, stored, context.CancellationToken).ConfigureAwait(false);
                await entries.VerifyAsync(context, stores, stored + 1, $"after one more emit to {where},")
                    .ConfigureAwait(false);
            }
        }
        catch (StorageException e)
        {
            throw new ClauseViolationException($"{where} cannot be used any more: {e.Kind}: {e.Message}");
        }
    }
}
