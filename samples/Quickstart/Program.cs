using Quickstart;
using Spectre.Console;
using StorageKit;

// The whole wiring of an application: read the file, open what it selects.
var config = Path.Combine(AppContext.BaseDirectory, "storage.toml");
// Your own key comes from the environment or a secret store. A demonstration has to run without either.
const string DemonstrationKey = "c3RvcmFnZWtpdC1xdWlja3N0YXJ0LWRlbW8ta2V5LTE=";
var services = new StorageServices
{
    Environment = name =>
        Environment.GetEnvironmentVariable(name) ?? (name == "QUICKSTART_KEY" ? DemonstrationKey : null),
};

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true; // let what is open be closed, and temporary files go
    stop.Cancel();
};
if (Console.IsOutputRedirected) AnsiConsole.Profile.Capabilities.Ansi = false;
try
{
    AnsiConsole.MarkupLine($"[bold]1. The main job[/], on the stores of {Path.GetFileName(config)}");
    var session = SessionId.New();
    await using (var storage = await Drivers.CreateRegistry().OpenAsync(StorageConfig.Load(config), services))
        await MainJob.RunAsync(storage, session);

    AnsiConsole.MarkupLine("\n[bold]2. After a restart[/]: the same file, opened again");
    await using (var storage = await Drivers.CreateRegistry().OpenAsync(StorageConfig.Load(config), services))
        await MainJob.VerifyAsync(storage, session);

    AnsiConsole.MarkupLine("\n[bold]3. Proof[/]: the driver of samples/CustomDriver against the clause catalogue");
    return await Certify.RunAsync(Drivers.CreateRegistry(), "plainfiles", stop.Token) ? 0 : 1;
}
catch (StorageConfigException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped; no report was written.");
    return 130;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(
        $"{Environment.CurrentDirectory}: a file cannot be written here ({e.Message}); "
        + "run it in a folder that has room and is yours.");
    return 1;
}
catch (StorageException e)
{
    Console.Error.WriteLine($"{e.Kind}: {e.Message}");
    return 1;
}
