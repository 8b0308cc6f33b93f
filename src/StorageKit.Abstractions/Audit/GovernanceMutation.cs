namespace StorageKit;

/// <summary>An operator's change of the rules, which is never recorded without a reason.</summary>
public sealed class GovernanceMutation
{
    /// <summary>A change.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="action">What was done.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="before">The state before it.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="orgId">Of which organisation.</param>
    /// <param name="teamId">Of which team.</param>
    /// <exception cref="ArgumentException">The reason is blank, or another text is null.</exception>
    public GovernanceMutation(
        string actor, string action, string reason, string before, string after, string? orgId = null,
        string? teamId = null)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("governance mutation requires a non-empty reason", nameof(reason));
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Lineage = new() { OrgId = orgId, TeamId = teamId };
        Payload = new SerdeWriter()
            .Raw("{\"action\":").Text(action).Raw(",\"actor\":").Text(actor).Raw(",\"after\":").Text(after)
            .Raw(",\"before\":").Text(before).Raw(",\"org\":").Optional(orgId).Raw(",\"reason\":").Text(reason)
            .Raw(",\"team\":").Optional(teamId).Raw("}").ToString();
    }

    /// <summary>The organisation and the team.</summary>
    public AuditLineage Lineage { get; }

    /// <summary>The payload: a JSON object, keys in ordinal order.</summary>
    public string Payload { get; }

    /// <summary>The next entry of a chain (event 22).</summary>
    /// <exception cref="ArgumentException">A text holds a lone surrogate; the trail has not moved on.</exception>
    public AuditEntry ToEntry(AuditTrail trail, ulong timestampNs)
    {
        ArgumentNullException.ThrowIfNull(trail);
        return trail.Next(AuditEventType.GovernanceMutation, timestampNs, Payload, Lineage);
    }
}
