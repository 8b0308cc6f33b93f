using System.Diagnostics;
using StorageKit.Diagnostics;

namespace StorageKit.Sqlite.Tests.Telemetry;

public sealed class SqliteHealthTests : IDisposable
{
    readonly TemporaryDatabase _file = new();

    [Theory]
    [InlineData("300ms", "longer than busy_timeout", 0.25)]
    [InlineData("60s", "no answer to the health check within 5 s; look at the disk", 4.5)]
    public async Task A_file_that_another_process_has_locked_is_unhealthy_in_time_and_healthy_when_it_is_free(
        string busyTimeout, string says, double atLeast)
    {
        await using var database = await _file.OpenAsync($"busy_timeout = '{busyTimeout}'\nplaintext = true");
        using (var other = new SecondProcess(Program.Lock, _file.Path, 0))
        {
            Assert.NotNull(await other.NextAcknowledgedAsync());
            var watch = Stopwatch.StartNew();
            var health = await HealthCheck.RunAsync(database.Audit);
            Assert.Equal((false, StorageErrorKind.Timeout), (health.IsHealthy, health.ErrorKind));
            Assert.Contains(says, health.Description);
            Assert.Contains("agents.db", health.Description);
            Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(atLeast), TimeSpan.FromSeconds(20));
        }
        while (!(await HealthCheck.RunAsync(database.Audit)).IsHealthy) await Task.Delay(100);
    }

    [Fact]
    public async Task A_check_of_a_locked_file_can_be_cancelled()
    {
        await using var database = await _file.OpenAsync("busy_timeout = '60s'\nplaintext = true");
        using var other = new SecondProcess(Program.Lock, _file.Path, 0);
        Assert.NotNull(await other.NextAcknowledgedAsync());
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => HealthCheck.RunAsync(database.Audit, soon.Token).AsTask());
    }

    [Fact]
    public async Task A_file_that_was_removed_is_unhealthy_although_it_can_still_be_written()
    {
        await using var database = await _file.OpenAsync("plaintext = true");
        Assert.True((await HealthCheck.RunAsync(database.Audit)).IsHealthy);
        File.Move(_file.Path, _file.Path + ".moved");
        var health = await HealthCheck.RunAsync(database.Audit);
        Assert.Equal((false, StorageErrorKind.Backend), (health.IsHealthy, health.ErrorKind));
        Assert.Contains("\"agents.db\" was removed or moved", health.Description);
        File.Move(_file.Path + ".moved", _file.Path);
        Assert.True((await HealthCheck.RunAsync(database.Audit)).IsHealthy);
    }

    public void Dispose() => _file.Dispose();
}
