using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StorageKit.Hosting.Tests.Setup;

/// <summary>A folder with a file, hosts that are started from it, and what they log.</summary>
public abstract class HostTests : IDisposable
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("storagekit-hosting-").FullName;

    private protected string ConfigPath => Path.Combine(Folder, "storage.toml");

    private protected string Database => Path.Combine(Folder, "data.db");

    private protected HostLog Log { get; } = new();

    private protected void Write(string toml) => File.WriteAllText(ConfigPath, toml);

    /// <summary>A host of this folder's file, strict about scopes.</summary>
    private protected IHost Build(
        Action<IServiceCollection>? services = null, Action<StorageHostingOptions>? options = null,
        Registry? registry = null) =>
        Bare(all =>
        {
            all.AddStorageKit(registry ?? Drivers.CreateRegistry(), "storage.toml", options);
            all.AddHealthChecks().AddStorageKit();
            services?.Invoke(all);
        });

    /// <summary>A host with nothing of StorageKit but what is said.</summary>
    private protected IHost Bare(Action<IServiceCollection> services)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Folder });
        builder.ConfigureContainer(
            new DefaultServiceProviderFactory(new() { ValidateScopes = true, ValidateOnBuild = true }));
        builder.Logging.ClearProviders().AddProvider(Log);
        services(builder.Services);
        return builder.Build();
    }

    private protected async Task<IHost> StartAsync(
        string toml, Action<IServiceCollection>? services = null, Action<StorageHostingOptions>? options = null,
        Registry? registry = null)
    {
        Write(toml);
        var host = Build(services, options, registry);
        await host.StartAsync();
        return host;
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
