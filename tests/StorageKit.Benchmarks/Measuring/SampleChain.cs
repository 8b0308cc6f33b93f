namespace StorageKit.Benchmarks.Measuring;

/// <summary>A session that goes on: each entry links to the one before it. One caller's.</summary>
internal sealed class SampleChain
{
    /// <summary>What a decision about a tool call looks like.</summary>
    public const string Payload = """
        {"tool":"search_flights","arguments":{"from":"ZRH","to":"LIS","date":"2026-11-23"},"decision":"allow"}
        """;

    readonly AgentId _agent = AgentId.New();
    readonly SessionId _session = SessionId.New();
    ulong _seq;
    Hash256 _last = Hash256.Genesis;

    public AuditEntry Next()
    {
        var entry = new AuditEntry(
            _seq++, 1_795_000_000_000_000_000, AuditEventType.ToolCallIntercepted, _agent, _session, Payload, _last);
        _last = entry.EntryHash;
        return entry;
    }

    public static SampleChain[] Many(int count) => [.. Enumerable.Range(0, count).Select(_ => new SampleChain())];
}
