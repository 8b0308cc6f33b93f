namespace StorageKit.Postgres.Tests;

public sealed class AuditTests(SharedServer shared) : ServerTests(shared)
{
    [Fact]
    public async Task Emits_of_many_callers_share_transactions_and_keep_each_callers_order()
    {
        await using var schema = await OpenAsync();
        var before = await NumberAsync("SELECT xact_commit FROM pg_stat_database WHERE datname = 'postgres'");
        var chains = Enumerable.Range(0, 64).Select(_ => Entries.Chain(20)).ToArray();
        await Task.WhenAll(chains.Select(async chain =>
        {
            foreach (var entry in chain) await schema.Audit.EmitAsync(entry);
        }));
        var records = await schema.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, 64 * 20).Select(i => (ulong)i), records.Select(record => record.Position));
        var bySession = records.GroupBy(record => record.Entry.SessionId)
            .ToDictionary(group => group.Key, group => group.Select(record => record.Entry).ToList());
        Assert.All(chains, chain => Assert.Equal(chain, bySession[chain[0].SessionId]));
        await Task.Delay(1200); // The statistics are behind by up to a second.
        var after = await NumberAsync("SELECT xact_commit FROM pg_stat_database WHERE datname = 'postgres'");
        Assert.InRange(after - before, 1, 64 * 20 / 3);
    }

    [Fact]
    public async Task Two_services_on_one_schema_keep_one_log_without_holes()
    {
        await using var one = await OpenAsync();
        await using var two = await OpenedSchema.OpenAsync(
            Sections.At(Server.Address, "plaintext = true"), one.Tenant);
        var chains = Enumerable.Range(0, 8).Select(_ => Entries.Chain(25)).ToArray();
        await Task.WhenAll(chains.Select(async (chain, i) =>
        {
            foreach (var entry in chain) await (i % 2 == 0 ? one : two).Audit.EmitAsync(entry);
        }));
        var records = await two.ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (ulong)i), records.Select(record => record.Position));
    }

    [Fact]
    public async Task The_same_entry_from_many_callers_is_stored_once()
    {
        await using var schema = await OpenAsync();
        var entry = Entries.Single();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => schema.Audit.EmitAsync(entry).AsTask()));
        Assert.Single(await schema.ReadAllAsync());
    }

    [Fact]
    public async Task Where_chains_are_enforced_a_fork_is_a_conflict_and_a_batch_is_stored_whole_or_not()
    {
        await using var schema = await OpenAsync("enforce_chain = true\nplaintext = true");
        var (chain, fork) = (Entries.Chain(4), Entries.Chain(3));
        var batch = schema.Stores.Get<IAuditSink>() as IAuditBatchSink;
        await batch!.EmitBatchAsync([chain[0], chain[1], chain[0]]);
        var error = await Assert.ThrowsAsync<StorageException>(
            () => batch.EmitBatchAsync([chain[2], fork[1]]).AsTask());
        Assert.Equal(StorageErrorKind.Conflict, error.Kind);
        await schema.Audit.EmitAsync(chain[1]);
        await batch.EmitBatchAsync([chain[2], fork[0], chain[3], fork[1]]);
        Assert.Equal(
            [chain[0], chain[1], chain[2], fork[0], chain[3], fork[1]],
            (await schema.ReadAllAsync()).Select(record => record.Entry));
    }

    [Fact]
    public async Task An_entry_that_the_server_refuses_fails_alone()
    {
        var name = NewSchema();
        await using var schema = await OpenedSchema.OpenAsync(NewSection(name));
        await Server.QueryAsync($"ALTER TABLE {name}.audit ADD CONSTRAINT small CHECK (octet_length(body) < 4000)");
        var emits = Enumerable.Range(0, 60).Select(i => (bad: i % 10 == 3, entry: Entries.Single(
            i % 10 == 3 ? new string('x', 5000) : "{}"))).ToArray();
        var outcomes = await Task.WhenAll(emits.Select(async emit =>
            (emit.bad, thrown: await Record.ExceptionAsync(() => schema.Audit.EmitAsync(emit.entry).AsTask()))));
        Assert.All(outcomes, outcome => Assert.Equal(outcome.bad, outcome.thrown is StorageException));
        Assert.Equal(
            emits.Where(emit => !emit.bad).Select(emit => emit.entry.EntryHash),
            (await schema.ReadAllAsync()).Select(record => record.Entry.EntryHash));
    }
}
