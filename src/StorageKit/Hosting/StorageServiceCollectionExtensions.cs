using Microsoft.Extensions.Hosting;
using StorageKit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the stores of a configuration into the container of a host.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>Registers the stores that a file selects, as singletons: each contract of the registry
    /// (<see cref="IAuditSink"/>, <see cref="IRateLimitCounter"/>, …) for the system tenant, the same contracts keyed
    /// by tenant, and the <see cref="Storage"/> itself. The host opens them before any of its services starts, and
    /// closes them when all have stopped; if they cannot be opened, it does not start.</summary>
    /// <remarks>
    /// <para>Thread-safe are the stores, not the collection. A store that is asked for before the host has started (a
    /// hosted service's constructor runs before) is opened then, with all others, while the caller waits. One of a
    /// contract that the file selects no driver for is an <see cref="InvalidOperationException"/>, as is a tenant
    /// without a name or an id; after the host has stopped, stores throw <see cref="ObjectDisposedException"/>.</para>
    /// <para>A key is a name of <see cref="StorageHostingOptions.Tenants"/>, a <see cref="TenantId"/> or its text. A
    /// tenant stays open until the host stops: use <see cref="Storage.OpenTenantAsync"/> for one that comes and
    /// goes.</para>
    /// <para>Drivers are given the container's <c>ILoggerFactory</c> and <c>TimeProvider</c>, if it has them.</para>
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="registry">The drivers, all of them: it is read now, and must not change afterwards.</param>
    /// <param name="path">The file; relative to the content root of the host.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    /// <example><code>
    /// var builder = Host.CreateApplicationBuilder(args);
    /// builder.Services.AddStorageKit(Drivers.CreateRegistry(), "storage.toml");
    /// builder.Services.AddHealthChecks().AddStorageKit();
    /// builder.Services.AddHostedService&lt;Worker&gt;();                  // Worker(IAuditSink audit)
    /// await builder.Build().RunAsync();
    /// </code></example>
    public static IServiceCollection AddStorageKit(
        this IServiceCollection services, Registry registry, string path,
        Action<StorageHostingOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Add(services, registry, path, null, configure);
    }

    /// <summary>As <see cref="AddStorageKit(IServiceCollection, Registry, string, Action{StorageHostingOptions}?)"/>,
    /// with a configuration that was read already.</summary>
    /// <param name="services">The services.</param>
    /// <param name="registry">The drivers, all of them: it is read now, and must not change afterwards.</param>
    /// <param name="config">The configuration.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public static IServiceCollection AddStorageKit(
        this IServiceCollection services, Registry registry, StorageConfig config,
        Action<StorageHostingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        return Add(services, registry, null, config, configure);
    }

    static IServiceCollection Add(
        IServiceCollection services, Registry registry, string? path, StorageConfig? config,
        Action<StorageHostingOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(registry);
        if (services.Any(service => service.ServiceType == typeof(StorageHost)))
            throw new InvalidOperationException(
                "AddStorageKit was called before; call it once, with one configuration that selects every driver.");
        var options = new StorageHostingOptions();
        configure?.Invoke(options);
        var setup = new StorageHostSetup(registry, path, config, options);
        services.AddSingleton(container => new StorageHost(setup, container));
        services.AddSingleton(static container => container.GetRequiredService<StorageHost>().Open());
        foreach (var (_, contract) in registry.Contracts())
        {
            services.AddSingleton(
                contract, container => container.GetRequiredService<StorageHost>().Open().Get(contract));
            services.AddKeyedSingleton(
                contract, KeyedService.AnyKey,
                (container, tenant) => container.GetRequiredService<StorageHost>().Get(contract, tenant));
        }
        // Before all others, wherever it is called: the host starts services in this order, and stops them in reverse.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(
            static container => new StorageLifecycle(container.GetRequiredService<StorageHost>())));
        services.AddHostedService(
            static container => new ConfigWatch(container.GetRequiredService<StorageHost>()));
        return services;
    }
}
