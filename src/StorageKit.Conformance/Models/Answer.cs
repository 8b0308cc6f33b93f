using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Models;

/// <summary>A store's answers as texts that can be compared and shown: the same in every culture, and of bytes no more
/// than their length and the first digits of a hash.</summary>
internal static class Answer
{
    internal const string Done = "done";

    internal static string Of(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Of(bool condition) => condition ? "true" : "false";

    internal static string Of(ReadOnlySpan<byte> bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes #{Hash(bytes)}");

    internal static string Of(byte[]? bytes) => bytes is null ? "null" : Of(bytes.AsSpan());

    internal static string Of(SessionRecord? session) => session is null
        ? "null"
        : string.Create(
            CultureInfo.InvariantCulture, $"session {session.SessionId} of {session.AgentId} at {session.StartedAtNs}");

    internal static string Of(PolicyDocument? policy) => policy is null
        ? "null"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"version {policy.Version} with {policy.Rules.Count} rules "
            + $"#{Hash(Encoding.UTF8.GetBytes(policy.ToJson()))}");

    internal static string Of(IEnumerable<ObjectInfo> objects) => "[" + string.Join(
        ", ",
        objects.Select(found =>
            string.Create(CultureInfo.InvariantCulture, $"{OddKeys.Name(found.Key)}: {found.Size}"))) + "]";

    internal static string Of(IEnumerable<AgentId> agents) => "[" + string.Join(", ", agents) + "]";

    internal static string Of(IEnumerable<AuditRecord> records)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (count, last) = (0, 0ul);
        foreach (var record in records)
        {
            count++;
            last = record.Position;
            hash.AppendData(Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture, $"{record.Position} {record.Entry.ToJson()} {record.Digest};")));
        }
        var digest = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4));
        return string.Create(CultureInfo.InvariantCulture, $"{count} records up to position {last} #{digest}");
    }

    static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4));
}
