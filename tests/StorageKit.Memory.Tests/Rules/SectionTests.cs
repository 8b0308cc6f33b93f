namespace StorageKit.Memory.Tests.Rules;

/// <summary>The section <c>[storage.memory]</c> and what its stores share.</summary>
public sealed class SectionTests
{
    [Fact]
    public void The_driver_serves_all_seven_contracts_in_this_process_alone()
    {
        var stores = MemoryDriver.Registration.Stores;
        string[] expected =
        [
            "audit_sink", "credential_store", "lifecycle_store", "object_store", "policy_store", "rate_limit_counter",
            "session_store",
        ];
        var kinds = stores.SelectMany(store => store.Contracts).Select(contract => contract.Kind);
        Assert.Equal(expected, kinds.Order(StringComparer.Ordinal));
        Assert.All(stores, store => Assert.True(store.ProcessLocal));
        Assert.True(MemoryDriver.Registration.UsesTimeProvider);
        Assert.False(MemoryDriver.Registration.RequiresSection);
    }

    [Fact]
    public async Task Two_handles_of_one_tenant_share_its_data_and_another_tenant_sees_nothing()
    {
        await using var memory = await MemorySection.OpenAsync();
        var same = await memory.OpenTenantAsync(TenantId.System);
        var other = await memory.OpenTenantAsync(TenantId.New());
        await memory.Get<ICredentialStore>().PutSecretAsync("k", new byte[] { 1 });
        await memory.Get<IRateLimitCounter>().IncrementAsync("k", 5, TimeSpan.MaxValue);
        await memory.Get<IAuditSink>().EmitAsync(Audit.Entries.Next(Audit.Entries.NewTrail()));

        Assert.NotNull(await same.Get<ICredentialStore>().GetSecretAsync("k"));
        Assert.Equal(6UL, await same.Get<IRateLimitCounter>().IncrementAsync("k", 1, TimeSpan.MaxValue));
        Assert.Null(await other.Get<ICredentialStore>().GetSecretAsync("k"));
        Assert.Equal(1UL, await other.Get<IRateLimitCounter>().IncrementAsync("k", 1, TimeSpan.MaxValue));
        Assert.Empty(await other.Get<IAuditLog>().ReadAsync());
    }

    [Fact]
    public async Task Two_sections_share_nothing()
    {
        await using var one = await MemorySection.OpenAsync();
        await using var two = await MemorySection.OpenAsync();
        await one.Get<IObjectStore>().WriteAsync("k", ReadOnlyMemory<byte>.Empty);
        Assert.False(await two.Get<IObjectStore>().ExistsAsync("k"));
    }

    [Theory]
    [InlineData("session_ttl = '0s'", "session_ttl must be longer than zero")]
    [InlineData("agent_ttl = '0ms'", "agent_ttl must be longer than zero")]
    [InlineData("enforce_chains = true", "did you mean \"enforce_chain\"?")]
    public async Task A_wrong_option_is_an_error_that_says_what_to_do(string toml, string expected)
    {
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => MemorySection.OpenAsync(toml));
        Assert.Contains(expected, error.Message);
    }
}
