using Microsoft.Extensions.Logging;

namespace StorageKit;

/// <summary>What a store or resource may ask for while it is made.</summary>
public sealed class DriverScope
{
    readonly object? _options;
    readonly List<object> _resources;
    readonly StorageServices _services;

    internal DriverScope(
        object? options, List<object> resources, KeyRing? ring, StorageServices services, TenantId tenant)
    {
        _options = options;
        _resources = resources;
        _services = services;
        KeyRing = ring?.Latest;
        Tenant = tenant;
    }

    /// <summary>The tenant that the store is opened for; for a resource, which is of no tenant,
    /// the system tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time => _services.TimeProvider;

    /// <summary>Makes loggers.</summary>
    public ILoggerFactory LoggerFactory => _services.LoggerFactory;

    /// <summary>The keys of <c>[storage.encryption]</c>; null when the configuration has none.</summary>
    public KeyRing? KeyRing { get; }

    /// <summary>The keys of <c>[storage.encryption]</c>, for whom cannot do without.</summary>
    /// <exception cref="StorageException">The configuration has none; the message says what to write.</exception>
    public KeyRing RequireKeyRing() => KeyRing ?? throw CredentialSeal.NoKeys();

    /// <summary>The section's options.</summary>
    public T Options<T>() where T : class =>
        _options as T ?? throw new InvalidOperationException($"The driver's options are no {typeof(T)}.");

    /// <summary>A resource of the section.</summary>
    public T Resource<T>() where T : class
    {
        foreach (var resource in _resources)
            if (resource is T wanted)
                return wanted;
        throw new InvalidOperationException($"The driver has opened no {typeof(T)} before it was asked for.");
    }

    /// <summary>A logger named as the class.</summary>
    public ILogger<T> Logger<T>() => LoggerFactory.CreateLogger<T>();
}
