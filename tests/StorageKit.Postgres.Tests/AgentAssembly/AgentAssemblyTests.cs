namespace StorageKit.Postgres.Tests.AgentAssembly;

/// <summary>The base of tests on Agent Assembly's tables.</summary>
public abstract class AgentAssemblyTests(SharedServer shared) : ServerTests(shared)
{
    private protected Task<AgentAssemblyTables> CreateAsync() => AgentAssemblyTables.CreateAsync(Server);

    private protected static async Task ExpectReadOnlyAsync(Func<Task> write)
    {
        var error = await Assert.ThrowsAsync<StorageException>(write);
        Assert.Equal((StorageErrorKind.Backend, false), (error.Kind, error.IsTransient));
        Assert.Contains("is read only, because the tables belong to Agent Assembly", error.Message);
    }
}
