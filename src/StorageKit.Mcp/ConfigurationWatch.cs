using Microsoft.Extensions.Logging;
using StorageKit.Tools;

namespace StorageKit.Mcp;

/// <summary>Makes a host what its file says, now and whenever the file changes. A change that is wrong is logged with
/// its positions, and what was there before goes on. Thread-safe.</summary>
public sealed class ConfigurationWatch
{
    readonly ToolHost _host;
    readonly string _path;
    readonly Registry _registry;
    readonly StorageServices _services;
    readonly ILogger _logger;
    readonly WatchedFile _file;

    /// <summary>A watch over a file.</summary>
    /// <param name="host">The host, with the provider of its components registered.</param>
    /// <param name="path">The file, TOML or JSON.</param>
    /// <param name="registry">The drivers.</param>
    /// <param name="services">The clock, the loggers and the environment of the drivers.</param>
    public ConfigurationWatch(ToolHost host, string path, Registry registry, StorageServices? services = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(registry);
        (_host, _path, _registry, _services) = (host, path, registry, services ?? StorageServices.Default);
        _logger = _services.LoggerFactory.CreateLogger<ConfigurationWatch>();
        _file = new(path, _services.TimeProvider);
    }

    /// <summary>Reads the file and applies it.</summary>
    /// <returns>What it says.</returns>
    /// <exception cref="StorageConfigException">It cannot be read, or is wrong.</exception>
    /// <exception cref="AggregateException">Components could not be opened: one
    /// <see cref="ToolRegistrationException"/> each. The others are.</exception>
    public async Task<ToolsConfig> ApplyAsync(CancellationToken cancellationToken = default)
    {
        await _file.SeeAsync(cancellationToken).ConfigureAwait(false);
        var config = ToolsConfig.Load(_path, _registry, _services);
        var failures = await _host.ApplyAsync(config, cancellationToken).ConfigureAwait(false);
        return failures.Count == 0 ? config : throw new AggregateException(failures);
    }

    /// <summary>Applies the file whenever it has changed since it was applied, until the token ends it.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => _file.RunAsync(ReapplyAsync, cancellationToken);

    async Task ReapplyAsync(CancellationToken cancellationToken)
    {
        try
        {
            var config = await ApplyAsync(cancellationToken).ConfigureAwait(false);
            WatchLog.Applied(_logger, _path, config.Components.Count, config.Agents.Count);
        }
        catch (StorageConfigException e)
        {
            WatchLog.Refused(_logger, _path, e.Message);
        }
        catch (AggregateException e)
        {
            foreach (var failure in e.InnerExceptions) WatchLog.NotOpened(_logger, failure.Message);
        }
    }
}
