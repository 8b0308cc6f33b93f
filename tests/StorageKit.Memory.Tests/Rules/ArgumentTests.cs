namespace StorageKit.Memory.Tests.Rules;

/// <summary>Refused arguments, before anything else is looked at.</summary>
public sealed class ArgumentTests
{
    static readonly Dictionary<string, Func<TenantStores, string, Task>> KeyedCalls = new()
    {
        ["get secret"] = async (s, key) => await s.Get<ICredentialStore>().GetSecretAsync(key),
        ["put secret"] = async (s, key) => await s.Get<ICredentialStore>().PutSecretAsync(key, default),
        ["delete secret"] = async (s, key) => await s.Get<ICredentialStore>().DeleteSecretAsync(key),
        ["increment"] = async (s, key) => await s.Get<IRateLimitCounter>().IncrementAsync(key, 1, TimeSpan.MaxValue),
        ["current"] = async (s, key) => await s.Get<IRateLimitCounter>().CurrentAsync(key),
        ["reset"] = async (s, key) => await s.Get<IRateLimitCounter>().ResetAsync(key),
        ["read"] = async (s, key) => await s.Get<IObjectStore>().ReadAsync(key),
        ["write"] = async (s, key) => await s.Get<IObjectStore>().WriteAsync(key, default),
        ["delete"] = async (s, key) => await s.Get<IObjectStore>().DeleteAsync(key),
        ["exists"] = async (s, key) => await s.Get<IObjectStore>().ExistsAsync(key),
        ["list"] = (s, prefix) => Task.FromResult(s.Get<IObjectStore>().ListAsync(prefix)),
    };

    public static TheoryData<string> Names => [.. KeyedCalls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_key_is_neither_null_nor_a_lone_surrogate_even_after_the_end(string call)
    {
        var memory = await MemorySection.OpenAsync();
        await memory.DisposeAsync();
        await Assert.ThrowsAsync<ArgumentNullException>(() => KeyedCalls[call](memory.Stores, null!));
        foreach (var key in new[] { "\uD83D", "a\uDE00", "\uDE00\uD83D", "😀\uD83D" })
            await Assert.ThrowsAsync<ArgumentException>(() => KeyedCalls[call](memory.Stores, key));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => KeyedCalls[call](memory.Stores, "😀\0"));
    }

    [Fact]
    public async Task Nothing_is_stored_from_null()
    {
        await using var memory = await MemorySection.OpenAsync();
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await memory.Get<IAuditSink>().EmitAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(
            async () => await memory.Get<IAuditBatchSink>().EmitBatchAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await memory.Get<ISessionStore>().SaveAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(
            async () => await memory.Get<IPolicyWriter>().PutPolicyAsync(AgentId.New(), null!));

        var entry = Audit.Entries.Next(Audit.Entries.NewTrail());
        var error = await Assert.ThrowsAsync<ArgumentException>(
            async () => await memory.Get<IAuditBatchSink>().EmitBatchAsync([entry, null!]));
        Assert.Contains("Item 1", error.Message);
        Assert.Empty(await memory.Get<IAuditLog>().ReadAsync());
    }

    [Fact]
    public void A_lone_surrogate_is_shown_by_its_number_and_place()
    {
        var error = Assert.Throws<ArgumentException>(() => StorageArgument.Key("k😀\uD83D"));
        Assert.StartsWith("The key has a lone surrogate (U+D83D) at index 3;", error.Message);
        StorageArgument.Key("😀 and 😁\uFFFF");
    }
}
