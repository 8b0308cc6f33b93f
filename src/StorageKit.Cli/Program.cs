using System.CommandLine;
using StorageKit.Cli.Mcp;
using StorageKit.Cli.Terminal;

var given = new RootCommand("Drivers, configurations and stores of StorageKit.") { McpCommand.Create() }.Parse(args);
if (given.Errors.Count == 0) return await given.InvokeAsync();

// Not the library's own answer: that shows the help, on standard output, which belongs to results.
foreach (var error in given.Errors) Console.Error.WriteLine($"storagekit: {error.Message}");
Console.Error.WriteLine("storagekit: add --help to see what can be given.");
return ExitCodes.Usage;
