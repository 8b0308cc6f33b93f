namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A03", Kills = "AUD-24", Says = "lost by disposing at once", Shared = true,
    Seen = "https://github.com/serilog/serilog/issues/2173")]
internal sealed class DisposeDoesNotFlush(IAuditSink inner) : AuditMutant(inner)
{
    readonly Lock _lock = new();
    readonly List<AuditEntry> _buffer = [];

    public override async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        AuditEntry[] full = [];
        lock (_lock)
        {
            _buffer.Add(entry);
            if (_buffer.Count == 16) full = Take();
        }
        foreach (var buffered in full) await Inner.EmitAsync(buffered, cancellationToken);
    }

    public override async ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        AuditEntry[] all;
        lock (_lock) all = Take();
        foreach (var buffered in all) await Inner.EmitAsync(buffered, cancellationToken);
        return await base.ReadAsync(after, limit, cancellationToken);
    }

    AuditEntry[] Take()
    {
        AuditEntry[] taken = [.. _buffer];
        _buffer.Clear();
        return taken;
    }
}
