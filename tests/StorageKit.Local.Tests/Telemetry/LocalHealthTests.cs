using StorageKit.Diagnostics;

namespace StorageKit.Local.Tests.Telemetry;

public sealed class LocalHealthTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_folder_that_was_removed_is_unhealthy_and_says_so()
    {
        await using var opened = await _folder.OpenAsync("plaintext = true");
        Assert.True((await HealthCheck.RunAsync(opened.Audit)).IsHealthy);
        Assert.Empty(Directory.GetFiles(_folder.Root));
        Directory.Move(_folder.Root, _folder.Root + ".moved");
        var health = await HealthCheck.RunAsync(opened.Audit);
        Assert.Equal((false, StorageErrorKind.Backend), (health.IsHealthy, health.ErrorKind));
        Assert.Contains($"the folder of \"{_folder.Root}", health.Description);
        Assert.Contains("is not there any more", health.Description);
        Directory.Move(_folder.Root + ".moved", _folder.Root);
        Assert.True((await HealthCheck.RunAsync(opened.Audit)).IsHealthy);
    }

    [Fact]
    public async Task A_cancelled_check_is_no_answer()
    {
        await using var opened = await _folder.OpenAsync("plaintext = true");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => HealthCheck.RunAsync(opened.Audit, new(canceled: true)).AsTask());
    }

    public void Dispose() => _folder.Dispose();
}
