namespace StorageKit;

/// <summary>What was taken out of a payload. Compared by value, findings in order.</summary>
public sealed class AuditRedaction : IEquatable<AuditRedaction>
{
    readonly CredentialFinding[] _findings;

    /// <summary>A redaction; the findings are copied.</summary>
    /// <exception cref="ArgumentException">A finding is null, has no <see cref="CredentialFinding.Matched"/>, or its
    /// kind is no <see cref="CredentialKind"/>.</exception>
    public AuditRedaction(IEnumerable<CredentialFinding> findings, string? redactedPayload = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        _findings = [.. findings];
        foreach (var finding in _findings)
            if (finding?.Matched is null || !Enum.IsDefined(finding.Kind))
                throw new ArgumentException(
                    "A finding is null, has no Matched, or its Kind is not a CredentialKind.", nameof(findings));
        Findings = Array.AsReadOnly(_findings);
        RedactedPayload = redactedPayload;
    }

    /// <summary>Nothing was taken out.</summary>
    public static AuditRedaction None { get; } = new([]);

    /// <summary>The secrets that were found, in their order.</summary>
    public IReadOnlyList<CredentialFinding> Findings { get; }

    /// <summary>The payload without them.</summary>
    public string? RedactedPayload { get; }

    /// <summary>Whether there is neither a finding nor a redacted payload: then it adds nothing to the hash.</summary>
    public bool IsEmpty => _findings.Length == 0 && RedactedPayload is null;

    /// <inheritdoc/>
    public bool Equals(AuditRedaction? other) =>
        other is not null && RedactedPayload == other.RedactedPayload
            && _findings.AsSpan().SequenceEqual(other._findings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AuditRedaction);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_findings.Length, RedactedPayload);
}
