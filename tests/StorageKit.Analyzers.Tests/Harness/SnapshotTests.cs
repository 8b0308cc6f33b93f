namespace StorageKit.Analyzers.Tests.Harness;

public sealed class SnapshotTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("snapshot").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_new_file_fails_and_is_written_as_received()
    {
        var failure = Assert.ThrowsAny<Xunit.Sdk.XunitException>(
            () => Match("//HintName: A.g.cs\nclass A;", accept: false));

        Assert.Contains("T.M#A.g.received.cs", failure.Message, StringComparison.Ordinal);
        Assert.Contains("T.M#A.g.verified.cs", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["T.M#A.g.received.cs"], Files());
    }

    [Fact]
    public void An_accepted_file_matches_afterwards_and_a_changed_one_does_not()
    {
        Match("class A;", accept: true);
        Match("class A;\n", accept: false);

        Assert.Equal(["T.M#A.g.verified.cs"], Files());
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Match("class B;", accept: false));
    }

    [Fact]
    public void A_file_that_is_no_longer_generated_fails()
    {
        File.WriteAllText(Path.Combine(folder, "T.M#Gone.g.verified.cs"), "");

        var failure = Assert.ThrowsAny<Xunit.Sdk.XunitException>(
            () => Snapshot.Match(folder, "T.M", Empty, accept: false));

        Assert.Contains("no longer generated", failure.Message, StringComparison.Ordinal);
    }

    static readonly Dictionary<string, string> Empty = [];

    void Match(string text, bool accept) =>
        Snapshot.Match(folder, "T.M", new Dictionary<string, string> { ["T.M#A.g.verified.cs"] = text }, accept);

    IEnumerable<string?> Files() => Directory.EnumerateFiles(folder).Select(Path.GetFileName);
}
