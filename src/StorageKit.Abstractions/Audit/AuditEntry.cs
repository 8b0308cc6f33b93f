using System.Globalization;
using System.Runtime.CompilerServices;

namespace StorageKit;

/// <summary>One governance decision in the hash chain of a session. Immutable, safe for any number of threads; compared
/// by value, the stored hash included.</summary>
/// <remarks><see cref="EntryHash"/> is byte-compatible with the reference (Agent Assembly). Its input is ambiguous: a
/// value moved between optional fields, or bytes moved across a field's border, can keep it. <see cref="Digest"/> is
/// the injective second digest that notices.</remarks>
public sealed class AuditEntry : IEquatable<AuditEntry>
{
    // A reference, because it is published in one write:
    // a nullable struct could be seen half written by another thread.
    StrongBox<Hash256>? _digest;

    // Nothing of an entry changes after it is made, when its hash is computed.
    readonly bool _isIntact;

    /// <summary>A new entry; computes <see cref="EntryHash"/>.</summary>
    /// <param name="seq">Its place in the session's chain, from 0.</param>
    /// <param name="timestampNs">Nanoseconds since the Unix epoch.</param>
    /// <param name="eventType">What it reports.</param>
    /// <param name="agentId">Who acted.</param>
    /// <param name="sessionId">In which session.</param>
    /// <param name="payload">Usually JSON; any valid Unicode.</param>
    /// <param name="previousHash">The <see cref="EntryHash"/> before it, or <see cref="Hash256.Genesis"/>.</param>
    /// <param name="lineage">Where the action came from.</param>
    /// <param name="redaction">What was taken out of the payload.</param>
    /// <param name="policyDocId">The policy document that decided, by convention <c>sha256:HEX</c>.</param>
    /// <exception cref="ArgumentException">A text holds a lone surrogate,
    /// or <paramref name="eventType"/> is none.</exception>
    public AuditEntry(
        ulong seq, ulong timestampNs, AuditEventType eventType, AgentId agentId, SessionId sessionId, string payload,
        Hash256 previousHash, AuditLineage? lineage = null, AuditRedaction? redaction = null,
        string? policyDocId = null)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (!Enum.IsDefined(eventType))
            throw new ArgumentOutOfRangeException(nameof(eventType), eventType, "Not an AuditEventType.");
        Seq = seq;
        TimestampNs = timestampNs;
        EventType = eventType;
        AgentId = agentId;
        SessionId = sessionId;
        Payload = payload;
        PreviousHash = previousHash;
        Lineage = lineage ?? AuditLineage.None;
        Redaction = redaction ?? AuditRedaction.None;
        PolicyDocId = policyDocId;
        EntryHash = AuditEntryHash.Compute(this);
        _isIntact = true;
    }

    AuditEntry(AuditEntry fields, Hash256 storedHash)
        : this(fields.Seq, fields.TimestampNs, fields.EventType, fields.AgentId, fields.SessionId, fields.Payload,
            fields.PreviousHash, fields.Lineage, fields.Redaction, fields.PolicyDocId)
    {
        _isIntact = EntryHash == storedHash;
        EntryHash = storedHash;
    }

    /// <summary>Its place in the session's chain, from 0.</summary>
    public ulong Seq { get; }

    /// <summary>Nanoseconds since the Unix epoch. May go back within a chain.</summary>
    public ulong TimestampNs { get; }

    /// <summary>What it reports.</summary>
    public AuditEventType EventType { get; }

    /// <summary>Who acted.</summary>
    public AgentId AgentId { get; }

    /// <summary>In which session.</summary>
    public SessionId SessionId { get; }

    /// <summary>Usually JSON; not enforced.</summary>
    public string Payload { get; }

    /// <summary>The <see cref="EntryHash"/> of the entry before it in the chain.</summary>
    public Hash256 PreviousHash { get; }

    /// <summary>The SHA-256 of the fields in the reference's byte layout. What a store gave back may differ from what
    /// the fields say: <see cref="VerifyIntegrity"/>.</summary>
    public Hash256 EntryHash { get; }

    /// <summary>Where the action came from.</summary>
    public AuditLineage Lineage { get; }

    /// <summary>What was taken out of the payload.</summary>
    public AuditRedaction Redaction { get; }

    /// <summary>The policy document that decided.</summary>
    public string? PolicyDocId { get; }

    /// <summary>The SHA-256 of an injective encoding of every field except <see cref="EntryHash"/>: two entries with
    /// equal digests have equal fields. Computed at the first use and kept.</summary>
    public Hash256 Digest => (_digest ??= new(AuditEntryDigest.Compute(this))).Value;

    /// <summary>The entry with these fields and the hash that was stored with them, true or not. For drivers that read
    /// entries back.</summary>
    public static AuditEntry Restore(AuditEntry fields, Hash256 storedHash)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.EntryHash == storedHash ? fields : new(fields, storedHash);
    }

    /// <summary>A tool dispatch (event 13); <paramref name="argumentsJson"/> has placeholders where secrets were, never
    /// the secrets.</summary>
    public static AuditEntry ToolDispatch(
        ulong seq, ulong timestampNs, AgentId agentId, SessionId sessionId, string argumentsJson,
        Hash256 previousHash) =>
        new(seq, timestampNs, AuditEventType.ToolDispatched, agentId, sessionId, argumentsJson, previousHash);

    /// <summary>Reads an entry by the reference's JSON rules. The hash is kept as it stands there and not verified.
    /// </summary>
    /// <exception cref="FormatException">The text is not an entry; the message says which field and where, and shows no
    /// value.</exception>
    public static AuditEntry FromJson(string json) => AuditEntryJson.Read(json);

    /// <summary>The compact JSON text, byte for byte as the reference writes it.</summary>
    public string ToJson() => AuditEntryJson.Write(this);

    /// <summary>Whether <see cref="EntryHash"/> is what the fields say.</summary>
    public bool VerifyIntegrity() => _isIntact;

    /// <inheritdoc/>
    public bool Equals(AuditEntry? other) =>
        ReferenceEquals(this, other) || (other is not null && EntryHash == other.EntryHash && Digest == other.Digest);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AuditEntry);

    /// <inheritdoc/>
    public override int GetHashCode() => EntryHash.GetHashCode();

    /// <summary>Place, time, ids and event; never the payload.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"[seq={Seq} ts={TimestampNs} agent={AgentId.ToHex()} session={SessionId.ToHex()} event={EventType}]");
}
