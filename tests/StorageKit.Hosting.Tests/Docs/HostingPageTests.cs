using StorageKit.Hosting.Tests.Setup;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Hosting.Tests.Docs;

/// <summary>docs/hosting.md: its code is that of samples/Service, which is built and run, and its failure is one that a
/// host logs.</summary>
public sealed class HostingPageTests : HostTests
{
    const string Sample = "samples/Service";

    static readonly string s_page = Read("docs/hosting.md");

    [Fact]
    public void The_code_is_that_of_the_sample()
    {
        var sources = Read($"{Sample}/Program.cs") + Read($"{Sample}/RequestWorker.cs");
        Assert.Equal(2, Blocks("csharp").Length);
        Assert.All(Blocks("csharp"), block => Assert.Contains(block, sources, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_failure_is_what_a_host_logs()
    {
        Write(Read($"{Sample}/storage.toml").Replace("path =", "pathh =", StringComparison.Ordinal));
        using var host = Build(options: options => options.Environment = _ => Testing.Encryption.KeyRings.Old);
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => host.StartAsync());
        var shown = Assert.Single(Blocks("text")).TrimEnd().Split('\n');
        Assert.Equal("crit: StorageKit.StorageHost[202]", shown[0]);
        Assert.Equal(
            "Critical StorageKit.StorageHost[202]: "
            + string.Join('\n', shown[1..].Select(line => line[6..])).Replace("/srv/service", Folder),
            Assert.Single(Log.Saying("Critical")));
        Assert.Equal(2, error.Errors.Count);
    }

    static string[] Blocks(string language) =>
    [
        .. s_page.Split($"```{language}\n").Skip(1)
            .Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]),
    ];

    static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
