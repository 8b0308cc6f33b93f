using System.Text.Json;
using System.Text.Json.Nodes;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Audit;

/// <summary>What chains were at an earlier verification, in a file of its own: kept where whoever writes the log cannot
/// write, it shows a cut tail and a rewritten chain.</summary>
internal static class Checkpoints
{
    internal static Dictionary<SessionId, AuditCheckpoint> Read(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file))!.AsObject().ToDictionary(
                entry => SessionId.Parse(entry.Key),
                entry => new AuditCheckpoint(
                    (long)entry.Value!["count"]!, Hash256.Parse((string)entry.Value["last_hash"]!),
                    Hash256.Parse((string)entry.Value["chain_digest"]!)));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException
            or NullReferenceException or FileNotFoundException)
        {
            throw new UsageException(
                $"{file}: {(e is FileNotFoundException ? "does not exist" : "is no file of checkpoints")}; "
                + "storagekit audit verify --save-checkpoint writes one");
        }
    }

    /// <summary>Writes the file; whoever reads meanwhile sees the old one or the new one.</summary>
    internal static void Write(string file, IEnumerable<ChainVerdict> chains)
    {
        var all = new JsonObject();
        foreach (var (session, report, _) in chains)
            all.Add(session.ToString(), new JsonObject
            {
                ["count"] = report.Checkpoint!.Count,
                ["last_hash"] = report.Checkpoint.LastHash.ToString(),
                ["chain_digest"] = report.Checkpoint.ChainDigest.ToString(),
            });
        OutputFile.Write(file, writer => writer.WriteLine(all.ToJsonString(JsonOutput.Indented)));
    }
}
