using System.Diagnostics;
using System.Globalization;

namespace StorageKit.Conformance;

/// <summary>Runs a clause against a driver and says what became of it. Never throws for what a driver does, and always ends:
/// a driver that hangs is named as the culprit.</summary>
public static class ClauseRunner
{
    /// <summary>The environment variable that sets the seed.</summary>
    public const string SeedVariable = "STORAGEKIT_SEED";

    /// <summary>How long a clause may take before the driver counts as hanging.</summary>
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The seed of <see cref="SeedVariable"/>, or 1.</summary>
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
    public static async Task<ClauseResult> RunAsync(
        Clause clause, DriverUnderTest driver, int? seed = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clause);
        ArgumentNullException.ThrowIfNull(driver);
        var usedSeed = seed ?? SeedFromEnvironment();
        if (Applicability.Of(clause, driver) is var (outcome, reason))
            return new(clause, outcome, reason, TimeSpan.Zero, usedSeed);

        var watch = Stopwatch.StartNew();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        // On a thread of its own: a driver that blocks its caller must not block the suite.
        var check = Task.Run(() => CheckAsync(clause, driver, usedSeed, deadline.Token), CancellationToken.None);
        var grace = Task.Delay(Deadline + TimeSpan.FromSeconds(5), cancellationToken);
        if (await Task.WhenAny(check, grace).ConfigureAwait(false) != check)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(clause, ClauseOutcome.Failed, HangText, watch.Elapsed, usedSeed);
        }
        return await ResultOf(clause, check, watch, usedSeed, deadline.Token, cancellationToken).ConfigureAwait(false);
    }

    static string HangText => $"the driver hangs: the check did not end within {Deadline.TotalSeconds:0} s";

    static async Task CheckAsync(Clause clause, DriverUnderTest driver, int seed, CancellationToken cancellationToken)
    {
        var context = await ClauseContext.OpenAsync(driver, clause, seed, cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false)) await clause.CheckAsync(context).ConfigureAwait(false);
    }

    static async Task<ClauseResult> ResultOf(
        Clause clause, Task check, Stopwatch watch, int seed, CancellationToken deadline, CancellationToken cancellationToken)
    {
        try
        {
            await check.ConfigureAwait(false);
            return new(clause, ClauseOutcome.Passed, "", watch.Elapsed, seed);
        }
        catch (ClauseViolationException e)
        {
            return new(clause, ClauseOutcome.Failed, e.Message, watch.Elapsed, seed) { History = e.History, Witness = e.Witness };
        }
        catch (InconclusiveException e)
        {
            return new(clause, ClauseOutcome.Inconclusive, e.Message, watch.Elapsed, seed);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new(clause, ClauseOutcome.Failed, HangText, watch.Elapsed, seed);
        }
        catch (Exception e)
        {
            return new(clause, ClauseOutcome.Failed, $"unexpected {e.GetType().Name}: {e.Message}", watch.Elapsed, seed);
        }
    }
}
