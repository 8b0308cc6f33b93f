using System.CommandLine;
using StorageKit.Cli.Terminal;
using StorageKit.Conformance;

namespace StorageKit.Cli.Certify;

/// <summary><c>storagekit certify</c> and <c>storagekit replay</c>: the kit against a live backend.</summary>
internal static class CertifyCommand
{
    // The others want servers that may be killed and processes that may be traced.
    static readonly Lane[] s_lanes = [Lane.Fast, Lane.Concurrent, Lane.Time];

    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A storage.toml with the driver's section." };
        var lanes = new System.CommandLine.Option<Lane[]>("--lane", "-l")
        {
            Description = "A lane to run; may be given again. Without it fast, concurrent and time. The network lane "
                + "stands between the tool and the server; the crash lane kills processes of its own.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => s_lanes,
        };
        var seed = new System.CommandLine.Option<int?>("--seed")
        {
            Description = "What random choices come from; 1 without it.", HelpName = "NUMBER",
        };
        var to = new System.CommandLine.Option<string>("--to", "-o")
        {
            Description = "The folder for conformance.html and conformance.json; it is made when it is not there.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => ".",
        };
        var driver = DriverOption();
        var command = new Command(
            "certify",
            "Runs the conformance clauses against a driver's live backend, as the section configures it.\n\n"
            + "It works in a place of its own: for sqlite and local a new folder beside the configured path, for "
            + "postgres a new schema, for redis a new prefix of keys. The place has to be empty before, and is removed "
            + "at the end, after Ctrl-C too; what is stored elsewhere is never touched. It loads the server: better "
            + "not in rush hour. Exit codes: 0 no clause failed (the untested ones are told), 1 one failed, 2 the command "
            + "line or the file is wrong, 130 stopped.")
        {
            file, driver, lanes, seed, to, JsonOption.Instance,
        };
        command.SetAction((given, cancellationToken) => Answer.OfAsync(() =>
            new Certifying(given.GetRequiredValue(file), given.GetRequiredValue(driver)).RunAsync(
                given.GetRequiredValue(lanes), given.GetValue(seed), given.GetRequiredValue(to),
                given.GetValue(JsonOption.Instance), cancellationToken)));
        return command;
    }

    internal static Command CreateReplay()
    {
        var text = new Argument<string>("STRING")
        {
            Description = "The word that a failure printed: SK1-RLC05-….",
        };
        var file = new Argument<string?>("FILE")
        {
            Description = "A storage.toml with the driver's section; without it the string is only explained.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var driver = DriverOption(isRequired: false);
        var command = new Command(
            "replay",
            "Does again what a failure's replay string says, in a place of its own as certify does; or says what the "
            + "string stands for.\n\n"
            + "Exit codes: 0 the clause passed now, or was only explained, 1 it failed, 2 the string or the command "
            + "line is wrong.")
        {
            text, file, driver,
        };
        command.SetAction((given, cancellationToken) => Answer.OfAsync(async () =>
        {
            var replay = Parse(given.GetRequiredValue(text));
            if (given.GetValue(file) is not { } path)
            {
                Explain(replay);
                return ExitCodes.Success;
            }
            if (given.GetValue(driver) is not { } name) throw new UsageException("Add --driver NAME.");
            return await new Certifying(path, name).ReplayAsync(replay, cancellationToken);
        }));
        return command;
    }

    static System.CommandLine.Option<string> DriverOption(bool isRequired = true) => new("--driver", "-d")
    {
        Description = "The driver, by its name.", HelpName = "NAME", Required = isRequired,
    };

    static ReplayString Parse(string text)
    {
        try
        {
            var replay = ReplayString.Parse(text);
            _ = ClauseCatalog.Get(replay.Clause);
            return replay;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new UsageException(e.Message.Split(" (Parameter")[0]);
        }
    }

    static void Explain(ReplayString replay)
    {
        Console.Out.WriteLine($"{ClauseCatalog.Get(replay.Clause)}");
        Console.Out.WriteLine($"seed {replay.Seed}");
        Console.Out.WriteLine(
            $"in a suite: {ReplayString.Variable}={replay} dotnet test --filter \"clause={replay.Clause}\"");
        Console.Out.WriteLine($"here:       storagekit replay {replay} FILE --driver NAME");
    }
}
