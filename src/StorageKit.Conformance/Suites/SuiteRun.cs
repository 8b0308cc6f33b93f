namespace StorageKit.Conformance;

/// <summary>One run of a suite: a backend that starts with the first clause, and the statement that is written at the
/// end.</summary>
internal sealed class SuiteRun
{
    readonly Lazy<Task<SuiteHost>> _host;

    internal SuiteRun(ConformanceSuite suite)
    {
        Statement = suite.NewStatement();
        _host = new(() =>
        {
            Statement.RemoveOld();
            return suite.StartHostAsync();
        });
    }

    internal StatementSession Statement { get; }

    internal Task<SuiteHost> HostAsync() => _host.Value;

    internal async Task EndAsync()
    {
        // Of a start that failed there is nothing to end or to state; every clause has told of it.
        if (!_host.IsValueCreated || !_host.Value.IsCompletedSuccessfully) return;
        var host = _host.Value.Result;
        await using (host.ConfigureAwait(false)) Statement.Write(host.Driver);
    }
}
