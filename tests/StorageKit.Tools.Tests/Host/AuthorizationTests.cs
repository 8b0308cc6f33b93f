namespace StorageKit.Tools.Tests.Host;

public sealed class AuthorizationTests
{
    const string TwoComponents = """
        [[component]]
        type = "storage"
        name = "docs"
        storage_type = "memory"

        [[component]]
        type = "storage"
        name = "vault"
        storage_type = "memory"

        [[agent]]
        name = "reader"
        storage = ["docs"]

        [[agent]]
        name = "keeper"
        storage = ["docs", "vault"]

        [[agent]]
        name = "idle"
        """;

    [Fact]
    public async Task An_agent_sees_exactly_what_it_can_call()
    {
        await using var workshop = await Workshop.OpenAsync(TwoComponents);
        var all = workshop.Host.ToolsFor("keeper").Select(tool => tool.Name).ToList();
        Assert.Equal(10, all.Count);

        foreach (var agent in (string[])["reader", "keeper", "idle", "nobody", "Reader", "reader "])
        {
            var seen = workshop.Host.ToolsFor(agent).Select(tool => tool.Name).ToHashSet();
            foreach (var tool in all)
                Assert.Equal(
                    seen.Contains(tool),
                    (await workshop.CallAsync(agent, tool)).Outcome != ToolOutcome.UnknownTool);
        }
    }

    [Theory]
    [InlineData("vault-read"), InlineData("VAULT-read"), InlineData("Docs-read"), InlineData("docs-READ")]
    [InlineData("docs-read "), InlineData(" docs-read"), InlineData("docs_read"), InlineData("docs-read\0")]
    [InlineData("dосs-read"), InlineData("docs‐read"), InlineData("docs--read"), InlineData("docs")]
    [InlineData("docs-"), InlineData("-read"), InlineData(""), InlineData("storage"), InlineData("storage-read")]
    [InlineData("docs-vault-read"), InlineData("docs-read\u200b"), InlineData("../vault-read")]
    public async Task A_forbidden_tool_and_one_that_nobody_has_answer_alike(string tool)
    {
        await using var workshop = await Workshop.OpenAsync(TwoComponents);
        await workshop.CallAsync("keeper", "vault-write", Json.KeyValue("k", "secret"));

        var forbidden = await workshop.CallAsync("reader", tool, Json.Key("k"));
        var unknown = await workshop.CallAsync("reader", "no_such-tool", Json.Key("k"));

        Assert.Equal(ToolOutcome.UnknownTool, forbidden.Outcome);
        // The name itself is repeated, quoted.
        Assert.Equal(
            (unknown.Text.Split('"')[0], unknown.Text.Split('"')[^1]),
            (forbidden.Text.Split('"')[0], forbidden.Text.Split('"')[^1]));
        Assert.Null(forbidden.StructuredContent);
    }

    [Fact]
    public async Task What_is_taken_from_an_agent_is_refused_from_the_next_call_on()
    {
        await using var workshop = await Workshop.OpenAsync(TwoComponents);
        await workshop.CallAsync("keeper", "vault-write", Json.KeyValue("k", "v"));

        workshop.Host.SetAgent(new("keeper", [new("vault", ToolAccess.Read)]));
        Assert.False((await workshop.CallAsync("keeper", "vault-read", Json.Key("k"))).IsError);
        Assert.True((await workshop.CallAsync("keeper", "vault-delete", Json.Key("k"))).IsError);
        Assert.True((await workshop.CallAsync("keeper", "docs-list")).IsError);

        Assert.True(workshop.Host.RemoveAgent("keeper"));
        Assert.True((await workshop.CallAsync("keeper", "vault-read", Json.Key("k"))).IsError);
        Assert.Empty(workshop.Host.ComponentsFor("keeper"));
    }

    [Fact]
    public async Task A_call_that_began_before_its_grant_was_taken_ends_in_order()
    {
        await using var host = new ToolHost();
        var (entered, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.RegisterProvider(new FaultyProvider
        {
            Tools = [FaultyProvider.Tool("one-x", "one")],
            OnCall = async (_, _) =>
            {
                entered.TrySetResult();
                await end.Task;
                return ToolResult.Success("whole");
            },
        });
        await host.RegisterComponentAsync(new FaultyProvider.Part("one"));
        host.SetAgent(new("a", [new("one", ToolAccess.ReadWrite)]));
        var running = host.CallAsync("a", "one-x", default).AsTask();
        await entered.Task;

        host.SetAgent(new("a", []));

        Assert.Equal(ToolOutcome.UnknownTool, (await host.CallAsync("a", "one-x", default)).Outcome);
        end.SetResult();
        Assert.Equal("whole", (await running).Text);
    }

    [Fact]
    public async Task A_grant_is_of_one_spelling_only()
    {
        await using var workshop = await Workshop.OpenAsync(TwoComponents);
        workshop.Host.SetAgent(new("sly", [new("Vault", ToolAccess.ReadWrite), new("vault ", ToolAccess.Read)]));

        Assert.Empty(workshop.Host.ToolsFor("sly"));
    }

    [Fact]
    public async Task Each_component_has_objects_of_its_own_also_on_a_shared_backend()
    {
        await using var workshop = await Workshop.OpenAsync("""
            [[component]]
            type = "storage"
            name = "one"
            storage_type = "sqlite"
            path = 'FOLDER/shared.db'

            [[component]]
            type = "storage"
            name = "two"
            storage_type = "sqlite"
            path = 'FOLDER/shared.db'

            [[agent]]
            name = "a"
            storage = ["one", "two"]
            """);
        await workshop.CallAsync("a", "one-write", Json.KeyValue("k", "of one"));
        Assert.Equal(ToolOutcome.NotFound, (await workshop.CallAsync("a", "two-read", Json.Key("k"))).Outcome);
        await workshop.CallAsync("a", "two-write", Json.KeyValue("k", "of two"));

        Assert.Equal("of one", (await workshop.CallAsync("a", "one-read", Json.Key("k"))).String("value"));
        Assert.Equal("of two", (await workshop.CallAsync("a", "two-read", Json.Key("k"))).String("value"));
    }

    [Fact]
    public async Task Each_tenant_of_a_component_has_objects_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("storagekit-tools-");
        var config = ToolsConfig.Parse(
            $"""
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "local"
            base_path = '{folder.FullName}'

            [[agent]]
            name = "a"
            storage = ["docs"]
            """, Workshop.Registry());
        await using var mine = new ToolHost();
        await using var yours = new ToolHost();
        mine.RegisterProvider(new StorageToolProvider(TenantId.New()));
        yours.RegisterProvider(new StorageToolProvider(TenantId.New()));
        Assert.Empty(await mine.ApplyAsync(config));
        Assert.Empty(await yours.ApplyAsync(config));

        await mine.CallAsync("a", "docs-write", Json.Of($"{{{Json.KeyValue("k", "v")}}}"));

        Assert.False((await mine.CallAsync("a", "docs-read", Json.Of($"{{{Json.Key("k")}}}"))).IsError);
        Assert.True((await yours.CallAsync("a", "docs-read", Json.Of($"{{{Json.Key("k")}}}"))).IsError);
        await mine.DisposeAsync();
        await yours.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
