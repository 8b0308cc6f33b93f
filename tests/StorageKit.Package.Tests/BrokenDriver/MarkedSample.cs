using System.Text.RegularExpressions;

namespace StorageKit.Package.Tests.BrokenDriver;

/// <summary>
/// The files of samples/BrokenDriver, and the rules that their lines are marked with: <c>// SK1001</c> at the end, or
/// <c># SK4001</c>.
/// </summary>
internal static partial class MarkedSample
{
    internal static string Folder { get; } = Path.Combine(Repository.Root, "samples", "BrokenDriver");

    internal static IReadOnlyList<string> Files { get; } =
        [.. Directory.GetFiles(Folder, "*.cs").Order(StringComparer.Ordinal)];

    /// <summary>Its configurations.</summary>
    internal static IReadOnlyList<string> Configurations { get; } =
        [.. Directory.GetFiles(Folder, "*.toml").Order(StringComparer.Ordinal)];

    /// <summary>What is to be reported, as <c>File.cs(12): SK1001</c>.</summary>
    internal static IEnumerable<string> Marks =>
        from file in Files.Concat(Configurations)
        from line in File.ReadAllLines(file).Select((text, index) => (Text: text, Number: index + 1))
        let mark = Mark().Match(line.Text)
        where mark.Success
        select Place(file, line.Number, mark.Groups["id"].Value);

    internal static string Place(string file, int line, string id) => $"{Path.GetFileName(file)}({line}): {id}";

    [GeneratedRegex(@"(//|#) (?<id>SK\d{4})$")]
    private static partial Regex Mark();
}
