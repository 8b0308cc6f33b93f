using StorageKit.Conformance.Tests.Mutants;

namespace StorageKit.Conformance.Tests.Running;

/// <summary>Whatever a driver does, the runner ends and says what became of the clause.</summary>
public sealed class ClauseRunnerTests
{
    static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(250);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_driver_that_hangs_is_named_within_the_deadline(bool heedsCancellation, bool blocksItsThread)
    {
        var driver = MutantDriver.Create(
            typeof(HangingCounter), shared: false, new HangingWay(heedsCancellation, blocksItsThread));

        var result = await ClauseRunner.RunAsync(ClauseCatalog.Get("RLC-01"), driver, 1, s_soon, default).WaitAsync(
            TimeSpan.FromMinutes(1));

        Assert.Equal(ClauseOutcome.Failed, result.Outcome);
        Assert.Equal("the driver hangs: the check did not end within 0.25 s", result.Reason);
        // A timer counts whole milliseconds, so it may be one early by the stopwatch.
        Assert.True(result.Elapsed >= s_soon - TimeSpan.FromMilliseconds(2), $"{result.Elapsed}");
    }

    public static TheoryData<string, Exception> OddExceptions => new()
    {
        { "unexpected NullReferenceException: ", new NullReferenceException() },
        { "unexpected TimeoutException: late", new TimeoutException("late") },
        { "unexpected OperationCanceledException: nobody asked", new OperationCanceledException("nobody asked") },
        { "unexpected AggregateException: two (one) (two)",
            new AggregateException("two", new IOException("one"), new IOException("two")) },
        { "unexpected StorageException of kind Backend: storage backend unavailable: first second",
            new StorageException(StorageErrorKind.Backend, "first\r\n\nsecond") },
        { "unexpected Speechless: ", new Speechless(null) },
        { "unexpected Speechless: (its message cannot be read: FormatException)",
            new Speechless(new FormatException()) },
    };

    [Theory]
    [MemberData(nameof(OddExceptions), DisableDiscoveryEnumeration = true)]
    public async Task An_exception_is_a_failure_that_names_it_in_one_line(string reason, Exception thrown)
    {
        var result = await RunAsync(_ => throw thrown);

        Assert.Equal(ClauseOutcome.Failed, result.Outcome);
        Assert.Contains($" threw an {reason}", result.Reason);
        Assert.DoesNotContain('\n', result.Reason);
    }

    [Fact]
    public async Task A_driver_that_throws_while_its_section_is_read_has_failed()
    {
        var registry = new Registry().Add(new DriverRegistration("bad")
        {
            BindOptions = _ => throw new FormatException("no section of mine"),
            Stores = MutantDriver.Create(typeof(FrozenCounter)).Registration.Stores,
        });
        var driver = new DriverUnderTest(registry, "bad", new DriverHarness());

        foreach (var id in new[] { "RLC-01", "GEN-01" })
        {
            var result = await ClauseRunner.RunAsync(ClauseCatalog.Get(id), driver, seed: 1);
            Assert.Equal(ClauseOutcome.Failed, result.Outcome);
        }
    }

    [Fact]
    public async Task A_check_that_cannot_decide_is_inconclusive()
    {
        var result = await RunAsync(_ => throw new InconclusiveException("10 000 states were not enough"));

        Assert.Equal((ClauseOutcome.Inconclusive, "10 000 states were not enough"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_check_that_returns_has_passed()
    {
        var result = await RunAsync(_ => default);

        Assert.Equal((ClauseOutcome.Passed, "", 7), (result.Outcome, result.Reason, result.Seed));
    }

    [Fact]
    public async Task Only_the_caller_s_own_cancellation_is_thrown()
    {
        using var cancellation = new CancellationTokenSource();
        var clause = new ScriptedClause(async context =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () =>
                ClauseRunner.RunAsync(clause, MutantDriver.Create(typeof(FrozenCounter)), seed: 1, cancellation.Token));
    }

    static Task<ClauseResult> RunAsync(Func<ClauseContext, ValueTask> check) =>
        ClauseRunner.RunAsync(new ScriptedClause(check), MutantDriver.Create(typeof(FrozenCounter)), seed: 7);

    sealed class Speechless(Exception? atMessage) : Exception
    {
        public override string Message => atMessage is null ? null! : throw atMessage;
    }
}
