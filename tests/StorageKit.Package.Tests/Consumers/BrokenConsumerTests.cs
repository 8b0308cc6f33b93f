using System.Text.RegularExpressions;
using StorageKit.Package.Tests.BrokenDriver;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>
/// samples/BrokenDriver outside the repository, with nothing but the packages: its build says what is wrong, and where.
/// </summary>
[Collection(nameof(PackedFeed))]
public sealed partial class BrokenConsumerTests(PackedFeed feed)
{
    [Fact]
    public async Task The_build_of_a_broken_driver_prints_each_rule_at_its_line_and_nothing_else()
    {
        var folder = await ConsumerFolder.CreateAsync(feed, "broken");
        folder.WriteProject(["StorageKit.Conformance.Xunit", "StorageKit.Memory"]);
        folder.CopySources("samples", "BrokenDriver");

        var built = await folder.RunAsync("build");

        built.AssertFailedWith("error SK");
        var printed = Printed().Matches(built.Output).Select(Describe).Distinct();
        Assert.Equal(MarkedSample.Marks.Order(StringComparer.Ordinal), printed.Order(StringComparer.Ordinal));
    }

    static string Describe(Match match) => MarkedSample.Place(
        match.Groups["file"].Value, int.Parse(match.Groups["line"].Value), match.Groups["id"].Value);

    // /tmp/…/SK1001_ChangesAuditRows.cs(25,32): error SK1001: 'ForgetfulAudit' …
    [GeneratedRegex(
        @"^(?<file>[^(\r\n]+\.(cs|toml))\((?<line>\d+),\d+\): (error|warning) (?<id>\w+):", RegexOptions.Multiline)]
    private static partial Regex Printed();
}
