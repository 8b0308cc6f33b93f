using System.CommandLine;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Doctor;

/// <summary><c>storagekit doctor</c>: what an operator should know before something goes wrong.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A storage.toml." };
        var command = new Command(
            "doctor",
            "Opens every store of a configuration, asks its backend how it is, and says what to do.\n\n"
            + "It looks at health, version, rights, clock, encryption and what the settings promise of acknowledged "
            + "writes. Opening makes what is not there (a file, a schema), as the application's start would. Exit "
            + "codes: 0 nothing is bad (there may be notices), 1 something is, 2 the file is wrong.")
        {
            file, JsonOption.Instance,
        };
        command.SetAction((given, cancellationToken) => Answer.OfAsync(async () =>
        {
            var config = StorageConfig.Load(given.GetRequiredValue(file));
            var found = await new Examination(Drivers.CreateRegistry(), config, TimeProvider.System)
                .RunAsync(cancellationToken);
            DoctorReport.Write(found, given.GetValue(JsonOption.Instance), Console.Out);
            return found.Any(driver => driver.IsBad) ? ExitCodes.Failure : ExitCodes.Success;
        }));
        return command;
    }
}
