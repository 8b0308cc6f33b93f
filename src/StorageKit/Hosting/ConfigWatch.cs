using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StorageKit;

/// <summary>Looks at the file while the host runs. A changed <c>[storage.encryption]</c> is applied: the keys are what
/// can be changed below open stores. Of everything else it says whether it is right, and that it takes a restart.
/// </summary>
internal sealed class ConfigWatch(StorageHost host) : BackgroundService
{
    readonly ILogger _logger = host.Services.LoggerFactory.CreateLogger<ConfigWatch>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (host.WatchedPath is not { } path) return;
        var storage = await host.OpenAsync(stoppingToken).ConfigureAwait(false);
        var opened = host.Config;
        var sealedBy = opened;
        await new WatchedFile(path, host.Services.TimeProvider).RunAsync(
            _ =>
            {
                if (Read(path) is not { } now) return Task.CompletedTask;
                if (Reseal(storage, sealedBy, now)) sealedBy = now;
                Compare(storage, opened, now);
                return Task.CompletedTask;
            },
            stoppingToken).ConfigureAwait(false);
    }

    /// <summary>What the file says; null when it is wrong.</summary>
    StorageConfig? Read(string path)
    {
        try
        {
            var now = StorageConfig.Load(path);
            var errors = host.Registry.Validate(now, host.Services);
            return errors.Count == 0 ? now : throw new StorageConfigException(errors);
        }
        catch (StorageConfigException e)
        {
            host.Drift = $"{path} has changed and is wrong; the next start would fail: {e.Message}";
            HostingLog.Refused(_logger, path, e.Message);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What looks up variables is the application's own; a file that nobody needs now must not end the host.
            host.Drift = $"{path} has changed and could not be checked";
            HostingLog.NotChecked(_logger, path, e.GetType());
            return null;
        }
    }

    /// <summary>Gives open stores the keys of the file, if these are others than before.</summary>
    bool Reseal(Storage storage, StorageConfig before, StorageConfig now)
    {
        if (storage.Ring is not { } ring || !now.TryGetSection(EncryptionSection.Name, out var section)) return false;
        if (before.TryGetSection(EncryptionSection.Name, out var old) && ConfigChanges.Same(old.Value, section.Value))
            return false;
        if (EncryptionSection.Read(now.File, section, host.Services, []) is not { } next) return false;
        ring.ReplaceBy(next);
        HostingLog.RingReplaced(_logger, now.File, next);
        return true;
    }

    void Compare(Storage storage, StorageConfig opened, StorageConfig now)
    {
        // A section that has come or gone is another thing than changed keys, which are applied.
        var areKeysApplied = storage.Ring is not null && now.TryGetSection(EncryptionSection.Name, out _);
        var changes = ConfigChanges.Between(
            host.Registry, opened, now, areKeysApplied ? EncryptionSection.Name : null);
        if (changes.Count > 0)
        {
            host.Drift = $"{now.File} has changed; restart to apply: {string.Join(", ", changes)}";
            HostingLog.NeedsRestart(_logger, now.File, string.Join('\n', changes));
        }
        else if (host.Drift is not null)
        {
            host.Drift = null;
            HostingLog.IsAsOpened(_logger, now.File);
        }
    }
}
