using StorageKit.Memory;

namespace StorageKit.Tools.Tests.Host;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Providers_of_any_kind_serve_the_components_of_their_type_side_by_side()
    {
        await using var workshop = await Workshop.OpenAsync("""
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "memory"
            """);
        workshop.Host.RegisterProvider(new CounterProvider());
        await workshop.Host.RegisterComponentAsync(new CounterProvider.Counter("visits", "of the page"));
        workshop.Host.SetAgent(new("both", [new("visits", ToolAccess.ReadWrite), new("docs", ToolAccess.Read)]));

        Assert.Equal(
            ["docs-exists", "docs-list", "docs-read", "visits-next", "visits-show"],
            workshop.Host.ToolsFor("both").Select(tool => tool.Name));
        Assert.Equal("1", (await workshop.CallAsync("both", "visits-next")).Text);
        Assert.Equal("2", (await workshop.CallAsync("both", "visits-next")).Text);
        Assert.Equal("2", (await workshop.CallAsync("both", "visits-show")).Text);
    }

    [Theory]
    [InlineData("storage"), InlineData("Storage")]
    public async Task A_second_provider_of_a_name_is_refused_whatever_its_case_and_both_are_named(string name)
    {
        await using var workshop = new Workshop();

        var refusal = Assert.Throws<ToolRegistrationException>(
            () => workshop.Host.RegisterProvider(new FaultyProvider(name)));

        Assert.Contains(nameof(StorageToolProvider), refusal.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(FaultyProvider), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_component_of_a_name_is_refused_and_the_first_goes_on()
    {
        await using var workshop = await Workshop.OpenAsync("""
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "memory"

            [[agent]]
            name = "a"
            storage = ["docs"]
            """);
        workshop.Host.RegisterProvider(new CounterProvider());

        var refusal = await Assert.ThrowsAsync<ToolRegistrationException>(
            () => workshop.Host.RegisterComponentAsync(new CounterProvider.Counter("docs")).AsTask());

        Assert.Contains("counter component \"docs\" of the provider \"counter\"", refusal.Message);
        Assert.Contains("storage component \"docs\" of the provider \"storage\"", refusal.Message);
        Assert.False((await workshop.CallAsync("a", "docs-write", Json.KeyValue("k", "v"))).IsError);
    }

    [Theory]
    [InlineData("one-tool"), InlineData("One-Tool")]
    public async Task A_tool_whose_name_is_taken_is_refused_with_its_component_and_both_owners_are_named(string name)
    {
        await using var host = new ToolHost();
        var provider = new FaultyProvider { Tools = [FaultyProvider.Tool("one-tool", "one")] };
        host.RegisterProvider(provider);
        host.RegisterProvider(new FaultyProvider("other") { Tools = [FaultyProvider.Tool(name, "two")] });
        await host.RegisterComponentAsync(new FaultyProvider.Part("one"));

        var refusal = await Assert.ThrowsAsync<ToolRegistrationException>(
            () => host.RegisterComponentAsync(new FaultyProvider.Part("two", "other")).AsTask());

        Assert.Contains("component \"one\" of the provider \"faulty\"", refusal.Message);
        Assert.Contains("component \"two\" of the provider \"other\"", refusal.Message);
        host.SetAgent(new("a", [new("one", ToolAccess.ReadWrite), new("two", ToolAccess.ReadWrite)]));
        Assert.Equal("one-tool", Assert.Single(host.ToolsFor("a")).Name);
    }

    [Theory]
    [InlineData("has space"), InlineData(""), InlineData("é"), InlineData("1x"), InlineData("-x"), InlineData("a.b")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_tool_that_a_model_cannot_call_is_refused_with_the_rule(string name)
    {
        await using var host = new ToolHost();
        var provider = new FaultyProvider { Tools = [FaultyProvider.Tool(name, "one")] };
        host.RegisterProvider(provider);

        var refusal = await Assert.ThrowsAsync<ToolRegistrationException>(
            () => host.RegisterComponentAsync(new FaultyProvider.Part("one")).AsTask());

        Assert.Contains("at most 63 characters", refusal.Message);
        Assert.Equal(["one"], provider.Unregistered);
    }

    [Theory]
    [InlineData("a-b"), InlineData("A"), InlineData(""), InlineData("1a"), InlineData("_a"), InlineData("a b")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345b")]
    public async Task A_component_whose_tools_a_model_could_not_tell_apart_is_refused(string name)
    {
        await using var section = await new Registry().AddMemory().OpenSectionAsync(MemoryDriver.Name);
        await using var stores = await section.OpenTenantAsync(TenantId.System);

        Assert.Throws<ArgumentException>(() => new StorageComponent(name, stores.Get<IObjectStore>()));
    }

    [Fact]
    public async Task A_component_of_a_type_that_nobody_serves_is_refused_with_the_types_there_are()
    {
        await using var workshop = new Workshop();

        var refusal = await Assert.ThrowsAsync<ToolRegistrationException>(
            () => workshop.Host.RegisterComponentAsync(new CounterProvider.Counter("visits")).AsTask());

        Assert.Contains("type \"counter\"", refusal.Message);
        Assert.Contains("the types are: storage", refusal.Message);
    }

    [Fact]
    public async Task Of_many_registrations_of_one_name_at_once_exactly_one_succeeds()
    {
        await using var host = new ToolHost();
        var provider = new FaultyProvider { OnRegister = async (_, _) => await Task.Yield() };
        host.RegisterProvider(provider);

        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Record.ExceptionAsync(
            () => host.RegisterComponentAsync(new FaultyProvider.Part("one")).AsTask())));

        Assert.Single(attempts, attempt => attempt is null);
        Assert.Equal(["one"], provider.Registered);
    }

    [Fact]
    public async Task A_name_can_be_taken_again_after_its_component_has_gone()
    {
        await using var host = new ToolHost();
        var provider = new FaultyProvider { Tools = [FaultyProvider.Tool("one-x", "one")] };
        host.RegisterProvider(provider);
        host.SetAgent(new("a", [new("one", ToolAccess.ReadWrite)]));
        for (var i = 0; i < 3; i++)
        {
            await host.RegisterComponentAsync(new FaultyProvider.Part("one"));
            Assert.Single(host.ToolsFor("a"));
            Assert.True(await host.UnregisterComponentAsync("one"));
            Assert.Empty(host.ToolsFor("a"));
        }
        Assert.False(await host.UnregisterComponentAsync("one"));
    }

    [Fact]
    public async Task Listeners_hear_of_every_change_and_one_that_throws_keeps_nobody_else_from_hearing()
    {
        await using var host = new ToolHost();
        host.RegisterProvider(new FaultyProvider());
        var heard = 0;
        host.ToolsChanged += (_, _) => throw new InvalidOperationException();
        host.ToolsChanged += (_, _) => heard++;

        await host.RegisterComponentAsync(new FaultyProvider.Part("one"));
        host.SetAgent(new("a", []));
        await host.UnregisterComponentAsync("one");
        host.RemoveAgent("a");

        Assert.Equal(4, heard);
    }
}
