using System.Collections.Concurrent;
using System.Diagnostics;

namespace StorageKit.Conformance;

/// <summary>Collects what a suite finds out, in whatever order and from whatever thread, and makes the driver's
/// statement of it. Thread-safe. A clause that was not run in this session is never reported as run.</summary>
/// <param name="suite">The suite's full name.</param>
/// <param name="driver">The driver's name.</param>
/// <param name="files">Where the statement is written.</param>
public sealed class StatementSession(string suite, string driver, StatementFiles files)
{
    readonly ConcurrentDictionary<string, ClauseResult> _results = new(StringComparer.Ordinal);
    readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Removes what an earlier session wrote: it must not pass for this one's when this one ends
    /// early.</summary>
    public void RemoveOld() => files.Remove();

    /// <summary>Takes a result; a later one of the same clause replaces it.</summary>
    /// <param name="result">The result.</param>
    /// <param name="deviation">Why the suite declares that the driver breaks the clause; null when it does not.</param>
    /// <returns>The result as the statement has it: with the deviation, and the page it will stand on.</returns>
    public ClauseResult Add(ClauseResult result, string? deviation)
    {
        ArgumentNullException.ThrowIfNull(result);
        var told = result with
        {
            Page = files.Page,
            Deviation = deviation,
            Outcome = deviation is not null && result.Outcome == ClauseOutcome.Failed
                ? ClauseOutcome.Deviating
                : result.Outcome,
        };
        _results[result.Clause.Id] = told;
        return told;
    }

    /// <summary>The statement so far.</summary>
    /// <param name="underTest">The driver; it tells which clauses that were not run do not apply.</param>
    public ConformanceReport ToReport(DriverUnderTest underTest)
    {
        ArgumentNullException.ThrowIfNull(underTest);
        var seed = _results.Values.Select(result => result.Seed).FirstOrDefault();
        return new(
            driver, seed, _started, Stopwatch.GetElapsedTime(_start),
            [.. ClauseCatalog.All.Select(
                clause => _results.GetValueOrDefault(clause.Id) ?? NotRun(clause, underTest, seed))])
        {
            Suite = suite,
            Servers = underTest.Harness.Probe<IBackendDescription>() is { } backend ? [backend.Description] : [],
            Exemptions = Exemption.Of(underTest.Registration),
        };
    }

    /// <summary>Writes the statement; nothing when no clause was run.</summary>
    /// <exception cref="IOException">It cannot be written; the message says where to.</exception>
    public void Write(DriverUnderTest underTest)
    {
        if (!_results.IsEmpty) files.Write(ToReport(underTest));
    }

    static ClauseResult NotRun(Clause clause, DriverUnderTest underTest, int seed) =>
        Applicability.Of(clause, underTest) is (ClauseOutcome.NotApplicable, var reason)
            ? new(clause, ClauseOutcome.NotApplicable, reason, default, seed)
            : new(clause, ClauseOutcome.Untested, "not selected: it was not run in this session", default, seed)
                { IsSelected = false };
}
