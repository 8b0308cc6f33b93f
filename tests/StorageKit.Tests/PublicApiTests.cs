using StorageKit.Tests.House;

namespace StorageKit.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_what_the_verified_text_says() =>
        PublicApi.Verify(typeof(Registry).Assembly, Path.Combine(RepositoryFiles.Root, "tests/StorageKit.Tests"));
}
