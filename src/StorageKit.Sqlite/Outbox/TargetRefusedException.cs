namespace StorageKit.Sqlite;

/// <summary>The target refused an entry for good. Never leaves the driver: <see cref="Refusal"/> does.</summary>
internal sealed class TargetRefusedException(Exception refusal) : Exception(null, refusal)
{
    internal Exception Refusal { get; } = refusal;
}
