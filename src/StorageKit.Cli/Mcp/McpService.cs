using Microsoft.Extensions.Logging;
using StorageKit.Cli.Terminal;
using StorageKit.Mcp;
using StorageKit.Tools;

namespace StorageKit.Cli.Mcp;

/// <summary>Opens what a file says and serves it to one client, until that ends the connection.</summary>
internal sealed class McpService(string config, string agent, string? audit, LogLevel level)
{
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // Before anything is opened: no byte may come to standard output that is not the protocol's.
        var (input, output) = (Console.OpenStandardInput(), Console.OpenStandardOutput());
        Console.SetOut(Console.Error);
        var services = new StorageServices
        {
            LoggerFactory = new StandardErrorLog(Console.Error, level, TimeProvider.System),
        };
        try
        {
            var registry = Drivers.CreateRegistry();
            await using var storage = audit is null ? null
                : await registry.OpenAsync(StorageConfig.Load(audit), services, cancellationToken);
            await using var host = new ToolHost(new() { Audit = storage?.Audit, Services = services });
            host.RegisterProvider(new StorageToolProvider());
            var watch = new ConfigurationWatch(host, config, registry, services);
            if (!Knows(await watch.ApplyAsync(cancellationToken))) return ExitCodes.Usage;
            return await ServeAsync(host, watch, services, input, output, cancellationToken);
        }
        catch (StorageConfigException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCodes.Usage;
        }
        catch (AggregateException e)
        {
            foreach (var failure in e.InnerExceptions) Console.Error.WriteLine($"{config}: {failure.Message}");
            return ExitCodes.Failure;
        }
        catch (StorageException e)
        {
            Console.Error.WriteLine($"{audit}: {e.Message}");
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Stopped;
        }
    }

    async Task<int> ServeAsync(
        ToolHost host, ConfigurationWatch watch, StorageServices services, Stream input, Stream output,
        CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = watch.RunAsync(ended.Token);
        try
        {
            await new AgentServer(host, agent, services).RunAsync(input, output, cancellationToken);
            return ExitCodes.Success;
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
        }
    }

    bool Knows(ToolsConfig applied)
    {
        if (applied.Agents.Any(known => known.Name == agent)) return true;
        Console.Error.WriteLine(
            $"{config}: there is no agent \"{agent}\"; "
            + (applied.Agents.Count == 0 ? "add an [[agent]] table with its name and its storage list."
                : $"the file has: {string.Join(", ", applied.Agents.Select(known => known.Name))}."));
        return false;
    }
}
