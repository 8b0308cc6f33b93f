using StorageKit.Testing.Roslyn;

namespace StorageKit.Tools.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_what_the_verified_text_says() =>
        PublicApi.Verify(typeof(ToolHost).Assembly, Path.Combine(Repository.Root, "tests/StorageKit.Tools.Tests"));
}
