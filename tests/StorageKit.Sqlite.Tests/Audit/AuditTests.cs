namespace StorageKit.Sqlite.Tests;

public sealed class AuditTests
{
    [Theory]
    [InlineData("")]
    [InlineData("U+0000 \0 in the middle, \U0001F600, \u202Eright to left")]
    public async Task Every_field_comes_back_as_it_was_emitted(string text)
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var agent = AgentId.New();
        var entry = new AuditEntry(
            ulong.MaxValue, ulong.MaxValue - 1, AuditEventType.SandboxTerminated, agent, SessionId.New(), text,
            Hash256.Parse(new('f', 64)),
            new AuditLineage
            {
                RootAgentId = agent,
                    ParentAgentId = AgentId.New(), TeamId = text, OrgId = text, DelegationReason = text,
                SpawnedByTool = text, Depth = uint.MaxValue,
            },
            policyDocId: text);
        await database.Audit.EmitAsync(entry);
        var record = Assert.Single(await database.Log.ReadAsync());
        Assert.Equal(entry, record.Entry);
        Assert.Equal(entry.ToJson(), record.Entry.ToJson());
        Assert.Equal((1UL, entry.Digest), (record.Position, record.Digest));
        Assert.True(record.Entry.VerifyIntegrity());
    }

    [Fact]
    public async Task Emitting_an_entry_again_stores_nothing_more_also_at_the_same_time()
    {
        using var file = new TemporaryDatabase();
        await using var one = await file.OpenAsync();
        await using var two = await file.OpenAsync();
        var entry = Entries.Single();
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : two).Audit.EmitAsync(entry).AsTask()));
        Assert.Equal(entry, Assert.Single(await one.ReadAllAsync()).Entry);
    }

    [Fact]
    public async Task Positions_have_no_hole_and_each_callers_order_stays_with_two_instances_writing()
    {
        using var file = new TemporaryDatabase();
        await using var one = await file.OpenAsync();
        await using var two = await file.OpenAsync();
        var chains = Enumerable.Range(0, 8).Select(_ => Entries.Chain(25)).ToList();
        await Task.WhenAll(chains.Select(async (chain, i) =>
        {
            foreach (var entry in chain) await (i % 2 == 0 ? one : two).Audit.EmitAsync(entry);
        }));
        var records = await one.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (ulong)i), records.Select(record => record.Position));
        foreach (var chain in chains)
            Assert.Equal(chain, records.Select(r => r.Entry).Where(e => e.SessionId == chain[0].SessionId));
    }

    [Fact]
    public async Task Emits_that_nobody_awaits_keep_the_order_of_their_calls()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var chain = Entries.Chain(1000);
        await Task.WhenAll(chain.Select(entry => database.Audit.EmitAsync(entry).AsTask()).ToArray());
        Assert.Equal(chain, (await database.ReadAllAsync()).Select(record => record.Entry));
    }

    [Fact]
    public async Task A_batch_is_stored_whole_or_not_at_all()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync("plaintext = true\nenforce_chain = true");
        var chain = Entries.Chain(4);
        await database.Get<IAuditBatchSink>().EmitBatchAsync([chain[0], chain[0], chain[1]]);
        var error = await Assert.ThrowsAsync<StorageException>(
            async () => await database.Get<IAuditBatchSink>().EmitBatchAsync([chain[2], Entries.Chain(2)[1]]));
        Assert.Equal(StorageErrorKind.Conflict, error.Kind);
        Assert.Equal([chain[0], chain[1]], (await database.ReadAllAsync()).Select(record => record.Entry));
    }

    [Fact]
    public async Task With_enforce_chain_one_of_two_entries_for_the_same_place_is_a_conflict()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync("plaintext = true\nenforce_chain = true");
        var (agent, session) = (AgentId.New(), SessionId.New());
        AuditEntry Rival(int i) => new(
            0, 1, AuditEventType.ToolDispatched, agent, session, $"{i}", Hash256.Genesis);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
            await Record.ExceptionAsync(async () => await database.Audit.EmitAsync(Rival(i)))));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(
            outcomes.Where(outcome => outcome is not null),
            outcome => Assert.Equal(StorageErrorKind.Conflict, Assert.IsType<StorageException>(outcome).Kind));
        Assert.Single(await database.ReadAllAsync());
    }

    [Fact]
    public async Task Two_tenants_have_logs_of_their_own()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        await using var other = await database.TenantAsync(TenantId.New());
        var entry = Entries.Single();
        await database.Audit.EmitAsync(entry);
        Assert.Empty(await other.Get<IAuditLog>().ReadAsync());
        await other.Get<IAuditSink>().EmitAsync(entry);
        Assert.Equal(1UL, Assert.Single(await other.Get<IAuditLog>().ReadAsync()).Position);
        Assert.Single(await database.ReadAllAsync());
    }
}
