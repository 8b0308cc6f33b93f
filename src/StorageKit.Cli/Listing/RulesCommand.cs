using System.CommandLine;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Listing;

/// <summary><c>storagekit rules</c>: what the analyzers see while code is typed.</summary>
internal static class RulesCommand
{
    internal static Command Create()
    {
        var command = new Command("rules", "The rules of the analyzers, by family and number.")
        {
            JsonOption.Instance, Explain(),
        };
        command.SetAction(given =>
        {
            Write(given.GetValue(JsonOption.Instance), Console.Out);
            return ExitCodes.Success;
        });
        return command;
    }

    static Command Explain()
    {
        var id = new Argument<string>("ID") { Description = "A rule: SK2005." };
        var command = new Command("explain", "One rule: what it sees, why it matters, what is flagged and what is not.")
        {
            id,
        };
        command.SetAction(given => Answer.Of(() => Console.Out.Write(RulePages.Of(given.GetRequiredValue(id)))));
        return command;
    }

    static void Write(bool asJson, TextWriter output)
    {
        string[] columns = ["rule", "severity", "category", "title"];
        var rows = RulePages.Table();
        if (!asJson)
        {
            TextTable.Write(output, columns, rows);
            return;
        }
        JsonOutput.Write(output, writer =>
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                writer.WriteStartObject();
                for (var i = 0; i < columns.Length; i++) writer.WriteString(columns[i], row[i]);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        });
    }
}
