using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>samples/Service, from the packages and with every driver, published as a service would be that brings its
/// own run time and leaves out what it does not use.</summary>
[Collection(nameof(PackedFeed))]
public sealed class TrimmedServiceTests(PackedFeed feed)
{
    static readonly string[] s_drivers = ["Memory", "Sqlite", "Local", "Postgres", "Redis"];

    // The analyzers for Native AOT look at the same code, so that what only AOT would break is an error, too.
    const string Publishing = """
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <PublishTrimmed>true</PublishTrimmed>
            <TrimMode>full</TrimMode>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <IsAotCompatible>true</IsAotCompatible>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NoWarn>$(NoWarn);NU1603</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <None Include="storage.toml" CopyToOutputDirectory="PreserveNewest" />
          </ItemGroup>
        """;

    [Fact]
    public async Task The_trimmed_service_has_no_warning_and_counts_audits_and_is_healthy()
    {
        var folder = await ConsumerFolder.CreateAsync(feed, "service");
        folder.WriteProject(
            ["Microsoft.Extensions.Hosting", .. s_drivers.Select(driver => $"StorageKit.{driver}")],
            Publishing, "Service.csproj");
        folder.CopySources("samples", "Service");
        var publish = Path.Combine(folder.Path, "out");
        var published = await folder.RunAsync(
            "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", publish);
        published.AssertSucceeded();
        Assert.DoesNotContain("warning", published.Output, StringComparison.OrdinalIgnoreCase);

        Assert.False(File.Exists(Path.Combine(publish, "System.Net.Mail.dll")), "nothing was left out");
        var first = await RunAsync(publish);
        Assert.Contains("request 3 audited; 3 in this minute", first, StringComparison.Ordinal);
        Assert.Contains("storage:sqlite: Healthy, the backend answered", first, StringComparison.Ordinal);
        Assert.Contains("storage: Healthy, what the file says is open", first, StringComparison.Ordinal);

        // What cannot be opened is said as it is untrimmed, and the next start finds what was stored.
        var config = Path.Combine(publish, "storage.toml");
        var good = await File.ReadAllTextAsync(config);
        await File.WriteAllTextAsync(config, good.Replace("path =", "pathh =", StringComparison.Ordinal));
        var refused = await RunAsync(publish, isSuccess: false);
        Assert.Contains(
            "storage.toml:12:1: [storage.sqlite] unknown key \"pathh\"; did you mean \"path\"?", refused,
            StringComparison.Ordinal);
        await File.WriteAllTextAsync(config, good);
        Assert.Contains("request 3 audited; ", await RunAsync(publish), StringComparison.Ordinal);
    }

    static async Task<string> RunAsync(string folder, bool isSuccess = true)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "Service.exe" : "Service"))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var service = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var printed = await Task.WhenAll(
            service.StandardOutput.ReadToEndAsync(limit.Token), service.StandardError.ReadToEndAsync(limit.Token));
        await service.WaitForExitAsync(limit.Token);
        var output = string.Concat(printed);
        Assert.True(service.ExitCode == 0 == isSuccess, $"ended with {service.ExitCode}:\n{output}");
        return output;
    }
}
