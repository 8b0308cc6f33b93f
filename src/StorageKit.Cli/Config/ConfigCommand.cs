using System.CommandLine;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Config;

/// <summary><c>storagekit config</c>: what there is to know of a configuration file without opening a store.</summary>
internal static class ConfigCommand
{
    internal static Command Create() => new("config", "Reads configuration files; opens nothing.") { Validate() };

    static Command Validate()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A storage.toml. Its [[component]] and [[agent]] tables are read too, where it has some; a "
                + "file that ends in .json has only these.",
        };
        var command = new Command(
            "validate",
            "Names every error of a file at once, a line each: file:line:column: what is wrong; what to do.\n\n"
            + "Errors go to standard error, or to standard output as JSON with --json. Secrets that the file refers to "
            + "have to be there. Exit codes: 0 the file is right (there may be warnings), 2 it is wrong.")
        {
            file, JsonOption.Instance,
        };
        command.SetAction(given => new Validation(given.GetRequiredValue(file)).Run(
            given.GetValue(JsonOption.Instance), Console.Out, Console.Error));
        return command;
    }
}
