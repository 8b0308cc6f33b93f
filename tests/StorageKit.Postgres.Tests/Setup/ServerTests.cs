namespace StorageKit.Postgres.Tests;

/// <summary>The base of tests that share a server: one for all of them, because a start takes seconds.</summary>
[Collection(nameof(SharedServer))]
public abstract class ServerTests
{
    private protected ServerTests(SharedServer shared) => Server = shared.Server;

    private protected PrivatePostgres Server { get; }

    /// <summary>A section in a schema that no other test has.</summary>
    private protected string NewSection(string schema, string more = "plaintext = true") =>
        Sections.At(Server.Address, $"schema = '{schema}'\n{more}");

    private protected static string NewSchema() => $"test_{Guid.NewGuid():N}";

    private protected Task<OpenedSchema> OpenAsync(string more = "plaintext = true") =>
        OpenedSchema.OpenAsync(Server, more);

    private protected async Task<long> NumberAsync(string sql) => long.Parse(await Server.QueryAsync(sql));
}

/// <summary>Starts the server before the first of them.</summary>
[CollectionDefinition(nameof(SharedServer))]
public sealed class SharedServerCollection : ICollectionFixture<SharedServer>;
