using System.Text.Json;
using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

/// <summary>The public toml-test suite, whole, for both versions of the language.</summary>
public sealed class TomlTestSuiteTests
{
    const string Suite = "toml-test";
    const string List = "files-toml-";

    [SharedDataFact(Suite)]
    public void Every_valid_1_0_file_has_the_expected_values() => AssertValid(TomlVersion.V1_0, 210);

    [SharedDataFact(Suite)]
    public void Every_valid_1_1_file_has_the_expected_values() => AssertValid(TomlVersion.V1_1, 220);

    [SharedDataFact(Suite)]
    public void Every_invalid_1_0_file_is_rejected() => AssertInvalid(TomlVersion.V1_0, 499);

    [SharedDataFact(Suite)]
    public void Every_invalid_1_1_file_is_rejected() => AssertInvalid(TomlVersion.V1_1, 492);

    static void AssertValid(TomlVersion version, int count)
    {
        var files = Files(version, "valid/");
        var wrong = files.Select(f => (f, problem: ProblemWithValid(f, version))).Where(r => r.problem is not null);
        Assert.Equal([], wrong.Select(r => $"{r.f}: {r.problem}"));
        Assert.Equal(count, files.Count);
    }

    static void AssertInvalid(TomlVersion version, int count)
    {
        var files = Files(version, "invalid/");
        Assert.Equal([], files.Where(f => TomlDocument.TryParse(Read(f), f, out _, out _, version)));
        Assert.Equal(count, files.Count);
    }

    static string? ProblemWithValid(string file, TomlVersion version)
    {
        var bytes = Read(file);
        if (!TomlDocument.TryParse(bytes, file, out var document, out var errors, version)) return errors[0].ToString();
        using var expected = JsonDocument.Parse(Read(Path.ChangeExtension(file, ".json")));
        return TaggedJson.Difference(expected.RootElement, document.Root) ?? Spans.FirstWrong(bytes, document);
    }

    static List<string> Files(TomlVersion version, string folder) =>
        [.. File.ReadLines(SharedData.PathTo(Suite, version == TomlVersion.V1_0 ? $"{List}1.0.0" : $"{List}1.1.0"))
            .Where(f => f.StartsWith(folder, StringComparison.Ordinal) && Path.GetExtension(f) == ".toml")];

    static byte[] Read(string file) => File.ReadAllBytes(SharedData.PathTo(Suite, file));
}
