using System.Diagnostics;

namespace StorageKit.Testing.Telemetry;

/// <summary>What holds for the telemetry of every driver.</summary>
[Collection(nameof(TelemetryCollection))]
public abstract class DriverTelemetryTests
{
    /// <summary>The driver's name, and what keeps its data.</summary>
    protected abstract (string Driver, string System) Names { get; }

    /// <summary>How many calls a listing of few agents takes.</summary>
    protected virtual int PagesOfAgents => 1;

    /// <summary>Opens the driver's stores, and calls the test.</summary>
    private protected abstract Task WithStoresAsync(Func<TenantStores, Task> test);

    /// <summary>Makes a call that fails.</summary>
    private protected virtual async Task<StorageErrorKind> FailAsync(TenantStores stores) =>
        (await Assert.ThrowsAsync<StorageException>(
            () => stores.Get<ILifecycleStore>().HeartbeatAsync(AgentId.New()).AsTask())).Kind;

    [Fact]
    public Task Every_call_is_one_span_and_one_measurement() => WithStoresAsync(async stores =>
    {
        using var recorder = new TelemetryRecorder();
        using var own = new Activity("the test's own").Start();
        foreach (var (span, call) in EveryCall.Of(stores))
        {
            recorder.Forget();
            var task = call();
            Assert.Same(own, Activity.Current);
            await task;
            Assert.Same(own, Activity.Current);
            var pages = span == "List lifecycle_store" ? PagesOfAgents : 1;
            Assert.Equal(Enumerable.Repeat(span, pages), recorder.Spans.Select(s => s.DisplayName));
            Assert.Equal(pages, recorder.Calls.Count);
            Assert.All(recorder.Spans, s => ExpectSpan(s, own, span));
            Assert.All(recorder.Calls, m => ExpectMeasurement(m, span));
        }
    });

    void ExpectSpan(Activity span, Activity parent, string name)
    {
        Assert.Equal(
            (ActivityKind.Client, ActivityStatusCode.Unset, parent.SpanId),
            (span.Kind, span.Status, span.ParentSpanId));
        var tags = span.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);
        var isBatch = tags.Remove("db.operation.batch.size", out var size);
        Assert.Equal(name.StartsWith("EmitBatch", StringComparison.Ordinal) ? 3 : null, isBatch ? size : null);
        ExpectTags(tags, name);
    }

    void ExpectMeasurement(Measurement measurement, string name)
    {
        Assert.Equal("s", measurement.Unit);
        Assert.InRange(measurement.Value, double.Epsilon, 30);
        ExpectTags(measurement.Tags, name);
    }

    void ExpectTags(IReadOnlyDictionary<string, object?> tags, string name)
    {
        var (operation, contract) = (name.Split(' ')[0], name.Split(' ')[1]);
        Assert.Equal(
            [
                $"db.collection.name={contract}", $"db.operation.name={operation}", $"db.system.name={Names.System}",
                $"storagekit.driver.name={Names.Driver}",
            ],
            tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task A_failed_call_tells_the_kind_of_its_error() => WithStoresAsync(async stores =>
    {
        using var recorder = new TelemetryRecorder();
        var kind = await FailAsync(stores);
        var failed = recorder.Calls[^1];
        Assert.Equal(kind.ToString(), failed.Tags["error.type"]);
        var span = recorder.Spans[^1];
        Assert.Equal(kind.ToString(), span.GetTagItem("error.type"));
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
    });

    [Fact]
    public Task A_cancelled_call_is_no_error() => WithStoresAsync(async stores =>
    {
        using var recorder = new TelemetryRecorder();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => stores.Get<ISessionStore>().LoadAsync(SessionId.New(), new(canceled: true)).AsTask());
        var cancelled = Assert.Single(recorder.Calls);
        Assert.Equal(true, cancelled.Tags["storagekit.cancelled"]);
        Assert.False(cancelled.Tags.ContainsKey("error.type"));
        var span = Assert.Single(recorder.Spans);
        Assert.Equal((ActivityStatusCode.Unset, true), (span.Status, span.GetTagItem("storagekit.cancelled")));
    });

    [Fact]
    public Task Nothing_that_was_stored_and_no_tenant_is_told() => WithStoresAsync(async stores =>
    {
        using var recorder = new TelemetryRecorder();
        foreach (var (_, call) in EveryCall.Of(stores)) await call();
        await FailAsync(stores);
        recorder.Observe();
        string[] told =
        [
            .. recorder.Spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")
                .Append(span.DisplayName).Append(span.StatusDescription ?? "")),
            .. recorder.All.SelectMany(measurement => measurement.Tags.Select(tag => $"{tag.Key}={tag.Value}")),
        ];
        Assert.NotEmpty(told);
        Assert.DoesNotContain(told, text => text.Contains(EveryCall.Canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(
            told, text => text.Contains(stores.Tenant.ToString(), StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void The_document_names_the_driver_and_what_keeps_its_data()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "StorageKit.sln"))) folder = folder.Parent;
        Assert.Contains(
            $"| `{Names.Driver}` | `{Names.System}` |",
            File.ReadAllLines(Path.Combine(folder.FullName, "docs", "telemetry.md")));
    }

    /// <summary>Concurrent emits share commits, and the driver tells how many did.</summary>
    private protected async Task ExpectSharedCommitsAsync(TenantStores stores)
    {
        const int emits = 256;
        var sink = stores.Get<IAuditSink>();
        await sink.EmitAsync(EveryCall.Entry());
        using var recorder = new TelemetryRecorder();
        await Task.WhenAll(Enumerable.Range(0, emits).Select(_ => sink.EmitAsync(EveryCall.Entry()).AsTask()));
        recorder.Observe();
        Assert.Equal(emits, recorder.Calls.Count);
        var commits = recorder.Of("storagekit.commit.size")
            .Where(commit => commit.Tags["storagekit.driver.name"] is string driver && driver == Names.Driver).ToList();
        Assert.Equal(emits, commits.Sum(commit => commit.Value));
        Assert.Contains(commits, commit => commit.Value > 1);
        var waiting = recorder.Of("storagekit.queue.length")
            .Single(queue => queue.Tags["storagekit.driver.name"] is string driver && driver == Names.Driver);
        Assert.Equal(0, waiting.Value);
    }
}

/// <summary>Alone: what writers tell belongs to no test.</summary>
[CollectionDefinition(nameof(TelemetryCollection), DisableParallelization = true)]
public sealed class TelemetryCollection;
