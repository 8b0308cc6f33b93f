using System.Diagnostics;
using StorageKit.Diagnostics;
using StorageKit.Testing.Telemetry;

namespace StorageKit.Tests.Diagnostics;

[Collection(nameof(TelemetryCollection))]
public sealed class StoreCallTests
{
    static readonly DriverTelemetry s_driver = new("acme", "postgresql");
    static readonly StoreOperation s_get = s_driver.Operation<ICredentialStore>(
        nameof(ICredentialStore.GetSecretAsync));

    [Fact]
    public void While_nobody_listens_a_call_gives_the_same_task_back_and_allocates_nothing()
    {
        var work = new ValueTask<int>(Task.FromResult(1));
        for (var i = 0; i < 100; i++) Call(work);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            if (Call(work) != work)
                Assert.Fail("another task came back");
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        static ValueTask<int> Call(ValueTask<int> work)
        {
            using var call = s_get.Start();
            return call.Watch(work);
        }
    }

    [Fact]
    public async Task A_call_lasts_until_its_task_has_ended()
    {
        using var recorder = new TelemetryRecorder();
        var work = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = Start();
        Assert.Null(Activity.Current);
        Assert.Empty(recorder.Spans);
        Assert.Empty(recorder.Calls);
        await Task.Delay(30);
        work.SetResult(7);
        Assert.Equal(7, await task);
        Assert.InRange(Assert.Single(recorder.Calls).Value, 0.02, 30);
        Assert.InRange(Assert.Single(recorder.Spans).Duration.TotalSeconds, 0.02, 30);

        ValueTask<int> Start()
        {
            using var call = s_get.Start();
            return call.Watch(new ValueTask<int>(work.Task));
        }
    }

    [Fact]
    public async Task What_a_call_does_is_within_its_span_and_what_its_caller_does_is_not()
    {
        using var recorder = new TelemetryRecorder();
        using var own = new Activity("own").Start();
        ActivitySpanId? within = null;
        await CallAsync();
        Assert.Same(own, Activity.Current);
        Assert.Equal(Assert.Single(recorder.Spans).SpanId, within);

        async ValueTask CallAsync()
        {
            using var call = s_get.Start();
            await call.Watch(WorkAsync());
        }

        async ValueTask WorkAsync()
        {
            await Task.Yield();
            within = Activity.Current?.SpanId;
        }
    }

    [Fact]
    public void A_call_that_throws_before_there_is_a_task_has_failed()
    {
        using var recorder = new TelemetryRecorder();
        Assert.Throws<InvalidOperationException>(() => Call());
        Assert.Null(Activity.Current);
        Assert.Equal("_OTHER", Assert.Single(recorder.Calls).Tags["error.type"]);
        Assert.Equal(ActivityStatusCode.Error, Assert.Single(recorder.Spans).Status);

        static ValueTask<int> Call()
        {
            using var call = s_get.Start();
            return call.Watch(Refuse());
        }

        static ValueTask<int> Refuse() => throw new InvalidOperationException();
    }

    [Fact]
    public async Task A_failure_is_told_by_its_kind_or_type_and_never_by_its_message()
    {
        using var recorder = new TelemetryRecorder();
        await Assert.ThrowsAsync<StorageException>(
            () => Call(new StorageException(StorageErrorKind.Unauthorized, "secret")).AsTask());
        await Assert.ThrowsAsync<FormatException>(() => Call(new FormatException("secret")).AsTask());
        Assert.Equal(
            ["Unauthorized", "System.FormatException"], recorder.Calls.Select(call => call.Tags["error.type"]));
        Assert.DoesNotContain(
            recorder.Spans.SelectMany(span => span.TagObjects), tag => $"{tag.Value}".Contains("secret"));

        static ValueTask Call(Exception failure)
        {
            using var call = s_get.Start();
            return call.Watch(ValueTask.FromException(failure));
        }
    }

    [Fact]
    public void What_is_no_contract_is_refused() => Assert.Contains(
        "IDisposable is no contract",
        Assert.Throws<ArgumentException>(() => s_driver.Operation<IDisposable>("Get")).Message);
}
