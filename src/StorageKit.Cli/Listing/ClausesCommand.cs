using System.CommandLine;
using StorageKit.Cli.Terminal;
using StorageKit.Conformance;

namespace StorageKit.Cli.Listing;

/// <summary><c>storagekit clauses</c>: what a driver has to keep.</summary>
internal static class ClausesCommand
{
    const string Page = "docs/clauses.md";

    internal static Command Create()
    {
        var command = new Command("clauses", "The clauses that the conformance kit checks, by contract and number.")
        {
            JsonOption.Instance, Explain(),
        };
        command.SetAction(given =>
        {
            WriteAll(given.GetValue(JsonOption.Instance), Console.Out);
            return ExitCodes.Success;
        });
        return command;
    }

    static Command Explain()
    {
        var id = new Argument<string>("ID") { Description = "A clause: RLC-05." };
        var command = new Command("explain", "One clause: its sentence, when it runs, what it needs.") { id };
        command.SetAction(given =>
        {
            try
            {
                Write(ClauseCatalog.Get(given.GetRequiredValue(id)), Console.Out);
                return ExitCodes.Success;
            }
            catch (ArgumentException e)
            {
                Console.Error.WriteLine($"storagekit: {e.Message.Split(" (Parameter")[0]}");
                return ExitCodes.Usage;
            }
        });
        return command;
    }

    static void WriteAll(bool asJson, TextWriter output)
    {
        if (asJson)
            JsonOutput.Write(output, writer =>
            {
                writer.WriteStartArray();
                foreach (var clause in ClauseCatalog.All)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", clause.Id);
                    writer.WriteString("lane", LaneOf(clause));
                    writer.WriteString("sentence", clause.Info.Sentence);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
            });
        else
            TextTable.Write(
                output, ["clause", "lane", "sentence"],
                ClauseCatalog.All.Select(clause => (string[])[clause.Id, LaneOf(clause), clause.Info.Sentence]));
    }

    static void Write(Clause clause, TextWriter output)
    {
        output.WriteLine(clause.ToString());
        output.WriteLine($"lane   {LaneOf(clause)}");
        output.WriteLine($"needs  {(clause.Info.Needs == default ? "nothing" : clause.Info.Needs.ToString())}");
        output.WriteLine($"more   {Page}");
    }

    static string LaneOf(Clause clause) => clause.Info.Lane.ToString().ToLowerInvariant();
}
