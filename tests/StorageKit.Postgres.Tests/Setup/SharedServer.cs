namespace StorageKit.Postgres.Tests;

/// <summary>One private server for the tests of a class; each test opens a schema or a tenant of its own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    readonly SuiteScope _scope = new();

    internal PrivatePostgres Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await PrivatePostgres.StartAsync(_scope);

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        _scope.Dispose();
    }
}
