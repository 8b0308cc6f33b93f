namespace StorageKit;

/// <summary>What was taken out of a payload. Compared by value, findings in order.</summary>
public sealed class AuditRedaction : IEquatable<AuditRedaction>
{
    readonly CredentialFinding[] _findings;

    /// <summary>A redaction; the findings are copied.</summary>
    public AuditRedaction(IEnumerable<CredentialFinding> findings, string? redactedPayload = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        _findings = [.. findings];
        RedactedPayload = redactedPayload;
    }

    /// <summary>Nothing was taken out.</summary>
    public static AuditRedaction None { get; } = new([]);

    /// <summary>The secrets that were found, in their order.</summary>
    public IReadOnlyList<CredentialFinding> Findings => _findings;

    /// <summary>The payload without them.</summary>
    public string? RedactedPayload { get; }

    /// <summary>Whether there is neither a finding nor a redacted payload: then it adds nothing to the hash.</summary>
    public bool IsEmpty => _findings.Length == 0 && RedactedPayload is null;

    /// <inheritdoc/>
    public bool Equals(AuditRedaction? other) =>
        other is not null && RedactedPayload == other.RedactedPayload && _findings.AsSpan().SequenceEqual(other._findings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AuditRedaction);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_findings.Length, RedactedPayload);
}
