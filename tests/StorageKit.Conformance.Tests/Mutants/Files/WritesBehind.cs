namespace StorageKit.Conformance.Tests.Mutants.Files;

[Mutant("M-AUD-19", Kills = "AUD-19", Says = "acknowledged entries are missing")]
internal sealed class WritesBehind : IMutantDriver
{
    public DriverUnderTest Create() => FileDriver<Log>.Create();

    internal sealed class Log(string folder) : FileLog(folder)
    {
        AuditEntry? _waiting;

        public override async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
        {
            var last = Interlocked.Exchange(ref _waiting, entry);
            if (last is not null) await base.EmitAsync(last, cancellationToken);
        }
    }
}
