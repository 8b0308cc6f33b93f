namespace StorageKit.Postgres.Tests;

/// <summary>An opened section with the stores of a tenant of its own.</summary>
internal sealed class OpenedSchema : IAsyncDisposable
{
    readonly DriverSection _section;

    OpenedSchema(DriverSection section, TenantStores stores)
    {
        _section = section;
        Stores = stores;
    }

    internal static Task<OpenedSchema> OpenAsync(PrivatePostgres server, string more = "plaintext = true") =>
        OpenAsync(Sections.At(server.Address, more));

    internal static async Task<OpenedSchema> OpenAsync(string section, TenantId? tenant = null)
    {
        var opened = await new Registry().AddPostgres().OpenSectionAsync(PostgresDriver.Name, section);
        try
        {
            return new(opened, await opened.OpenTenantAsync(tenant ?? TenantId.New()));
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    internal TenantStores Stores { get; }

    internal TenantId Tenant => Stores.Tenant;

    internal ValueTask<TenantStores> TenantAsync(TenantId tenant) => _section.OpenTenantAsync(tenant);

    internal IAuditSink Audit => Stores.Get<IAuditSink>();

    internal IRateLimitCounter Counter => Stores.Get<IRateLimitCounter>();

    internal ISessionStore Sessions => Stores.Get<ISessionStore>();

    internal ICredentialStore Credentials => Stores.Get<ICredentialStore>();

    internal IObjectStore Objects => Stores.Get<IObjectStore>();

    internal async Task<List<AuditRecord>> ReadAllAsync()
    {
        List<AuditRecord> records = [];
        await foreach (var record in Stores.Get<IAuditLog>().ReadAllAsync(pageSize: 1000)) records.Add(record);
        return records;
    }

    public ValueTask DisposeAsync() => _section.DisposeAsync();
}
