using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Tools;

/// <summary>A store of a driver, from a component's table.</summary>
internal sealed class ConfiguredStore(
    string file, string storageType, DriverRegistration driver, object? options, StorageServices services) : StoreSource
{
    readonly DriverRegistration _driver = driver;
    readonly object? _options = options;

    internal override string StorageType => storageType;

    internal override async ValueTask<OpenedStore> OpenAsync(
        string component, TenantId tenant, CancellationToken cancellationToken)
    {
        DriverSection? section = null;
        try
        {
            section = await DriverSection.OpenAsync(_driver, _options, null, services, cancellationToken)
                .ConfigureAwait(false);
            var store = (IObjectStore)await section.OpenStoreAsync(
                typeof(IObjectStore), TenantOf(component, tenant), cancellationToken).ConfigureAwait(false);
            return new(store, store is IAsyncDisposable closed ? [closed, section] : [section]);
        }
        catch (Exception e) when (BuildFailure.Is(e, cancellationToken))
        {
            if (section is not null) await section.DisposeAsync().ConfigureAwait(false);
            throw BuildFailure.Of(file, null, _driver.Name, e);
        }
    }

    internal override bool IsSameAs(StoreSource other) =>
        other is ConfiguredStore same && same._driver == _driver && same.StorageType == StorageType
        && Equals(same._options, _options);

    // Two components may stand on one backend; their keys must not meet there, nor those of the application.
    static TenantId TenantOf(string component, TenantId tenant) => TenantId.FromBytes(
        SHA256.HashData(Encoding.UTF8.GetBytes($"storagekit/component/{tenant}/{component}")).AsSpan(0, 16));
}
