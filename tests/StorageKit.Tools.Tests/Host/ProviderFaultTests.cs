namespace StorageKit.Tools.Tests.Host;

/// <summary>A provider that fails, hangs or is taken away harms nobody else.</summary>
public sealed class ProviderFaultTests
{
    static readonly ToolHostOptions Hasty = new() { CallTimeout = TimeSpan.FromMilliseconds(200) };

    static async Task<(ToolHost Host, FaultyProvider Faulty)> OpenAsync(ToolHostOptions? options = null)
    {
        var host = new ToolHost(options);
        var faulty = new FaultyProvider { Tools = [FaultyProvider.Tool("bad-x", "bad")] };
        var good = new FaultyProvider("good") { Tools = [FaultyProvider.Tool("good-x", "good")] };
        host.RegisterProvider(faulty);
        host.RegisterProvider(good);
        await host.RegisterComponentAsync(new FaultyProvider.Part("bad"));
        await host.RegisterComponentAsync(new FaultyProvider.Part("good", "good"));
        host.SetAgent(new("a", [new("bad", ToolAccess.ReadWrite), new("good", ToolAccess.ReadWrite)]));
        return (host, faulty);
    }

    [Fact]
    public async Task What_a_provider_throws_becomes_an_error_without_its_text()
    {
        var (host, faulty) = await OpenAsync();
        await using var _ = host;
        foreach (var thrown in (Exception[])
            [
                new InvalidOperationException("password=hunter2"), new OperationCanceledException("hunter2"),
                new StorageException(StorageErrorKind.Backend, "/srv/hunter2 is away", isTransient: true),
                new StorageException(StorageErrorKind.Unauthorized, "hunter2"),
            ])
        {
            faulty.OnCall = (_, _) => throw thrown;
            var synchronous = await host.CallAsync("a", "bad-x", default);
            faulty.OnCall = (_, _) => ValueTask.FromException<ToolResult>(thrown);
            var asynchronous = await host.CallAsync("a", "bad-x", default);

            Assert.All((ToolResult[])[synchronous, asynchronous], result =>
            {
                Assert.Equal(ToolOutcome.Failed, result.Outcome);
                Assert.DoesNotContain("hunter2", result.Text, StringComparison.Ordinal);
            });
            Assert.False((await host.CallAsync("a", "good-x", default)).IsError);
        }
    }

    [Fact]
    public async Task A_provider_that_gives_no_result_or_throws_when_asked_what_it_handles_is_an_error()
    {
        var (host, faulty) = await OpenAsync();
        await using var _ = host;
        faulty.OnCall = (_, _) => new((ToolResult)null!);
        Assert.Equal(ToolOutcome.Failed, (await host.CallAsync("a", "bad-x", default)).Outcome);
        faulty.OnCanHandle = _ => throw new InvalidOperationException("hunter2");
        Assert.Equal(ToolOutcome.Failed, (await host.CallAsync("a", "bad-x", default)).Outcome);
        faulty.OnCanHandle = _ => false;
        Assert.Equal(ToolOutcome.UnknownTool, (await host.CallAsync("a", "bad-x", default)).Outcome);

        Assert.False((await host.CallAsync("a", "good-x", default)).IsError);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_with_its_time_out_also_when_the_provider_ignores_cancellation()
    {
        var (host, faulty) = await OpenAsync(Hasty);
        await using var _ = host;
        using var end = new SemaphoreSlim(0);
        faulty.OnCall = async (_, _) =>
        {
            await end.WaitAsync(CancellationToken.None);
            return ToolResult.Success("too late");
        };

        var hanging = host.CallAsync("a", "bad-x", default);
        Assert.False((await host.CallAsync("a", "good-x", default)).IsError);

        Assert.Equal(ToolOutcome.TimedOut, (await hanging).Outcome);
        end.Release();
    }

    [Fact]
    public async Task A_component_that_takes_too_long_to_open_is_refused_and_holds_up_no_other()
    {
        await using var host = new ToolHost(Hasty);
        var slow = new FaultyProvider
        {
            OnRegister = async (component, token) =>
            {
                if (component.Name == "slow") await Task.Delay(Timeout.Infinite, token);
            },
        };
        host.RegisterProvider(slow);

        var hanging = host.RegisterComponentAsync(new FaultyProvider.Part("slow")).AsTask();
        await host.RegisterComponentAsync(new FaultyProvider.Part("quick"));

        Assert.Equal(["quick"], slow.Registered);
        var refusal = await Assert.ThrowsAsync<ToolRegistrationException>(() => hanging);
        Assert.Contains("longer than 0.2 s", refusal.Message);
        slow.OnRegister = (_, _) => default;
        await host.RegisterComponentAsync(new FaultyProvider.Part("slow"));
    }

    [Fact]
    public async Task A_component_that_cannot_be_opened_leaves_no_tool_and_no_secret()
    {
        await using var host = new ToolHost();
        host.RegisterProvider(new FaultyProvider
        {
            Tools = [FaultyProvider.Tool("one-x", "one")],
            OnRegister = (_, _) => throw new InvalidOperationException("password=hunter2"),
        });
        host.SetAgent(new("a", [new("one", ToolAccess.ReadWrite)]));

        var refusal = await Assert.ThrowsAsync<ToolRegistrationException>(
            () => host.RegisterComponentAsync(new FaultyProvider.Part("one")).AsTask());

        Assert.DoesNotContain("hunter2", refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.ToolsFor("a"));
    }

    [Fact]
    public async Task Unregistering_waits_for_the_call_under_way_and_lets_no_other_begin()
    {
        var (host, faulty) = await OpenAsync();
        await using var _ = host;
        var (entered, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        faulty.OnCall = async (_, _) =>
        {
            entered.SetResult();
            await end.Task;
            return ToolResult.Success("whole");
        };
        var running = host.CallAsync("a", "bad-x", default).AsTask();
        await entered.Task;

        var leaving = host.UnregisterComponentAsync("bad").AsTask();

        Assert.Equal(ToolOutcome.UnknownTool, (await host.CallAsync("a", "bad-x", default)).Outcome);
        Assert.Empty(faulty.Unregistered);
        end.SetResult();
        Assert.Equal("whole", (await running).Text);
        Assert.True(await leaving);
        Assert.Equal(["bad"], faulty.Unregistered);
    }

    [Fact]
    public async Task A_call_that_never_ends_cannot_keep_its_component_or_the_host_open()
    {
        var (host, faulty) = await OpenAsync(Hasty);
        faulty.OnCall = (_, _) => new(new TaskCompletionSource<ToolResult>().Task);
        Assert.Equal(ToolOutcome.TimedOut, (await host.CallAsync("a", "bad-x", default)).Outcome);

        Assert.True(await host.UnregisterComponentAsync("bad").AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Throws<ObjectDisposedException>(() => host.SetAgent(new("a", [])));
    }

    [Fact]
    public async Task Who_calls_while_components_come_and_go_gets_an_answer_or_learns_that_there_is_no_tool()
    {
        await using var workshop = new Workshop();
        workshop.Host.SetAgent(new("a", [new("docs", ToolAccess.ReadWrite)]));
        const string Component = "[[component]]\ntype='storage'\nname='docs'\nstorage_type='memory'\n";
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            HashSet<ToolOutcome> seen = [];
            while (!stop.IsCancellationRequested)
                seen.Add((await workshop.CallAsync("a", "docs-write", Json.KeyValue("k", "v"))).Outcome);
            return seen;
        })).ToList();

        for (var i = 0; i < 200; i++)
        {
            await workshop.ApplyAsync(Component);
            await workshop.ApplyAsync("");
        }
        await stop.CancelAsync();

        var outcomes = (await Task.WhenAll(callers)).SelectMany(seen => seen).ToHashSet();
        Assert.Subset(new HashSet<ToolOutcome> { ToolOutcome.Succeeded, ToolOutcome.UnknownTool }, outcomes);
        Assert.Contains(ToolOutcome.Succeeded, outcomes);
    }
}
