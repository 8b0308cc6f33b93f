using StorageKit.Testing.Roslyn;

namespace StorageKit.Conformance.Tests.Docs;

/// <summary>docs/writing-a-driver.md says of every probe which clauses are run because of it.</summary>
public sealed class ProbeTableTests
{
    const string Begin = "<!-- probes: STORAGEKIT_ACCEPT=1 dotnet test --filter ProbeTableTests -->\n";
    const string End = "\n<!-- /probes -->";

    [Fact]
    public void The_table_of_probes_is_current()
    {
        var file = Path.Combine(Repository.Root, "docs", "writing-a-driver.md");
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, begin, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1")
            File.WriteAllText(file, page[..begin] + ProbeTable.Write() + page[end..]);
        else
            Assert.Equal(ProbeTable.Write(), page[begin..end]);
    }

    [Fact]
    public void Every_need_is_served_by_a_probe_or_by_the_driver_itself() =>
        Assert.Equal(
            Enum.GetValues<Needs>().Order(),
            ProbeTable.Rows.SelectMany(row => row.Needs).Concat(ProbeTable.WithoutProbe).Distinct().Order());

    [Fact]
    public void Every_probe_is_in_the_table_or_never_needed()
    {
        var probes = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "StorageKit.Conformance", "Harness"), "I*.cs")
            .Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(
            probes.Order(StringComparer.Ordinal),
            ProbeTable.Rows.Select(row => row.Probe).Concat(ProbeTable.NeverNeeded).Select(type => type.Name)
                .Order(StringComparer.Ordinal));
    }
}
