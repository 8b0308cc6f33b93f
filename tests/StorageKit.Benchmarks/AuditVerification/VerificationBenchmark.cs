using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;

namespace StorageKit.Benchmarks.AuditVerification;

/// <summary>A hash chain of any length, read back and verified, beside hashing the same bytes and nothing else.</summary>
internal sealed class VerificationBenchmark : IBenchmark
{
    const string Limit = "SHA-256 of the same bytes (limit)";

    const string Payload = """
        {"tool":"search_flights","arguments":{"from":"ZRH","to":"LIS","date":"2026-11-23"},"decision":"allow"}
        """;

    // Of an entry with this payload: the reference's hash, the injective digest, and the step of the checkpoint.
    static readonly byte[][] s_hashed =
    [
        new byte[84 + Payload.Length], new byte[25 + 7 * 9 + 84 + Payload.Length], new byte[2 * Hash256.Size],
    ];

    static readonly AgentId s_agent = AgentId.New();
    static readonly SessionId s_session = SessionId.New();

    public string Name => "audit-verification";

    public string Title => "Audit log: verifying a chain";

    public async Task MeasureAsync(Measurement measurement)
    {
        List<Point> time = [], memory = [];
        foreach (var entries in measurement.Effort.Sizes(10_000, 100_000, 1_000_000, 10_000_000))
        {
            var effort = entries < 1_000_000 ? measurement.Effort
                : measurement.Effort with { Rounds = entries == 1_000_000 ? 5 : 3, WarmUps = 0 };
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var table = await measurement.CompareAsync(
                string.Create(CultureInfo.InvariantCulture, $"{entries:N0} entries of one chain"), Unit.Rate, effort,
                Contestant.Once("StorageKit: restored and verified", () => Task.FromResult(Verify(entries))),
                Contestant.Once(Limit, () => Task.FromResult(Hash(entries))));
            time.Add(new(entries, table.Ours.Cost.Median * entries / 1e6));
            memory.Add(new(entries, Math.Max(1, GC.GetTotalMemory(forceFullCollection: true) - before)));
            if (entries == 10_000_000)
                measurement.AtMost(1.5, table.CostOver(Limit), "10,000,000 entries: cost, by the hash alone");
        }
        measurement.AtMost(100_000, memory.Max(point => point.Y), "bytes kept after verifying");
        measurement.Plot(new(
            "growth", "Time to verify, by the entries", "entries", "ms", true, [new("StorageKit", time)]));
    }

    static Sample Verify(int entries)
    {
        var verifier = new AuditChainVerifier();
        var previous = Hash256.Genesis;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < entries; i++)
        {
            var entry = new AuditEntry(
                (ulong)i, 1_795_000_000_000_000_000, AuditEventType.ToolCallIntercepted, s_agent, s_session, Payload, previous);
            verifier.Add(new AuditRecord((ulong)i, entry, entry.Digest));
            previous = entry.EntryHash;
        }
        var elapsed = Stopwatch.GetElapsedTime(start);
        return verifier.Finish().Fault is null
            ? new(elapsed.TotalNanoseconds / entries)
            : throw new InvalidOperationException("This chain is intact.");
    }

    static Sample Hash(int entries)
    {
        Span<byte> hash = stackalloc byte[Hash256.Size];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < entries; i++)
            foreach (var bytes in s_hashed)
                SHA256.HashData(bytes, hash);
        return new(Stopwatch.GetElapsedTime(start).TotalNanoseconds / entries);
    }
}
