using System.Text.Json;
using System.Text.Json.Nodes;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Migrate;

/// <summary>A file beside the target's configuration while a migration is under way. Who finds it knows that what is in
/// the target comes from this source, and that the migration may go on.</summary>
internal sealed class MigrationJournal(string from, string to, TenantId tenant)
{
    string File => to + ".migration";

    /// <summary>Whether a migration of these was interrupted.</summary>
    /// <exception cref="UsageException">Another one was.</exception>
    internal bool IsUnderWay()
    {
        if (!System.IO.File.Exists(File)) return false;
        try
        {
            if (JsonNode.Parse(System.IO.File.ReadAllText(File)) is JsonObject found
                && (string?)found["from"] == Path.GetFullPath(from) && (string?)found["tenant"] == tenant.ToString())
                return true;
        }
        catch (JsonException)
        {
            // Not ours: told below.
        }
        throw new UsageException(
            $"{File} is of another migration into these stores, which was interrupted. Finish that one, or empty the "
            + "target and remove the file.");
    }

    internal void Begin() => OutputFile.Write(File, writer => writer.WriteLine(new JsonObject
    {
        ["from"] = Path.GetFullPath(from), ["tenant"] = tenant.ToString(),
    }.ToJsonString(JsonOutput.Indented)));

    internal void End() => System.IO.File.Delete(File);
}
