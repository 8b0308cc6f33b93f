using System.CommandLine;
using System.CommandLine.Help;
using StorageKit.Cli.Audit;
using StorageKit.Cli.Certify;
using StorageKit.Cli.Config;
using StorageKit.Cli.Doctor;
using StorageKit.Cli.Listing;
using StorageKit.Cli.Mcp;
using StorageKit.Cli.Migrate;
using StorageKit.Cli.Terminal;

// No RootCommand: that has the name of the assembly, and not that of the tool.
var given = new Command("storagekit", "Drivers, configurations and stores of StorageKit.")
{
    new HelpOption(), new VersionOption(),
    ConfigCommand.Create(), DriversCommand.Create(), ClausesCommand.Create(), RulesCommand.Create(),
    AuditCommand.Create(), DoctorCommand.Create(), CertifyCommand.Create(),
    CertifyCommand.CreateReplay(), MigrateCommand.Create(), McpCommand.Create(),
}.Parse(args);
if (given.Errors.Count == 0)
    return await given.InvokeAsync(new InvocationConfiguration
    {
        // After Ctrl-C a command has time to clean up: certify removes the place that it has made. What waits for
        // standard input, as mcp does, cannot be woken, and is ended.
        ProcessTerminationTimeout = TimeSpan.FromSeconds(given.CommandResult.Command.Name == "mcp" ? 1 : 30),
    });

// Not the library's own answer: that shows the help, on standard output, which belongs to results.
foreach (var error in given.Errors) Console.Error.WriteLine($"storagekit: {error.Message}");
Console.Error.WriteLine("storagekit: add --help to see what can be given.");
return ExitCodes.Usage;
