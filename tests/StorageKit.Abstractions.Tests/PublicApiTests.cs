using System.Runtime.CompilerServices;

namespace StorageKit.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_API_is_what_the_verified_text_says() => PublicApi.Verify(typeof(AgentId).Assembly, Folder());

    // A deterministic build maps the root of the repository to /_/ in source paths.
    static string Folder([CallerFilePath] string file = "")
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "StorageKit.sln")))
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return Path.GetDirectoryName(file.Replace("/_/", root.FullName + "/", StringComparison.Ordinal))!;
    }
}
