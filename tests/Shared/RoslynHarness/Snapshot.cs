using System.Runtime.CompilerServices;

namespace StorageKit.Testing.Roslyn;

/// <summary>
/// Compares generated files with accepted ones in the file form of Verify.SourceGenerators:
/// <c>Class.Method#Hint.verified.cs</c> with <c>//HintName:</c> in the first line, in the folder <c>Snapshots</c>
/// beside the test; diagnostics in <c>Class.Method.verified.txt</c>. <c>STORAGEKIT_ACCEPT=1</c> accepts what comes.
/// </summary>
static class Snapshot
{
    public static void Match(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var source = Repository.Resolve(file);
        var folder = Path.Combine(Path.GetDirectoryName(source)!, "Snapshots");
        var test = $"{Path.GetFileNameWithoutExtension(source)}.{method}";
        var produced = run.Sources.ToDictionary(
            generated => $"{test}#{Path.GetFileNameWithoutExtension(generated.HintName)}.verified.cs",
            generated => $"//HintName: {generated.HintName}\n{generated.SourceText}");
        if (!run.Diagnostics.IsEmpty)
            produced.Add($"{test}.verified.txt", string.Join('\n', run.Diagnostics));
        Match(folder, test, produced, Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1");
    }

    internal static void Match(string folder, string test, IReadOnlyDictionary<string, string> produced, bool accept)
    {
        Directory.CreateDirectory(folder);
        var problems = new List<string>();
        foreach (var (name, text) in produced.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Compare(Path.Combine(folder, name), Normalize(text), accept, problems);
        foreach (var stale in Stored(folder, test).Where(path => !produced.ContainsKey(Path.GetFileName(path))))
            Settle(accept, () => File.Delete(stale), $"{stale} is no longer generated.", problems);
        Assert.True(problems.Count == 0, string.Join('\n', problems) + "\nSTORAGEKIT_ACCEPT=1 accepts.");
    }

    static void Compare(string verified, string text, bool accept, List<string> problems)
    {
        var received = Path.Combine(
            Path.GetDirectoryName(verified)!, Path.GetFileName(verified).Replace(".verified.", ".received."));
        File.Delete(received);
        if (File.Exists(verified) && Normalize(File.ReadAllText(verified)) == text)
            return;
        if (!accept)
            File.WriteAllText(received, text);
        var what = File.Exists(verified) ? "differs from" : "has no";
        Settle(accept, () => File.WriteAllText(verified, text), $"{received} {what} {verified}", problems);
    }

    static void Settle(bool accept, Action change, string problem, List<string> problems)
    {
        if (accept)
            change();
        else
            problems.Add(problem);
    }

    static IEnumerable<string> Stored(string folder, string test) =>
        Directory.EnumerateFiles(folder, test + "*.verified.*")
            .Where(path => Path.GetFileName(path)[test.Length] is '#' or '.');

    static string Normalize(string text) => text.Replace("\r\n", "\n").TrimEnd('\n');
}
