using System.Diagnostics;
using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Tests.Children;

/// <summary>Whatever a driver does to its process: the parent's wait ends, and names the driver.</summary>
public sealed class DriverChildTests
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_child_tells_of_each_operation_with_times_of_this_machines_clock()
    {
        var before = Stopwatch.GetTimestamp();
        await using var child = await StartAsync(OddDriver.Good);
        Assert.True(await child.OpenedAsync(default));
        await child.AskAsync(3);
        var lines = await child.DoneAsync(default);
        Assert.Equal(["1", "2", "3"], lines.Select(line => line.Text));
        Assert.All(lines, line => Assert.InRange(line.Call, before, line.Return));
        Assert.All(lines, line => Assert.InRange(line.Return, line.Call, Stopwatch.GetTimestamp()));
    }

    [Fact]
    public async Task A_driver_that_hangs_in_a_child_is_named_within_the_patience()
    {
        await using var child = await StartAsync(OddDriver.HangsWhenOpened, TimeSpan.FromSeconds(3));
        var failure = await Assert.ThrowsAsync<ClauseViolationException>(() => child.OpenedAsync(default).AsTask());
        Assert.Equal(
            "the driver hangs in a child process: it was opening the driver, and said nothing for 3 s",
            failure.Message);
    }

    [Theory]
    [InlineData(nameof(OddDriver.ThrowsWhenOpened), "cannot be opened in a child process: StorageException of kind B")]
    [InlineData(nameof(OddDriver.EndsTheProcess), "with exit code 7 before the driver was open")]
    [InlineData(nameof(OddDriver.BringsTheProcessDown), "the driver has had enough")]
    [InlineData(nameof(OddDriver.PrintsPastTheConsole), "the driver prints to standard output")]
    public async Task A_driver_that_spoils_its_child_is_named(string driver, string message)
    {
        var register = typeof(OddDriver).GetMethod(
            driver, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .CreateDelegate<Action<Registry>>();
        await using var child = await StartAsync(register);
        var failure = await Assert.ThrowsAsync<ClauseViolationException>(() => child.OpenedAsync(default).AsTask());
        Assert.Contains(message, failure.Message);
    }

    [Fact]
    public async Task What_a_driver_prints_to_the_console_is_not_taken_for_an_answer()
    {
        await using var child = await StartAsync(OddDriver.PrintsToTheConsole);
        Assert.True(await child.OpenedAsync(default));
    }

    [Theory]
    [InlineData(nameof(OddDriver.Good))]
    [InlineData(nameof(OddDriver.HangsWhenOpened))]
    public async Task A_child_ends_when_its_parent_has_ended(string driver)
    {
        // All that a child has of its parent is the pipe, which the system closes with the parent.
        var location = DriverLocation.Of(OddDriver.Good) with { Method = driver };
        using var child = Process.Start(ChildHost.NewStart([], []))!;
        await child.StandardInput.WriteLineAsync(Order(location).ToLine());
        await child.StandardInput.FlushAsync();
        if (driver == nameof(OddDriver.Good)) Assert.StartsWith("Ready", await child.StandardOutput.ReadLineAsync());
        child.StandardInput.Close();
        using var time = new CancellationTokenSource(s_patience);
        await child.WaitForExitAsync(time.Token);
    }

    [Fact]
    public async Task What_a_killed_child_has_said_before_can_still_be_read()
    {
        await using var child = await StartAsync(OddDriver.Good);
        await child.OpenedAsync(default);
        await child.AskAsync(5);
        Assert.NotNull(await child.NextAsync("at operation 1", default));
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        child.Kill();
        Assert.InRange((await child.DoneAsync(default)).Count, 1, 4);
    }

    [Fact]
    public void A_lambda_that_captures_variables_has_no_child_and_a_static_method_has()
    {
        var registration = new DriverRegistration("captured") { Stores = [] };
        Assert.Contains("captures variables", DriverLocation.ProblemOf(registry => registry.Add(registration)));
        Assert.Contains("is not set", DriverLocation.ProblemOf(register: null));
        Assert.Null(DriverLocation.ProblemOf(OddDriver.Good));
        Assert.Null(DriverLocation.ProblemOf(static registry => OddDriver.Good(registry)));
    }

    static ValueTask<DriverChild> StartAsync(Action<Registry> register, TimeSpan? patience = null) =>
        DriverChild.StartAsync(Order(DriverLocation.Of(register)), new() { Patience = patience ?? s_patience });

    static ChildOrder Order(DriverLocation location) =>
        new(location, OddDriver.Name, "", TenantId.System.ToString(), nameof(CountUp));
}
