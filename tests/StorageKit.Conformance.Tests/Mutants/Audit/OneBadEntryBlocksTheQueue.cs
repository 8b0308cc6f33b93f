namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A21", Kills = "AUD-25", Says = "a good entry after a cancelled emit")]
internal sealed class OneBadEntryBlocksTheQueue(IAuditSink inner) : AuditMutant(inner)
{
    volatile bool _isBlocked;

    public override async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        if (_isBlocked) throw new StorageException(StorageErrorKind.Backend, "the queue's head cannot be written");
        try
        {
            await Inner.EmitAsync(entry, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _isBlocked = true;
            throw;
        }
    }
}
