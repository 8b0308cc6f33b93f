using StorageKit.Conformance;

namespace StorageKit.Tools.Tests;

/// <summary>One private PostgreSQL for all tests that need one; each has a schema of its own.</summary>
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

    /// <summary>The keys of a component's table.</summary>
    internal string Section(string schema, string? password = null)
    {
        var at = Server.Address;
        return $"""
            storage_type = "postgresql"
            host = '{at.Host}'
            port = {at.Port}
            database = '{at.Database}'
            username = '{at.User}'
            password = '{password ?? at.Password}'
            schema = '{schema}'
            """;
    }
}

/// <summary>Starts the server before the first test that needs it.</summary>
[CollectionDefinition(nameof(SharedServer))]
public sealed class SharedServerCollection : ICollectionFixture<SharedServer>;
