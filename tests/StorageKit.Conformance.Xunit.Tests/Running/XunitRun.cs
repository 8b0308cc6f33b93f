using Xunit.Abstractions;
using Xunit.Sdk;

namespace StorageKit.Conformance.Xunit.Tests.Running;

/// <summary>Runs suites by xunit's own discoverer and executor, as <c>dotnet test</c> does,
/// and keeps what it says.</summary>
internal sealed class XunitRun : LongLivedMarshalByRefObject, IMessageSink, ISourceInformationProvider
{
    readonly TaskCompletionSource<ITestAssemblyFinished> _finished = new(
        TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<TestOutcome> _outcomes = [];

    /// <summary>What became of each test; in no order.</summary>
    internal IReadOnlyList<TestOutcome> Outcomes => _outcomes;

    /// <summary>How many tests xunit counts: all, failed, skipped.</summary>
    internal (int Total, int Failed, int Skipped) Counts { get; private set; }

    /// <summary>Runs tests of some suites.</summary>
    internal static async Task<XunitRun> RunAsync(Func<ITestCase, bool> select, params Type[] suites)
    {
        var run = new XunitRun();
        var executor = new XunitTestFrameworkExecutor(suites[0].Assembly.GetName(), run, run);
        executor.RunTests(suites.SelectMany(suite => Find(executor, suite)).Where(select), run, new Options());
        var end = await run._finished.Task.WaitAsync(TimeSpan.FromMinutes(3));
        run.Counts = (end.TestsRun, end.TestsFailed, end.TestsSkipped);
        return run;
    }

    /// <summary>Runs some clauses of a suite.</summary>
    internal static Task<XunitRun> RunClausesAsync(Type suite, params string[] clauses) =>
        RunAsync(IsOf(clauses), suite);

    /// <summary>Selects as <c>--filter clause=RLC-01</c> does.</summary>
    internal static Func<ITestCase, bool> IsOf(params string[] clauses) =>
        test => test.Traits.TryGetValue("clause", out var own) && own.Intersect(clauses).Any();

    /// <summary>What became of a clause's one test.</summary>
    internal TestOutcome Of(string clause) => _outcomes.Single(outcome => outcome.Clause == clause);

    /// <summary>The test cases of a suite, through their serialized form:
    /// a runner in another process has nothing else.</summary>
    static IReadOnlyList<ITestCase> Find(XunitTestFrameworkExecutor executor, Type suite)
    {
        var sink = new XunitRun();
        var assembly = new ReflectionAssemblyInfo(suite.Assembly);
        using var discoverer = new XunitTestFrameworkDiscoverer(assembly, sink, sink);
        var found = new Discovery();
        discoverer.Find(suite.FullName, false, found, new Options());
        found.Ended.Wait(TimeSpan.FromMinutes(1));
        return [.. found.Tests.Select(test => executor.Deserialize(discoverer.Serialize(test)))];
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        lock (_outcomes)
        {
            if (message is ITestPassed passed) Add(passed, TestEnd.Passed, "");
            else if (message is ITestSkipped skipped) Add(skipped, TestEnd.Skipped, skipped.Reason);
            else if (message is ITestFailed failed) Add(failed, TestEnd.Failed, string.Join('\n', failed.Messages));
            else if (message is IFailureInformation broken and not ITestFailed)
                _outcomes.Add(new(message.GetType().Name, "", TestEnd.Failed, string.Join('\n', broken.Messages)));
        }
        if (message is ITestAssemblyFinished finished) _finished.SetResult(finished);
        return true;
    }

    public ISourceInformation GetSourceInformation(ITestCase testCase) => new SourceInformation();

    public void Dispose()
    {
    }

    void Add(ITestMessage message, TestEnd end, string text)
    {
        var clause = message.TestCase.Traits.TryGetValue("clause", out var ids) ? ids.Single() : "";
        _outcomes.Add(new(message.TestMethod.Method.Name, clause, end, text));
    }

    sealed class Discovery : LongLivedMarshalByRefObject, IMessageSink
    {
        internal List<ITestCase> Tests { get; } = [];

        internal ManualResetEventSlim Ended { get; } = new();

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage discovered) Tests.Add(discovered.TestCase);
            if (message is IDiscoveryCompleteMessage) Ended.Set();
            return true;
        }
    }

    /// <summary>xunit's own defaults.</summary>
    sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        readonly Dictionary<string, object?> _values = [];

        public TValue GetValue<TValue>(string name) =>
            _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
