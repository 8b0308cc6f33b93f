using System.Text.RegularExpressions;
using StorageKit.Cli.Terminal;

namespace StorageKit.Cli.Listing;

/// <summary>The pages of <c>docs/rules</c>, which the tool carries with it.</summary>
internal static partial class RulePages
{
    /// <summary>Id, severity, category and title of each rule, in the order of the ids.</summary>
    internal static IReadOnlyList<string[]> Table() =>
        [.. Row().Matches(Read("README")!).Select(row => (string[])
            [row.Groups[1].Value, row.Groups[4].Value, row.Groups[3].Value, row.Groups[2].Value])];

    /// <exception cref="UsageException">There is no such rule.</exception>
    internal static string Of(string id) => Id().IsMatch(id) && Read(id.ToUpperInvariant()) is { } page
        ? page
        : throw new UsageException($"There is no rule \"{id}\"; storagekit rules lists them all.");

    static string? Read(string page)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{page}");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^SK\d{4}$", RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    [GeneratedRegex(@"^\| \[(SK\d{4})\]\([^)]*\) \| (.*?) \| (.*?) \| (.*?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
