using System.Text.RegularExpressions;

namespace StorageKit.Tests.House;

/// <summary>A reader of the documentation comes to every page from the README, and no link leads nowhere.</summary>
public sealed partial class PageTests
{
    [CloneFact]
    public void No_link_between_files_is_dead()
    {
        var dead = RepositoryFiles.Paths(".md")
            .SelectMany(page => Links(page).Select(link => (Page: page, Link: link)))
            .Where(found => !IsAlive(found.Page, found.Link))
            .Select(found => $"{found.Page}: {found.Link}");

        Assert.Empty(dead);
    }

    [CloneFact]
    public void Every_page_is_reached_from_the_readme()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["README.md"]);
        while (next.TryDequeue(out var page))
            if (reached.Add(page))
                foreach (var link in Links(page).Select(link => Target(page, link)).Where(IsPage)) next.Enqueue(link);

        Assert.Empty(RepositoryFiles.Paths(".md").Where(IsPage).Except(reached));
    }

    static bool IsPage(string path) => path.EndsWith(".md", StringComparison.Ordinal)
        && (path == "README.md" || path.StartsWith("docs/", StringComparison.Ordinal))
        && File.Exists(Path.Combine(RepositoryFiles.Root, path));

    static bool IsAlive(string page, string link)
    {
        var target = Path.Combine(RepositoryFiles.Root, Target(page, link));
        if (!Path.Exists(target)) return false;
        var anchor = link.Split('#') is [_, var name] ? name : "";
        return anchor.Length == 0 || !target.EndsWith(".md", StringComparison.Ordinal)
            || Heading().Matches(File.ReadAllText(target)).Any(heading => Anchor(heading.Groups[1].Value) == anchor);
    }

    /// <summary>Where a link leads, relative to the repository; the page itself when it only names a heading.</summary>
    static string Target(string page, string link)
    {
        var path = link.Split('#')[0];
        if (path.Length == 0) return page;
        var from = Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(page)!, path);
        return Path.GetRelativePath(RepositoryFiles.Root, Path.GetFullPath(from)).Replace('\\', '/');
    }

    // What stands in a code block is no link.
    static IEnumerable<string> Links(string page) =>
        Link().Matches(Code().Replace(File.ReadAllText(Path.Combine(RepositoryFiles.Root, page)), ""))
            .Select(match => match.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal)).Distinct();

    static string Anchor(string heading) =>
        NoAnchor().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
