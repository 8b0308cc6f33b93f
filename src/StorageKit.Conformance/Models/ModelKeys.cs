namespace StorageKit.Conformance.Models;

/// <summary>What random operations work on: few, so that they meet, and such as a careless driver mixes up. The
/// simplest comes first.</summary>
internal static class ModelKeys
{
    /// <summary>They differ by case (in Turkish, too), by prefix, by a zero at the end; and UTF-8 and UTF-16 order them
    /// differently.</summary>
    internal static IReadOnlyList<string> Texts { get; } = ["i", "I", "i/1", "", "\u0130", "i\0", "\ufb01", "🔑"];

    internal static IReadOnlyList<AgentId> Agents { get; } = [.. Ids.Select(id => AgentId.FromBytes(id))];

    internal static IReadOnlyList<SessionId> Sessions { get; } = [.. Ids.Select(id => SessionId.FromBytes(id))];

    // The first two are each other's bytes in the order of a Guid's.
    static IEnumerable<byte[]> Ids =>
    [
        Convert.FromHexString("00112233445566778899aabbccddeeff"),
        Convert.FromHexString("33221100554477668899aabbccddeeff"),
        new byte[16], Convert.FromHexString("ffffffffffffffffffffffffffffffff"),
    ];
}
