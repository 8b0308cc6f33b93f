using System.Text.RegularExpressions;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Specimens.Tests.Page;

/// <summary>A page in docs that is written by a test.</summary>
internal static partial class PageFile
{
    /// <summary>The page says what is expected, but for what is another in each run: ids, times, counts, the key that
    /// was met first.</summary>
    internal static void AssertCurrent(string path, string expected)
    {
        var file = Path.Combine(Repository.Root, path);
        var stored = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (Lasting(stored) == Lasting(expected)) return;
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
            return;
        }
        var known = stored.Split('\n').Select(Lasting).ToHashSet();
        var first = expected.Split('\n').FirstOrDefault(line => !known.Contains(Lasting(line))) ?? "less than it does";
        Assert.Fail(
            $"{path} is stale, first where it should say \"{first}\". "
            + "STORAGEKIT_ACCEPT=1 dotnet test tests/StorageKit.Specimens.Tests writes it anew.");
    }

    static string Lasting(string text) => Passing().Replace(text, "#");

    [GeneratedRegex("""
        "[^"\n]*"|\[[^\]\n]*\]|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{16}\b|\b[0-9][0-9.,:]*
        """)]
    private static partial Regex Passing();
}
