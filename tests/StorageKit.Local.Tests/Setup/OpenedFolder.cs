namespace StorageKit.Local.Tests;

/// <summary>An opened section with the system tenant's stores.</summary>
internal sealed class OpenedFolder : IAsyncDisposable
{
    readonly DriverSection _section;
    readonly TenantStores _stores;

    OpenedFolder(DriverSection section, TenantStores stores)
    {
        _section = section;
        _stores = stores;
    }

    internal static async Task<OpenedFolder> OpenAsync(string section, TimeProvider time)
    {
        var opened = await TemporaryFolder.Registry()
            .OpenSectionAsync(LocalDriver.Name, section, new() { TimeProvider = time });
        try
        {
            return new(opened, await opened.OpenTenantAsync(TenantId.System));
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    internal ValueTask<TenantStores> TenantAsync(TenantId tenant) => _section.OpenTenantAsync(tenant);

    internal T Get<T>() where T : class => _stores.Get<T>();

    internal IAuditSink Audit => Get<IAuditSink>();

    internal IAuditLog Log => Get<IAuditLog>();

    internal ICredentialStore Credentials => Get<ICredentialStore>();

    internal ISessionStore Sessions => Get<ISessionStore>();

    internal IObjectStore Objects => Get<IObjectStore>();

    internal async Task<List<AuditRecord>> ReadAllAsync()
    {
        List<AuditRecord> records = [];
        await foreach (var record in Log.ReadAllAsync(pageSize: 100)) records.Add(record);
        return records;
    }

    internal async Task<List<ObjectInfo>> ListAsync(string prefix = "")
    {
        List<ObjectInfo> listed = [];
        await foreach (var info in Objects.ListAsync(prefix)) listed.Add(info);
        return listed;
    }

    public ValueTask DisposeAsync() => _section.DisposeAsync();
}
