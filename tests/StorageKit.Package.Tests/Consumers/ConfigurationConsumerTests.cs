using StorageKit.Package.Tests.Processes;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>An application with a <c>storage.toml</c> beside its project file, and nothing but the packages: its build
/// reads the file.</summary>
[Collection(nameof(PackedFeed))]
public sealed class ConfigurationConsumerTests(PackedFeed feed)
{
    const string Program = """
        using StorageKit;
        _ = Drivers.CreateRegistry();

        [StorageDrivers] static partial class Drivers;
        """;

    const string Configuration = """
        [storage]
        policy_store = "memory"
        audit_sink = "sqlit"
        session_store = "memory"
        credential_store = "memory"
        rate_limit_counter = "memory"
        lifecycle_store = "sqlite"

        [storage.memory]
        session_ttl = 30

        [storage.sqlite]
        pth = "data.db"
        """;

    static readonly string[] Expected =
    [
        "storage.toml(3,14): warning SK4002: unknown audit_sink driver \"sqlit\"; "
            + "available drivers: [memory, outbox, sqlite]; did you mean \"sqlite\"?",
        "storage.toml(10,15): error SK4004: [storage.memory] session_ttl: expected duration such as \"250ms\", \"30s\", "
            + "\"5m\", \"1h\" or \"7d\", found 30",
        "storage.toml(12,1): error SK4003: [storage.sqlite] missing key \"path\"; add path = … (string)",
        "storage.toml(13,1): error SK4005: [storage.sqlite] unknown key \"pth\"; did you mean \"path\"?",
    ];

    [Fact]
    public async Task The_build_prints_what_is_wrong_at_its_line_until_it_is_turned_off()
    {
        var folder = await ConsumerFolder.CreateAsync(feed, "configured");
        WriteProject(folder, "");
        folder.Write("Program.cs", Program);
        folder.Write("storage.toml", Configuration);

        var built = await folder.RunAsync("build");

        built.AssertFailedWith("error SK4004");
        Assert.All(Expected, line => Assert.Contains(line, built.Output, StringComparison.Ordinal));
        (await folder.RunAsync("build", "-p:StorageKitCheckConfiguration=false")).AssertSucceeded();
        // Listed by the project as well, it is still read once.
        WriteProject(folder, """<ItemGroup><AdditionalFiles Include="storage.toml" /></ItemGroup>""");
        Assert.Equal(Count(built), Count(await folder.RunAsync("build")));
    }

    static int Count(CommandResult built) => built.Output.Split(": error SK").Length;

    static void WriteProject(ConsumerFolder folder, string more) => folder.WriteProject(
        ["StorageKit.Memory", "StorageKit.Sqlite"],
        "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>" + more);
}
