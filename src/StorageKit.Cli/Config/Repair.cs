using System.Globalization;
using System.Text;

namespace StorageKit.Cli.Config;

/// <summary>Corrects what can only have been meant in one way, and touches nothing else.</summary>
internal static class Repair
{
    // A corrected name can bring up an error that was not looked at before; no file needs many rounds.
    const int MaxRounds = 10;

    static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>What is left to be said, and a line for each correction.</returns>
    internal static (Validation Left, IReadOnlyList<string> Done) Run(string file)
    {
        List<string> done = [];
        var validation = Validation.Of(file);
        for (var round = 0; round < MaxRounds; round++)
        {
            var fixes = Fixes(validation);
            // Positions in JSON are not those of a TOML text.
            if (fixes.Count == 0 || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) break;
            done.AddRange(Apply(file, fixes));
            validation = Validation.Of(file);
        }
        return (validation, done);
    }

    static List<ConfigFix> Fixes(Validation validation) =>
        [.. validation.Errors.Concat(validation.Warnings).Select(found => found.Fix).OfType<ConfigFix>()
            .DistinctBy(fix => fix.Span).OrderBy(fix => fix.Span.Start.Offset)];

    static IEnumerable<string> Apply(string file, List<ConfigFix> fixes)
    {
        // The mark of a UTF-8 file is no part of the text that positions count in; it stays.
        var bytes = File.ReadAllBytes(file);
        var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var old = s_utf8.GetString(bytes, mark, bytes.Length - mark);
        var text = new StringBuilder(old);
        foreach (var fix in Enumerable.Reverse(fixes))
            text.Remove(fix.Span.Start.Offset, fix.Span.Length).Insert(fix.Span.Start.Offset, fix.Replacement);
        Replace(file, [.. bytes.AsSpan(0, mark), .. s_utf8.GetBytes(text.ToString())]);
        return fixes.Select(fix => string.Create(
            CultureInfo.InvariantCulture,
            $"{file}:{fix.Span.Start.Line}:{fix.Span.Start.Column}: "
            + $"{old.AsSpan(fix.Span.Start.Offset, fix.Span.Length)} is now {fix.Replacement}"));
    }

    /// <summary>Whoever reads meanwhile sees the old file or the new one; who may read it does not change.</summary>
    static void Replace(string file, byte[] content)
    {
        // A link stays one: what it points to is corrected.
        // Asked by the full path: a bare name would be resolved from the root.
        var path = Path.GetFullPath(file);
        path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = File.GetUnixFileMode(path);
            using (var stream = new FileStream(beside, options)) stream.Write(content);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
