using StorageKit.Testing.Listing;

namespace StorageKit.Memory.Tests;

public sealed class MemoryWindowListingTests : WindowListingTests
{
    private protected override async Task WithSectionAsync(Func<DriverSection, Func<TimeSpan, Task>, Task> test)
    {
        await using var section = await MemorySection.OpenAsync();
        await test(section.Section, section.PassAsync);
    }

    [Fact]
    public async Task What_remains_of_a_window_is_exact_to_its_last_tick()
    {
        await using var section = await MemorySection.OpenAsync();
        var counter = section.Get<IRateLimitCounter>();
        await counter.IncrementAsync("k", 1, TimeSpan.FromSeconds(1));
        section.Clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        await foreach (var window in ((IRateLimitWindows)counter).ListWindowsAsync())
            Assert.Equal(new("k", 1, TimeSpan.FromTicks(1)), window);
        section.Clock.Advance(TimeSpan.FromTicks(1));
        await foreach (var window in ((IRateLimitWindows)counter).ListWindowsAsync()) Assert.Fail($"{window} is over");
    }
}
