using StorageKit.Testing.Listing;

namespace StorageKit.Memory.Tests;

public sealed class MemoryKeyListingTests : KeyListingTests
{
    protected override IReadOnlyList<string> Contracts { get; } = [Kept.Policies, Kept.Sessions, Kept.Credentials];

    private protected override async Task WithSectionAsync(
        string options, Func<DriverSection, Func<TimeSpan, Task>, Task> test)
    {
        await using var section = await MemorySection.OpenAsync(options);
        await test(section.Section, section.PassAsync);
    }
}
