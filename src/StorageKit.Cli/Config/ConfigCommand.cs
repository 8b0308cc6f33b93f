using System.CommandLine;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Config;

/// <summary><c>storagekit config</c>: what there is to know of a configuration file without opening a store.</summary>
internal static class ConfigCommand
{
    internal static Command Create() =>
        new("config", "Reads configuration files; opens nothing.") { Validate(), Show(), Schema() };

    static Command Validate()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A storage.toml. Its [[component]] and [[agent]] tables are read too, where it has some; a "
                + "file that ends in .json has only these.",
        };
        var fix = new System.CommandLine.Option<bool>("--fix")
        {
            Description = "Corrects in the file what can only have been meant in one way: a mistyped key or name, a "
                + "number in quotes. Everything else stays as it is, to the byte.",
        };
        var command = new Command(
            "validate",
            "Names every error of a file at once, a line each: file:line:column: what is wrong; what to do.\n\n"
            + "Errors go to standard error, or to standard output as JSON with --json. Secrets that the file refers to "
            + "have to be there. Exit codes: 0 the file is right (there may be warnings), 2 it is wrong.")
        {
            file, fix, JsonOption.Instance,
        };
        command.SetAction(given => Answer.Of(() =>
        {
            var path = given.GetRequiredValue(file);
            var (validation, repairs) = given.GetValue(fix) ? Repair.Run(path) : (Validation.Of(path), []);
            return new ValidationReport(validation, repairs).Write(
                given.GetValue(JsonOption.Instance), Console.Out, Console.Error);
        }));
        return command;
    }

    static Command Show()
    {
        var file = new Argument<string>("FILE") { Description = "A storage.toml." };
        var command = new Command(
            "show",
            "Prints a configuration as the drivers read it, without its secrets and comments.\n\n"
            + "\"***\" stands where a value is secret, or where no driver is known that says it is not; references "
            + "such as ${NAME} are shown. Exit codes: 0 done, 2 the file is no configuration.")
        {
            file, JsonOption.Instance,
        };
        command.SetAction(given => Answer.Of(() =>
        {
            var shown = new MaskedConfig(Drivers.CreateRegistry()).Of(StorageConfig.Load(given.GetRequiredValue(file)));
            if (given.GetValue(JsonOption.Instance)) Console.Out.WriteLine(shown.ToJsonString(JsonOutput.Indented));
            else Console.Out.Write(TomlOutput.Write(shown));
        }));
        return command;
    }

    static Command Schema()
    {
        var command = new Command(
            "schema",
            "Prints a JSON Schema (draft 7) of storage.toml, for editors that complete and check TOML by one.\n\n"
            + "Save it, and name it in the first line of the file: #:schema ./storage.schema.json");
        command.SetAction(_ => Answer.Of(() => Console.Out.WriteLine(
            new ConfigSchema(Drivers.CreateRegistry()).Create().ToJsonString(JsonOutput.Indented))));
        return command;
    }
}
