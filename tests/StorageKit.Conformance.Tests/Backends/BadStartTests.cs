using System.Diagnostics;
using StorageKit.Conformance.Backends;

namespace StorageKit.Conformance.Tests.Backends;

/// <summary>A backend that cannot be had is named in a sentence, soon, and nothing of it stays.</summary>
public sealed class BadStartTests : IDisposable
{
    readonly SuiteScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task A_program_that_is_not_installed_is_named_with_what_to_install()
    {
        var redis = await Refused(() => PrivateRedis.StartAsync(_scope, null, new() { Program = "redis-servre" }));
        Assert.Contains("redis-servre is not on the PATH. apt-get install redis-server", redis);
        var elsewhere = await Refused(() => PrivateRedis.StartAsync(_scope, null, new() { Program = "/no/redis" }));
        Assert.Contains("There is no program /no/redis.", elsewhere);
        var postgres = await Refused(() => PrivatePostgres.StartAsync(_scope, null, new() { Programs = "/no/bin" }));
        Assert.Contains(
            "The folder /no/bin does not have all of postgres, initdb and psql. apt-get install postgresql", postgres);
    }

    [Fact]
    public async Task A_redis_that_ends_at_its_start_is_told_with_the_end_of_its_log()
    {
        var options = new Dictionary<string, string> { ["appendfsync"] = "sometimes" };
        var message = await Refused(() => PrivateRedis.StartAsync(_scope, null, new() { Options = options }));
        Assert.Contains("redis ended at its start with code 1. Its log ends with:", message);
        Assert.Contains("appendfsync", message);
    }

    [Fact]
    public async Task A_postgres_that_ends_at_its_start_is_told_with_the_end_of_its_log()
    {
        var options = new Dictionary<string, string> { ["no_such_setting"] = "1" };
        var message = await Refused(() => PrivatePostgres.StartAsync(_scope, null, new() { Options = options }));
        Assert.Contains("postgres ended at its start with code 1.", message);
        Assert.Contains("unrecognized configuration parameter \"no_such_setting\"", message);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_and_killed()
    {
        var program = Path.Combine(_scope.Folder, "never-ready");
        await File.WriteAllTextAsync(program, "#!/bin/sh\necho still thinking\nsleep 612 &\nwait\n");
        await Tool.RunAsync(["chmod", "755", program]);
        var watch = Stopwatch.StartNew();
        var message = await Refused(() => PrivateRedis.StartAsync(
            _scope, null, new() { Program = program, StartPatience = TimeSpan.FromSeconds(0.5) }));
        Assert.Contains("redis runs, but did not answer within 0.5 s. Its log ends with:\n  still thinking", message);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(20));
        Assert.Empty(RunningProcesses.With("sleep 612"));
        File.Delete(program);
    }

    [Fact]
    public async Task A_start_that_is_cancelled_leaves_nothing()
    {
        using var time = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => PrivatePostgres.StartAsync(_scope, cancellationToken: time.Token).AsTask());
        Assert.Empty(RunningProcesses.With(_scope.Folder));
        Assert.Empty(Directory.GetFileSystemEntries(_scope.Folder));
    }

    [Fact]
    public async Task Without_a_section_there_is_no_harness()
    {
        await using var redis = await PrivateRedis.StartAsync(_scope);
        var refused = Assert.Throws<InvalidOperationException>(() => redis.Harness());
        Assert.Contains("Give StartAsync what stands in the driver's section", refused.Message);
    }

    async Task<string> Refused<T>(Func<ValueTask<T>> start)
    {
        var refused = await Assert.ThrowsAsync<BackendException>(() => start().AsTask());
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_scope.Folder), Directory.Exists);
        Assert.Empty(RunningProcesses.With(_scope.Folder + "/redis-"));
        Assert.Empty(RunningProcesses.With(_scope.Folder + "/postgres-"));
        return refused.Message;
    }
}
