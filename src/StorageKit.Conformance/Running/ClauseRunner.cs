using System.Diagnostics;
using System.Globalization;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

/// <summary>Runs a clause against a driver and says what became of it. Never throws for what a driver does, and always
/// ends: a driver that hangs is named as the culprit, and after three hangs, or three clauses on end that find no
/// backend, the rest is not tried.</summary>
public static class ClauseRunner
{
    /// <summary>The environment variable that sets the seed.</summary>
    public const string SeedVariable = "STORAGEKIT_SEED";

    /// <summary>How long a clause may take before the driver counts as hanging: 60 s. A clause of the crash lane, which
    /// starts many processes, has three times as long, or more where STORAGEKIT_ROUNDS asks for more kills.</summary>
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a driver may hang, or be found without its backend, before the rest is not tried: 3 times.
    /// Each hang takes the whole <see cref="Deadline"/>, and the calls that it leaves behind keep threads and
    /// connections from the clauses after it.</summary>
    public static int HangLimit => Breakdown.Limit;

    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);

    /// <summary>The seed of <see cref="SeedVariable"/>, or 1.</summary>
    /// <exception cref="FormatException">The variable is set, and to no integer of 32 bits.</exception>
    public static int SeedFromEnvironment()
    {
        var text = Environment.GetEnvironmentVariable(SeedVariable);
        if (string.IsNullOrEmpty(text)) return 1;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new FormatException($"{SeedVariable}: expected an integer, found {text.Length} other characters.");
    }

    /// <summary>Runs one clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="driver">The driver.</param>
    /// <param name="seed">What the random choices come from; null for <see cref="SeedFromEnvironment"/>.</param>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FormatException">A variable of the environment is not what it should be.</exception>
    public static Task<ClauseResult> RunAsync(
        Clause clause, DriverUnderTest driver, int? seed = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clause);
        ArgumentNullException.ThrowIfNull(driver);
        return seed is null && ReplayString.FromEnvironment() is { } replay
            ? RunAsync(clause, driver, replay, cancellationToken)
            : RunAsync(clause, driver, seed ?? SeedFromEnvironment(), DeadlineOf(clause), cancellationToken);
    }

    /// <summary>Does again what a replay string says.</summary>
    /// <param name="replay">The word that a failure printed.</param>
    /// <param name="driver">The driver.</param>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FormatException">It is no replay string, or mistyped; the message says what is wrong.
    /// </exception>
    /// <exception cref="ArgumentException">It is about a clause that this version of the kit does not have.</exception>
    public static Task<ClauseResult> ReplayAsync(
        string replay, DriverUnderTest driver, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(driver);
        var parsed = ReplayString.Parse(replay);
        return RunAsync(ClauseCatalog.Get(parsed.Clause), driver, parsed, cancellationToken);
    }

    /// <summary>Runs a clause as a replay string says; one that it is not about is untested.</summary>
    internal static Task<ClauseResult> RunAsync(
        Clause clause, DriverUnderTest driver, ReplayString replay, CancellationToken cancellationToken)
    {
        if (clause.Id == replay.Clause)
            return RunAsync(clause, driver, replay.Seed, DeadlineOf(clause), cancellationToken, replay);
        // A clause that nobody has would leave a suite in which nothing is run and all looks well.
        var asked = ClauseCatalog.Get(replay.Clause);
        return Task.FromResult(new ClauseResult(
            clause, ClauseOutcome.Untested, $"{ReplayString.Variable} asks for {asked.Id} alone", default,
            replay.Seed));
    }

    // A clause of the crash lane starts dozens of processes, each with a patience of its own; who asks for more kills
    // waits longer.
    internal static TimeSpan DeadlineOf(Clause clause) => clause.Info.Lane == Lane.Crash
        ? Deadline * Math.Max(3, KillRounds.Count / 5.0)
        : Deadline;

    internal static async Task<ClauseResult> RunAsync(
        Clause clause, DriverUnderTest driver, int seed, TimeSpan deadline, CancellationToken cancellationToken,
        ReplayString? replay = null)
    {
        var watch = Stopwatch.StartNew();
        // Not disposed: a driver that is left alone may still look at the token.
        var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(deadline);
        // On a thread of its own: a driver that blocks its caller must not block the suite.
        var phase = new ClausePhase();
        var check = Task.Run(
            () => CheckAsync(clause, driver, seed, replay, phase, time.Token), CancellationToken.None);
        // A driver that heeds the cancellation gets some more time to end; one that does not is left alone.
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var patience = Task.Delay(deadline + (deadline / 12), waiting.Token);
        var ended = await Task.WhenAny(check, patience).ConfigureAwait(false) == check;
        await waiting.CancelAsync().ConfigureAwait(false);
        // Whoever stops the run cleans up next: a check that still works would write into what is being removed.
        if (cancellationToken.IsCancellationRequested)
            await Task.WhenAny(check, Task.Delay(StopPatience, CancellationToken.None)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var result = ended
            ? await ResultOf(clause, driver, check, seed, phase, time.Token).ConfigureAwait(false)
            : null;
        if (result is null)
        {
            driver.Breakdown.Hung(clause.Id);
            result = Hanging(clause, seed, phase, deadline);
        }
        return result with { Elapsed = watch.Elapsed };
    }

    static async Task<ClauseResult> CheckAsync(
        Clause clause, DriverUnderTest driver, int seed, ReplayString? replay, ClausePhase phase,
        CancellationToken cancellationToken)
    {
        if (Applicability.Of(clause, driver) is var (outcome, reason))
            return new(clause, outcome, reason, default, seed);
        if (driver.Breakdown.Reason is { } broken) return new(clause, ClauseOutcome.Failed, broken, default, seed);
        phase.Now = ClausePhase.Opening;
        var context = await ClauseContext.OpenAsync(driver, clause, seed, replay, cancellationToken)
            .ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            phase.Now = "";
            try
            {
                await clause.CheckAsync(context).ConfigureAwait(false);
            }
            finally
            {
                // A check whose time is up hung itself, however it ends.
                if (!cancellationToken.IsCancellationRequested) phase.Now = "while its section is disposed";
            }
        }
        if (clause.Info.Contract is not null) driver.Breakdown.Reached();
        return new(clause, ClauseOutcome.Passed, "", default, seed) { Measurements = context.Measurements };
    }

    /// <summary>Null when the check ended only because its time was up.</summary>
    static async Task<ClauseResult?> ResultOf(
        Clause clause, DriverUnderTest driver, Task<ClauseResult> check, int seed, ClausePhase phase,
        CancellationToken time)
    {
        try
        {
            return await check.ConfigureAwait(false);
        }
        catch (ClauseViolationException e)
        {
            return new(clause, ClauseOutcome.Failed, e.Message, default, seed)
            {
                History = e.History, Witness = e.Witness,
                Replay = new(clause.Id, seed) { Choices = e.Choices },
            };
        }
        catch (UntestedException e)
        {
            return new(clause, ClauseOutcome.Untested, e.Message, default, seed);
        }
        catch (InconclusiveException e)
        {
            return new(clause, ClauseOutcome.Inconclusive, e.Message, default, seed);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            var opening = phase.Now == ClausePhase.Opening;
            if (opening || (e is StorageException { IsTransient: true } && !TakesAway(clause)))
                driver.Breakdown.Missed(clause.Id, UnexpectedException.OneLine(e));
            var reason = opening
                ? $"opening the driver's section failed: {UnexpectedException.Summary(e)}"
                : UnexpectedException.Describe(e, driver);
            return new(clause, ClauseOutcome.Failed, reason, default, seed);
        }
    }

    // Where the clause itself stops or cuts off the backend, an error says nothing about the next clause.
    static bool TakesAway(Clause clause) => clause.Info.Lane is Lane.Network or Lane.Crash;

    static ClauseResult Hanging(Clause clause, int seed, ClausePhase phase, TimeSpan deadline)
    {
        var seconds = deadline.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var place = phase.Now.Length > 0 ? " " + phase.Now : "";
        return new(
            clause, ClauseOutcome.Failed, $"the driver hangs{place}: the check did not end within {seconds} s", default,
            seed);
    }

    /// <summary>What a check is about when its time is up.</summary>
    sealed class ClausePhase
    {
        internal const string Opening = "while its section is opened";

        internal volatile string Now = "";
    }
}
