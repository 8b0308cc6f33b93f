using Microsoft.CodeAnalysis;
using Npgsql;
using StorageKit.Conformance;
using StorageKit.Generators.Tests.Conformance;

namespace StorageKit.Generators.Tests.Docs;

/// <summary>docs/driver-over-a-server.md can be followed: its code compiles, and its driver is certified on a real
/// server.</summary>
public sealed class DriverOverAServerTests
{
    static readonly string[] Blocks = MarkdownPage.Read("docs", "driver-over-a-server.md").Blocks("csharp");

    [Fact]
    public void Every_code_block_compiles_without_a_warning() =>
        SuiteKit.Whole.WithAssembly(typeof(NpgsqlConnection).Assembly).Run(Blocks[0], Blocks[1]).AssertCompiles();

    [Fact]
    public async Task The_driver_keeps_every_clause_of_the_fast_concurrent_and_network_lanes()
    {
        using var scope = new SuiteScope();
        await using var harness = await PrivatePostgres.HarnessAsync(
            scope,
            at => $"host = '{at.Host}'\nport = {at.Port}\nusername = '{at.User}'\npassword = '{at.Password}'\ntimeout = '2s'",
            new OperationTimeout(TimeSpan.FromSeconds(2)));
        var registry = LoadedDriver.Register(
            Blocks[0], "Beans.BeansDriver", MetadataReference.CreateFromFile(typeof(NpgsqlConnection).Assembly.Location));
        var (report, failures) = await LoadedDriver.CertifyAsync(
            new(registry, "beans", harness), Lane.Fast, Lane.Concurrent, Lane.Network);

        var explained = string.Join("\n\n", failures);
        Assert.True(explained.Length == 0, explained);
        Assert.All(
            report.Levels().Where(level => level.Level == Level.Concurrent || level.Level == Level.FaultTolerant),
            level => Assert.True(level.Failed == 0 && level.Passed > 3, level.Summary));
    }
}
