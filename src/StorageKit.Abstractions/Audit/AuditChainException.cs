namespace StorageKit;

/// <summary>An entry does not continue the chain.</summary>
public sealed class AuditChainException(AuditChainFaultKind kind, string message) : Exception(message)
{
    /// <summary>How it does not.</summary>
    public AuditChainFaultKind Kind { get; } = kind;
}
