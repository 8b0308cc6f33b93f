using StorageKit.Sqlite;

namespace StorageKit.Tools.Tests.Host;

public sealed class AuditTests
{
    const string Docs = """
        [[component]]
        type = "storage"
        name = "docs"
        storage_type = "memory"

        [[agent]]
        name = "writer"
        storage = ["docs"]

        [[agent]]
        name = "reader"
        storage = ["docs:read"]
        """;

    [Fact]
    public async Task Each_call_is_recorded_with_who_which_tool_which_key_and_how_it_ended_and_never_the_value()
    {
        var audit = new Recorder();
        await using var workshop = await Workshop.OpenAsync(Docs, new() { Audit = audit });

        await workshop.CallAsync("writer", "docs-write", Json.KeyValue("plan", "hunter2"));
        await workshop.CallAsync("writer", "docs-read", Json.Key("plan"));
        await workshop.CallAsync("writer", "docs-read", Json.Key("none"));
        await workshop.CallAsync("writer", "docs-write", "\"key\":\"k\",\"value\":12,\"extra\":\"hunter2\"");
        await workshop.CallAsync("reader", "docs-write", Json.KeyValue("plan", "hunter2"));
        await workshop.CallAsync("nobody", "docs-list", Json.Member("prefix", "p"));

        Assert.Equal(
            [
                """{"agent":"writer","tool":"docs-write","component":"docs","key":"plan","outcome":"succeeded"}""",
                """{"agent":"writer","tool":"docs-read","component":"docs","key":"plan","outcome":"succeeded"}""",
                """{"agent":"writer","tool":"docs-read","component":"docs","key":"none","outcome":"not_found"}""",
                """{"agent":"writer","tool":"docs-write","component":"docs","key":"k","outcome":"invalid_arguments"}""",
                """{"agent":"reader","tool":"docs-write","outcome":"unknown_tool"}""",
                """{"agent":"nobody","tool":"docs-list","outcome":"unknown_tool"}""",
            ],
            audit.Entries.Select(entry => entry.Payload));
        Assert.Equal(
            [.. Enumerable.Repeat(AuditEventType.ToolDispatched, 4), AuditEventType.PolicyViolation,
                AuditEventType.PolicyViolation],
            audit.Entries.Select(entry => entry.EventType));
        Assert.Equal(3, audit.Entries.Select(entry => entry.AgentId).Distinct().Count());
    }

    [Fact]
    public async Task The_entries_of_an_agent_are_a_chain_that_verifies_also_after_parallel_calls()
    {
        var file = Path.Combine(Path.GetTempPath(), $"storagekit-{Guid.NewGuid():N}.db");
        await using (var section = await new Registry().AddSqlite()
            .OpenSectionAsync(SqliteDriver.Name, $"path = '{file}'\nenforce_chain = true\nplaintext = true"))
        {
            await using var stores = await section.OpenTenantAsync(TenantId.System);
            await using var workshop = await Workshop.OpenAsync(Docs, new() { Audit = stores.Get<IAuditSink>() });
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => workshop.CallAsync(
                i % 2 == 0 ? "writer" : "reader", "docs-exists", Json.Key($"{i}"))));

            List<AuditEntry> entries = [];
            await foreach (var record in stores.Get<IAuditLog>().ReadAllAsync(pageSize: 1000))
                entries.Add(record.Entry);
            Assert.Equal(100, entries.Count);
            foreach (var chain in entries.GroupBy(entry => entry.AgentId))
                Assert.True(AuditChain.Verify([.. chain]).IsIntact);
        }
        File.Delete(file);
    }

    [Theory]
    [InlineData(SinkFault.StoresNothing), InlineData(SinkFault.LosesTheAnswer)]
    public async Task A_call_that_cannot_be_recorded_gives_its_result_to_nobody_and_is_recorded_before_the_next(
        SinkFault fault)
    {
        var audit = new Recorder();
        await using var workshop = await Workshop.OpenAsync(Docs, new() { Audit = audit });
        await workshop.CallAsync("writer", "docs-write", Json.KeyValue("k", "value"));

        audit.Fails = fault;
        var withheld = await workshop.CallAsync("writer", "docs-read", Json.Key("k"));
        audit.Fails = SinkFault.None;
        await workshop.CallAsync("writer", "docs-read", Json.Key("k"));

        Assert.Equal(ToolOutcome.NotAudited, withheld.Outcome);
        Assert.DoesNotContain("value", withheld.Text, StringComparison.Ordinal);
        Assert.Equal(3, audit.Entries.Count);
        Assert.True(AuditChain.Verify([.. audit.Entries]).IsIntact);
    }

    [Fact]
    public async Task A_caller_who_vanishes_is_recorded_as_well()
    {
        var audit = new Recorder();
        await using var host = new ToolHost(new() { Audit = audit });
        var entered = new TaskCompletionSource();
        host.RegisterProvider(new FaultyProvider
        {
            Tools = [FaultyProvider.Tool("one-x", "one")],
            OnCall = async (_, token) =>
            {
                entered.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return ToolResult.Success("");
            },
        });
        await host.RegisterComponentAsync(new FaultyProvider.Part("one"));
        host.SetAgent(new("a", [new("one", ToolAccess.ReadWrite)]));
        using var vanishing = new CancellationTokenSource();
        var call = host.CallAsync("a", "one-x", default, vanishing.Token).AsTask();
        await entered.Task;
        await vanishing.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Contains("\"outcome\":\"canceled\"", Assert.Single(audit.Entries).Payload);
    }

    [Fact]
    public async Task Hostile_names_are_recorded_cut_and_as_valid_text()
    {
        var audit = new Recorder();
        await using var workshop = await Workshop.OpenAsync(Docs, new() { Audit = audit });

        await workshop.CallAsync("writer", "\ud800" + new string('x', 1_000_000));

        Assert.InRange(Assert.Single(audit.Entries).Payload.Length, 1, 2000);
    }
}
