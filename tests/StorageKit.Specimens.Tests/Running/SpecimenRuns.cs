using StorageKit.Conformance;

namespace StorageKit.Specimens.Tests.Running;

/// <summary>Runs clauses against specimens, each once however many tests ask for its result.</summary>
public sealed class SpecimenRuns : IAsyncLifetime
{
    // A race that a sampled clause looks for need not happen with the first seed.
    const int Seeds = 10;

    readonly Servers _servers = new();
    readonly Dictionary<string, StartedSpecimen> _started = [];
    readonly Dictionary<(string, string), ClauseResult> _results = [];

    /// <summary>What became of a clause; of one that samples, with the first seed that it does not pass with.</summary>
    internal async Task<ClauseResult> ResultAsync(Specimen specimen, string clauseId)
    {
        if (_results.TryGetValue((specimen.Name, clauseId), out var result)) return result;
        if (!_started.TryGetValue(specimen.Name, out var started))
            _started[specimen.Name] = started = await specimen.StartAsync(_servers);
        var clause = ClauseCatalog.Get(clauseId);
        var seeds = clause.Info.Stochastic && specimen.Faults.Any(fault => fault.Clause == clauseId) ? Seeds : 1;
        for (var seed = 1; ; seed++)
        {
            await started.EmptyAsync();
            result = await ClauseRunner.RunAsync(clause, started.Driver, seed);
            if (seed == seeds || result.Outcome != ClauseOutcome.Passed) break;
        }
        return _results[(specimen.Name, clauseId)] = result;
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        foreach (var started in _started.Values) await started.Driver.Harness.DisposeAsync();
        await _servers.DisposeAsync();
    }
}
