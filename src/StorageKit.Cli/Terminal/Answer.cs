namespace StorageKit.Cli.Terminal;

/// <summary>Ends a command: what went wrong becomes lines on standard error and an exit code, never a stack.</summary>
internal static class Answer
{
    internal static int Of(Action command) => Of(() =>
    {
        command();
        return ExitCodes.Success;
    });

    internal static int Of(Func<int> command) =>
        OfAsync(() => Task.FromResult(command())).GetAwaiter().GetResult();

    internal static async Task<int> OfAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (StorageConfigException e)
        {
            foreach (var error in e.Errors) Console.Error.WriteLine(error.ToString());
            return e.Errors.All(error => error.Kind == ConfigErrorKind.Build) ? ExitCodes.Failure : ExitCodes.Usage;
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine($"storagekit: {e.Message}");
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("storagekit: stopped");
            return ExitCodes.Stopped;
        }
        catch (Exception e) when (e is StorageException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"storagekit: {e.Message}");
            return ExitCodes.Failure;
        }
    }
}
