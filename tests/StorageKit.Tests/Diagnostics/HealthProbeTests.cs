using System.Diagnostics;
using StorageKit.Diagnostics;

namespace StorageKit.Tests.Diagnostics;

public sealed class HealthProbeTests
{
    static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task A_backend_that_hangs_is_a_timeout_that_says_what_to_look_at_and_is_asked_once()
    {
        var asked = 0;
        var hang = new TaskCompletionSource();
        var probe = new HealthProbe(
            _ =>
            {
                Interlocked.Increment(ref asked);
                return new(hang.Task);
            },
            s_limit, "look at the disk");
        for (var round = 0; round < 2; round++)
        {
            var watch = Stopwatch.StartNew();
            var failures = await Task.WhenAll(Enumerable.Range(0, 20).Select(
                _ => Assert.ThrowsAsync<StorageException>(() => probe.CheckAsync().AsTask())));
            Assert.All(failures, failure => Assert.Equal(StorageErrorKind.Timeout, failure.Kind));
            Assert.EndsWith("no answer to the health check within 0.3 s; look at the disk", failures[0].Message);
            Assert.InRange(watch.Elapsed, s_limit - TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10));
        }
        Assert.Equal(1, asked);
        hang.SetResult();
        await probe.CheckAsync();
    }

    [Fact]
    public async Task A_question_that_can_be_taken_back_is_at_the_limit()
    {
        var ended = new TaskCompletionSource();
        var probe = new HealthProbe(
            async token =>
            {
                using var registration = token.Register(ended.SetResult);
                await Task.Delay(Timeout.Infinite, token);
            },
            s_limit, "look");
        await Assert.ThrowsAsync<StorageException>(() => probe.CheckAsync().AsTask());
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_caller_who_cancels_stops_waiting_and_takes_nobody_else_along()
    {
        var answer = new TaskCompletionSource();
        var probe = new HealthProbe(_ => new(answer.Task), TimeSpan.FromMinutes(1), "look");
        using var cancel = new CancellationTokenSource();
        var cancelled = probe.CheckAsync(cancel.Token).AsTask();
        var patient = probe.CheckAsync().AsTask();
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(patient.IsCompleted);
        answer.SetResult();
        await patient;
    }

    [Fact]
    public async Task What_the_backend_answers_is_thrown_and_the_next_check_asks_again()
    {
        var asked = 0;
        var probe = new HealthProbe(
            _ => ++asked == 1 ? throw new StorageException(StorageErrorKind.Unauthorized, "no") : default,
            TimeSpan.FromMinutes(1), "look");
        var failure = await Assert.ThrowsAsync<StorageException>(() => probe.CheckAsync().AsTask());
        Assert.Equal(StorageErrorKind.Unauthorized, failure.Kind);
        await probe.CheckAsync();
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_health_page_is_told_and_never_thrown_at()
    {
        var sick = new Sick(new StorageException(StorageErrorKind.Backend, "look at the disk"));
        var health = await HealthCheck.RunAsync(sick);
        Assert.Equal((false, StorageErrorKind.Backend), (health.IsHealthy, health.ErrorKind));
        Assert.EndsWith("look at the disk", health.Description);
        Assert.False((await HealthCheck.RunAsync(new Sick(new ObjectDisposedException("store")))).IsHealthy);
        Assert.True((await HealthCheck.RunAsync(new object())).IsHealthy);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => HealthCheck.RunAsync(new Sick(new OperationCanceledException())).AsTask());
    }

    sealed class Sick(Exception failure) : IHealthCheckable
    {
        public ValueTask CheckHealthAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromException(failure);
    }
}
