using StorageKit.Testing.Listing;

namespace StorageKit.Sqlite.Tests;

public sealed class SqliteWindowListingTests : WindowListingTests
{
    private protected override async Task WithSectionAsync(Func<DriverSection, Func<TimeSpan, Task>, Task> test)
    {
        using var file = new TemporaryDatabase();
        await using var section = await file.OpenSectionAsync("plaintext = true");
        await test(section, file.PassAsync);
    }

    [Fact]
    public async Task What_remains_of_a_window_is_exact_to_its_last_tick()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync(time: file.Clock);
        await database.Counter.IncrementAsync("k", 1, TimeSpan.FromSeconds(1));
        file.Clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        await foreach (var window in ((IRateLimitWindows)database.Counter).ListWindowsAsync())
            Assert.Equal(new("k", 1, TimeSpan.FromTicks(1)), window);
        file.Clock.Advance(TimeSpan.FromTicks(1));
        await foreach (var window in ((IRateLimitWindows)database.Counter).ListWindowsAsync())
            Assert.Fail($"{window} is over");
    }
}
