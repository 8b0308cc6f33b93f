namespace StorageKit.Memory.Tests.Rules;

/// <summary>What holds for every call: cancellation before the start, the end of the store, tenants.</summary>
public sealed class CallRuleTests
{
    public static TheoryData<string> Names => [.. Calls.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cancelled_call_ends_with_its_own_token(string call)
    {
        await using var memory = await MemorySection.OpenAsync();
        await memory.Get<ILifecycleStore>().RegisterAsync(AgentId.New()); // so that a listing has something to give
        await memory.Get<IObjectStore>().WriteAsync("there", ReadOnlyMemory<byte>.Empty);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Calls.All[call](memory.Stores, cancelled.Token));
        Assert.Equal(cancelled.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Cancelled_calls_change_nothing()
    {
        await using var memory = await MemorySection.OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        foreach (var call in Calls.All.Values)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call(memory.Stores, cancelled.Token));
        Assert.Empty(await memory.Get<IAuditLog>().ReadAsync());
        Assert.Equal(0UL, await memory.Get<IRateLimitCounter>().CurrentAsync("k"));
        Assert.Null(await memory.Get<ICredentialStore>().GetSecretAsync("k"));
        Assert.False(await memory.Get<IObjectStore>().ExistsAsync("k"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_the_tenants_stores_are_disposed_every_call_is_refused_and_other_handles_work_on(string call)
    {
        await using var memory = await MemorySection.OpenAsync();
        var other = await memory.OpenTenantAsync(TenantId.System);
        await other.Get<ILifecycleStore>().RegisterAsync(AgentId.New());
        await memory.Stores.DisposeAsync();
        await memory.Stores.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Calls.All[call](memory.Stores, default));
        if (call != "agent heartbeat") await Calls.All[call](other, default);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_the_data_is_disposed_every_call_is_refused(string call)
    {
        var memory = await MemorySection.OpenAsync();
        await memory.DisposeAsync();
        await memory.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Calls.All[call](memory.Stores, default));
    }

    [Fact]
    public async Task Every_call_is_complete_when_it_returns()
    {
        // So a caller that blocks, on a single-thread context or anywhere else, never waits for one.
        await using var memory = await MemorySection.OpenAsync();
        await Calls.All["agent register"](memory.Stores, default);
        Assert.All(Calls.All.Values, call => Assert.True(call(memory.Stores, default).IsCompleted));
    }

    [Fact]
    public void A_store_on_disposed_data_cannot_be_made()
    {
        var data = new MemoryData(new(), TimeProvider.System);
        data.Dispose();
        data.Dispose();
        Assert.Throws<ObjectDisposedException>(() => new MemoryObjectStore(data, TenantId.System));
    }
}
