using StorageKit.Conformance;
using StorageKit.Generators.Tests.Conformance;

namespace StorageKit.Generators.Tests.Docs;

/// <summary>What the README shows is compiled as it stands there, and its driver is held against the clauses.</summary>
public sealed class ReadmeTests
{
    static readonly string[] Blocks = CSharpBlocks(File.ReadAllText(Path.Combine(Repository.Root, "README.md")));

    [Fact]
    public void Every_code_block_compiles_without_a_warning()
    {
        Assert.Equal(3, Blocks.Length);
        Kit.Build("ReadmeDriver", Blocks[0]);
        SuiteKit.Whole.Run(Blocks[0], Blocks[1]).AssertCompiles();
        Kit.Build("ReadmeApplication", Blocks[2]);
    }

    [Fact]
    public async Task The_smallest_driver_keeps_every_clause_that_is_run()
    {
        var assembly = Kit.Load(Kit.Build("ReadmeDriver" + Guid.NewGuid().ToString("N"), Blocks[0]));
        var registry = new Registry();
        assembly.GetType("TallyDriver")!.GetMethod("Register")!.Invoke(null, [registry]);

        var report = await Certification.RunAsync(new DriverUnderTest(registry, "tally", new DriverHarness()));

        Assert.Empty(
            report.Results.Where(result => result.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive)
            .Select(result => result.Explain()));
        Assert.InRange(report.Count(ClauseOutcome.Passed), 25, report.Results.Count);
    }

    static string[] CSharpBlocks(string markdown) =>
        [.. markdown.Replace("\r", "").Split("```csharp\n").Skip(1).Select(rest => rest.Split("\n```")[0] + "\n")];
}
