using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Migrate;

/// <summary><c>storagekit migrate</c>: the stores of a tenant, to where they have room to grow.</summary>
internal static class MigrateCommand
{
    internal static Command Create()
    {
        var from = File("--from", "The storage.toml of the stores that are copied.");
        var to = File("--to", "The storage.toml of the stores that they are copied to.");
        var tenant = new System.CommandLine.Option<string?>("--tenant", "-t")
        {
            Description = "Whose stores, as a UUID; the system tenant's without it.", HelpName = "ID",
        };
        var only = new System.CommandLine.Option<string[]>("--only")
        {
            Description = "A contract to move, such as audit_sink; may be given again. All without it.",
            HelpName = "KIND",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "migrate",
            "Copies the stores of a tenant from one configuration to another, and compares both at the end.\n\n"
            + "Stop the writers first: what is written to the source meanwhile is found as a difference. A target that "
            + "is not empty is refused. Interrupted, it goes on where it was: a file beside the target's configuration "
            + "that ends in .migration stays until all is compared. Of a policy its newest version is moved; "
            + "sessions and registrations count their time anew. Exit codes: 0 all is there, 1 something is not (the table says "
            + "what), 2 the command line or a file is wrong, 130 stopped.")
        {
            from, to, tenant, only, JsonOption.Instance,
        };
        command.SetAction((given, cancellationToken) => Answer.OfAsync(async () =>
        {
            var migration = new Migration(
                given.GetRequiredValue(from), given.GetRequiredValue(to), TenantOption.Parse(given.GetValue(tenant)),
                given.GetValue(only) ?? []);
            var results = await migration.RunAsync(cancellationToken);
            if (given.GetValue(JsonOption.Instance)) JsonOutput.Write(Console.Out, writer => Write(writer, results));
            else
                TextTable.Write(
                    Console.Out, ["contract", "from", "to", "things", "state"], results.Select(Row));
            return results.All(result => result.Problem is null) ? ExitCodes.Success : ExitCodes.Failure;
        }));
        return command;
    }

    static System.CommandLine.Option<string> File(string name, string description) =>
        new(name) { Description = description, HelpName = "FILE", Required = true };

    static string[] Row(MoveResult result) =>
    [
        result.Kind, result.From, result.To, result.Count?.ToString("N0", CultureInfo.InvariantCulture) ?? "-",
        result.Problem is { } problem ? $"NOT MOVED: {problem}"
            : result.Skipped is { } why ? $"skipped: {why}"
            : "the same on both sides",
    ];

    static void Write(Utf8JsonWriter writer, IReadOnlyList<MoveResult> results)
    {
        writer.WriteStartArray();
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("contract", result.Kind);
            writer.WriteString("from", result.From);
            writer.WriteString("to", result.To);
            if (result.Count is { } count) writer.WriteNumber("things", count);
            if (result.Problem is { } problem) writer.WriteString("problem", problem);
            if (result.Skipped is { } why) writer.WriteString("skipped", why);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
