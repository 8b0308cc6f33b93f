using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>Notes the hash before the entry is stored: a second emit of it returns while the first is on its way.
/// </summary>
[Mutant("M-AUD-08-EARLY", Kills = "AUD-08", Says = "ACKNOWLEDGED TOO EARLY")]
internal sealed class AcknowledgesWhatAnotherCallerEmits(IAuditSink inner) : AuditMutant(inner)
{
    readonly ConcurrentDictionary<Hash256, bool> _noted = new();

    public override async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        if (!_noted.TryAdd(entry.EntryHash, true)) return;
        await Task.Yield();
        await Inner.EmitAsync(entry, cancellationToken);
    }
}
